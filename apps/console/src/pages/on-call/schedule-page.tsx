import { Permitted, Problems, QueryView, useGo, useLocal, useMay, useParam } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import { wallClock } from '@daylight/web-format';
import { Button, EmptyState, Notice, PageLayout, Panel, Stack, useNow, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { elsewhere, messageAt, within, type FieldProblem } from '../../features/forms/field-problems.js';
import { replaced, without } from '../../features/forms/lists.js';
import { LocalizedField } from '../../features/forms/localized-field.js';
import { useAct } from '../../features/forms/use-act.js';
import { ZoneSelect } from '../../features/forms/zone-select.js';
import { DraftPreview } from '../../features/on-call/draft-preview.js';
import {
  OnCallSchedulesDocument,
  OnCallStaffDocument,
  SaveOnCallScheduleDocument,
  type ScheduleWholeFragment,
} from '../../features/on-call/generated/on-call.js';
import { LayerFields } from '../../features/on-call/layer-fields.js';
import { freeKey, newLayer, readDraft, type ScheduleDraft } from '../../features/on-call/schedule-document.js';

/** A schedule's rotations: a new one, or one that is kept. */
export function SchedulePage() {
  const text = useText();
  const id = useParam('scheduleId');
  const back = { href: '/on-call', label: text('app.nav.onCall') };
  return (
    <Permitted permission="oncall:edit" title={text('schedule.new')} back={back}>
      {id === '' ? <Editor stored={null} /> : <Stored id={id} />}
    </Permitted>
  );
}

function Stored({ id }: { readonly id: string }) {
  const text = useText();
  const [state, ask] = useQuery({ query: OnCallSchedulesDocument, variables: { includeArchived: true } });
  const stored = state.data?.onCallSchedules.find((one) => one.id === id);
  if (stored !== undefined) return <Editor key={stored.id} stored={stored} />;
  return (
    <PageLayout title={text('app.nav.onCall')} back={{ href: '/on-call', label: text('app.nav.onCall') }}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3} lineHeight="8rem">
        {() => (
          <Panel>
            <EmptyState title={text('page.gone')} />
          </Panel>
        )}
      </QueryView>
    </PageLayout>
  );
}

function useStart(stored: ScheduleWholeFragment | null): ScheduleDraft {
  const now = useNow('minute');
  const kept = stored === null ? null : readDraft(stored.document);
  const zone = 'Asia/Seoul';
  const layers = [newLayer('layer-1', wallClock(now, zone).slice(0, 10))];
  return kept ?? { name: { ko: '', en: '' }, zone, layers, swaps: [], overrides: [] };
}

function Editor({ stored }: { readonly stored: ScheduleWholeFragment | null }) {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const toast = useToast();
  const now = useNow('minute');
  const may = useMay();
  const { run, busy } = useAct(SaveOnCallScheduleDocument);
  const [{ data }] = useQuery({ query: OnCallStaffDocument, requestPolicy: 'cache-first' });
  const [draft, setDraft] = useState(useStart(stored));
  const [version, setVersion] = useState(stored?.version ?? null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [stale, setStale] = useState(false);
  const staff = data?.staffDirectory ?? [];
  async function save(archived: boolean): Promise<void> {
    const input = { scheduleId: stored?.id ?? null, expectedVersion: version, document: draft, archived };
    const answer = await run({ input });
    if (answer === null) return;
    outcomeOf(answer.saveOnCallSchedule, {
      OnCallScheduleSaved: ({ schedule }) => {
        toast({ text: text('onCall.saved') });
        go(archived ? '/on-call' : `/on-call?schedule=${schedule.id}`);
      },
      OnCallScheduleChangedMeanwhile: ({ current }) => {
        setVersion(current.version);
        setStale(true);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('page.gone') }]),
    });
  }
  const { layers } = draft;
  const parts = ['name', 'zone', ...layers.map((_layer, index) => `layers[${index}]`)];
  const add = (): void => {
    const key = freeKey(
      layers.map(({ id }) => id),
      'layer',
    );
    setDraft({ ...draft, layers: [...layers, newLayer(key, wallClock(now, draft.zone).slice(0, 10))] });
  };
  return (
    <PageLayout
      title={stored === null ? text('schedule.new') : local(stored.name)}
      back={{ href: '/on-call', label: text('app.nav.onCall') }}
      actions={
        may('oncall:edit') ? (
          <>
            {stored === null ? null : (
              <Button busy={busy} onClick={() => void save(!stored.archived)}>
                {text(stored.archived ? 'calendars.unarchive' : 'calendars.archive')}
              </Button>
            )}
            <Button look="primary" busy={busy} onClick={() => void save(stored?.archived ?? false)}>
              {text('form.save')}
            </Button>
          </>
        ) : undefined
      }
      aside={<DraftPreview draft={draft} staff={staff} now={now} />}
    >
      <Stack>
        <Problems title={text('form.refused')} messages={elsewhere(problems, parts).map(({ message }) => message)} />
        {stale ? (
          <Notice tone="warn" live>
            {text('schedule.stale')}
          </Notice>
        ) : null}
        <Panel>
          <Stack>
            <LocalizedField
              label={text('onCall.name')}
              required
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
              problems={within(problems, 'name')}
            />
            <ZoneSelect
              label={text('schedule.zone')}
              description={text('schedule.zone.help')}
              value={draft.zone}
              error={messageAt(problems, 'zone')}
              onChange={(zone) => setDraft({ ...draft, zone })}
            />
          </Stack>
        </Panel>
        {layers.map((layer, index) => (
          <LayerFields
            key={layer.id}
            number={index + 1}
            layer={layer}
            staff={staff}
            onChange={(next) => setDraft({ ...draft, layers: replaced(layers, index, next) })}
            onRemove={layers.length === 1 ? null : () => setDraft({ ...draft, layers: without(layers, index) })}
            problems={within(problems, `layers[${index}]`)}
          />
        ))}
        <div>
          <Button onClick={add}>{text('layer.add')}</Button>
        </div>
      </Stack>
    </PageLayout>
  );
}
