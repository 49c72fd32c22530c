import { diffTerms, type Language } from '@daylight/domain';
import { sayPlace, sayTerm } from '@daylight/text';
import { Button, Notice, Row, Stack, Table, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { VersionWholeFragment } from '../generated/contracts.js';
import { readTerms } from '../read-terms.js';
import { sectionOf, type Draft } from './draft.js';

interface StalePanelProps {
  readonly mine: Draft;
  readonly theirs: VersionWholeFragment;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

const MOST = 30;

interface Difference {
  readonly path: string;
  readonly where: string | null;
  readonly theirs: string;
  readonly mine: string;
}

/** Dates and the note, which stand beside the terms. */
const dated = (path: string, before: string | null, after: string | null): readonly Difference[] =>
  (before ?? '') === (after ?? '') ? [] : [{ path, where: null, theirs: before || '–', mine: after || '–' }];

/** Somebody else saved meanwhile: both are shown, and a person decides. Nothing was overwritten. */
export function StalePanel({ mine, theirs, onTakeTheirs, onKeepMine }: StalePanelProps) {
  const text = useText();
  const language: Language = useLanguage();
  const other = readTerms(theirs.terms);
  const { version } = theirs;
  const inTerms = (other === null ? [] : diffTerms(other, mine.terms)).map((change) => ({
    path: `terms.${change.path}`,
    where: sayPlace(change, [mine.terms, ...(other === null ? [] : [other])], language),
    theirs: other === null ? '–' : sayTerm(other, change, language),
    mine: sayTerm(mine.terms, change, language),
  }));
  const differences: readonly Difference[] = [
    ...dated('effectiveFrom', version.effectiveFromDate, mine.effectiveFrom),
    ...dated('termEnd', version.termEnd, mine.termEnd),
    ...dated('note', version.note, mine.note),
    ...inTerms,
  ];
  return (
    <Notice tone="warn" live title={text('stale.title')}>
      <Stack gap="s">
        <p>{text('stale.body', { count: differences.length })}</p>
        {differences.length === 0 ? null : (
          <Table
            caption={text('stale.title')}
            head={[text('stale.where'), text('stale.theirs'), text('stale.mine')]}
            rows={differences.slice(0, MOST).map(({ path, where, theirs: stored, mine: own }) => [
              <Stack key={path} gap="xs">
                <span>{text(`editor.part.${sectionOf(path)}`)}</span>
                {where === null ? null : <Text look="small">{where}</Text>}
              </Stack>,
              stored,
              own,
            ])}
          />
        )}
        {differences.length > MOST ? (
          <Text look="small">{text('stale.more', { count: differences.length - MOST })}</Text>
        ) : null}
        <Row gap="s">
          <Button size="small" onClick={onTakeTheirs}>
            {text('stale.takeTheirs')}
          </Button>
          <Button size="small" onClick={onKeepMine}>
            {text('stale.keepMine')}
          </Button>
        </Row>
      </Stack>
    </Notice>
  );
}
