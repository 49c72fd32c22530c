import { oneOf, Problems, useAddress } from '@daylight/web-app';
import { outcomeOf, useDraft, useQuery, useSession } from '@daylight/web-data';
import { Button, Notice, Row, Stack, Tabs, Text, useHotkeys, useToast } from '@daylight/web-ui';
import type { Terms } from '@daylight/domain';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useText } from '../../../app/text.js';
import { HolidayRegionsDocument } from '../../calendars/generated/calendars.js';
import type { FieldProblem } from '../../forms/field-problems.js';
import { useAct } from '../../forms/use-act.js';
import {
  ContractChoicesDocument,
  SaveContractDraftDocument,
  type VersionWholeFragment,
} from '../generated/contracts.js';
import { readTerms } from '../read-terms.js';
import { ChangeList } from '../view/change-list.js';
import { BasicsSection } from './basics-section.js';
import { CalendarsSection } from './calendars-section.js';
import { countIn, keep, restore, SECTIONS, type Draft, type Section } from './draft.js';
import classes from './editor.module.css';
import { KpisSection } from './kpis-section.js';
import { PromisesSection } from './promises-section.js';
import { ResponsibilitiesSection } from './responsibilities-section.js';
import { RulesSection } from './rules-section.js';
import { ServicesSection } from './services-section.js';
import { SlaSection } from './sla-section.js';
import { StalePanel } from './stale-panel.js';

interface DraftEditorProps {
  readonly detail: VersionWholeFragment;
  readonly terms: Terms;
  /** The saved state as the page's head shows it. */
  readonly onSaved: () => void;
  /** Whether what is on screen differs from what is stored: proposing waits for saving. */
  readonly onDirty: (dirty: boolean) => void;
}

const draftOf = ({ version }: VersionWholeFragment, terms: Terms): Draft => ({
  effectiveFrom: version.effectiveFromDate,
  termEnd: version.termEnd,
  note: version.note ?? '',
  terms,
});

/** A draft being written. It is kept in this browser at every pause, so that leaving the page loses nothing. */
export function DraftEditor(props: DraftEditorProps) {
  const { viewer } = useSession();
  const kept = useDraft({ userId: viewer.id, tenantId: null, object: `contract:${props.detail.version.id}` });
  return kept.initial === null ? null : <Editor {...props} kept={kept.initial} onKeep={kept.save} />;
}

interface EditorProps extends DraftEditorProps {
  readonly kept: string;
  readonly onKeep: (text: string) => void;
}

function Editor({ detail, terms, onSaved, onDirty, kept, onKeep }: EditorProps) {
  const text = useText();
  const toast = useToast();
  const address = useAddress();
  const save = useAct(SaveContractDraftDocument);
  const [base, setBase] = useState(() => ({
    version: detail.version.version,
    draft: draftOf(detail, terms),
    changes: detail.changes,
    comparedWith: detail.comparedWith,
  }));
  const restored = useMemo(() => restore(kept, detail.version.version, readTerms), [kept, detail.version.version]);
  const [draft, setDraft] = useState<Draft>(restored ?? base.draft);
  const [wasRestored, setWasRestored] = useState(restored !== null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [stale, setStale] = useState<VersionWholeFragment | null>(null);
  const dirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(base.draft), [draft, base.draft]);
  const section = oneOf(address.get('part'), SECTIONS);

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => {
    const timer = setTimeout(() => onKeep(dirty ? keep(draft, base.version) : ''), 500);
    return () => clearTimeout(timer);
  }, [draft, dirty, base.version, onKeep]);

  function take(stored: VersionWholeFragment, own: Draft | null): void {
    const read = readTerms(stored.terms);
    if (read === null) return;
    const next = draftOf(stored, read);
    setBase({
      version: stored.version.version,
      draft: next,
      changes: stored.changes,
      comparedWith: stored.comparedWith,
    });
    setDraft(own ?? next);
    setStale(null);
    setProblems([]);
    setWasRestored(false);
  }
  async function store(): Promise<void> {
    const data = await save.run({
      input: {
        versionId: detail.version.id,
        version: base.version,
        effectiveFrom: draft.effectiveFrom,
        termEnd: draft.termEnd,
        note: draft.note === '' ? null : draft.note,
        terms: draft.terms,
      },
    });
    if (data === null) return;
    outcomeOf(data.saveContractDraft, {
      ContractDraftSaved: ({ draft: stored }) => {
        take(stored, null);
        toast({ text: text('editor.saved') });
        onSaved();
      },
      StaleContractVersion: ({ current }) => setStale(current),
      ContractStateRefused: ({ message }) => setProblems([{ path: '', message }]),
      InputRefused: (refused) => {
        setProblems(refused.problems);
        const [first] = SECTIONS.filter((each) => countIn(each, refused.problems) > 0);
        if (first !== undefined && countIn(section, refused.problems) === 0) address.set({ part: first }, 'replace');
      },
      NotFound: () => setProblems([{ path: '', message: text('contract.gone') }]),
    });
  }
  useHotkeys([{ keys: 'Mod+KeyS', label: text('form.save'), run: () => void store(), whileTyping: true }]);

  const change = (part: Partial<Terms>): void =>
    setDraft((before) => ({ ...before, terms: { ...before.terms, ...part } }));
  const replace = (terms: Terms): void => setDraft((before) => ({ ...before, terms }));
  const shared = { terms: draft.terms, change, problems };
  const content: Readonly<Record<Section, () => ReactNode>> = {
    basics: () => (
      <BasicsSection
        {...shared}
        draft={draft}
        replace={replace}
        onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
    ),
    services: () => (
      <WithChoices>{({ catalogue }) => <ServicesSection {...shared} catalogue={catalogue} />}</WithChoices>
    ),
    sla: () => <SlaSection {...shared} />,
    calendars: () => (
      <WithChoices>
        {({ templates, regions }) => <CalendarsSection {...shared} templates={templates} regions={regions} />}
      </WithChoices>
    ),
    rules: () => <RulesSection {...shared} />,
    promises: () => <PromisesSection {...shared} replace={replace} />,
    kpis: () => <KpisSection {...shared} />,
    responsibilities: () => <ResponsibilitiesSection {...shared} />,
    changes: () => (
      <ChangeList
        changes={base.changes}
        comparedWith={base.comparedWith}
        note={dirty ? text('editor.changesAfterSaving') : null}
      />
    ),
  };
  const unplaced = problems.filter(({ path }) => path === '' || path === 'terms').map(({ message }) => message);
  return (
    <Stack>
      {wasRestored ? (
        <Notice
          action={
            <Button
              size="small"
              onClick={() => {
                setDraft(base.draft);
                setWasRestored(false);
              }}
            >
              {text('editor.discard')}
            </Button>
          }
        >
          {text('editor.restored')}
        </Notice>
      ) : null}
      {problems.length === 0 ? null : (
        <Problems title={text('editor.refused', { count: problems.length })} messages={unplaced} />
      )}
      {problems.length === 0 || unplaced.length > 0 ? null : (
        <Notice tone="danger" live title={text('editor.refused', { count: problems.length })}>
          {text('editor.refusedWhere')}
        </Notice>
      )}
      {stale === null ? null : (
        <StalePanel
          mine={draft}
          theirs={stale}
          onTakeTheirs={() => take(stale, null)}
          onKeepMine={() => take(stale, draft)}
        />
      )}
      <Tabs
        label={text('editor.parts')}
        value={section}
        onChange={(part) => address.set({ part }, 'replace')}
        tabs={SECTIONS.map((id) => {
          const count = countIn(id, problems);
          return {
            id,
            label: text(`editor.part.${id}`),
            ...(count > 0 ? { count } : {}),
            content: id === section ? content[id]() : null,
          };
        })}
      />
      <div className={classes['bar']}>
        <Text look="small">{dirty ? text('editor.unsaved') : text('editor.allSaved', { version: base.version })}</Text>
        <Row gap="s">
          {dirty ? <Button onClick={() => setDraft(base.draft)}>{text('editor.discard')}</Button> : null}
          <Button look="primary" keys="Mod+KeyS" busy={save.busy} disabled={!dirty} onClick={() => void store()}>
            {text('form.save')}
          </Button>
        </Row>
      </div>
    </Stack>
  );
}

interface Choices {
  readonly catalogue: Parameters<typeof ServicesSection>[0]['catalogue'];
  readonly templates: Parameters<typeof CalendarsSection>[0]['templates'];
  readonly regions: readonly string[];
}

/** What the parts choose from; a part is usable before they have arrived. */
function WithChoices({ children }: { readonly children: (choices: Choices) => ReactNode }) {
  const [{ data }] = useQuery({ query: ContractChoicesDocument, requestPolicy: 'cache-and-network' });
  const [regions] = useQuery({ query: HolidayRegionsDocument, requestPolicy: 'cache-first' });
  return (
    <>
      {children({
        catalogue: data?.serviceItems.edges.map(({ node }) => node) ?? [],
        templates: data?.calendarTemplates.edges.map(({ node }) => node) ?? [],
        regions: regions.data?.holidayRegions ?? [],
      })}
    </>
  );
}
