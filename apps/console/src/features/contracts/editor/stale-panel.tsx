import { diffTerms } from '@daylight/domain';
import { Button, Notice, Row, Stack, Table, Text } from '@daylight/web-ui';
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

/** A value of the document as a short text; whole objects by their name. */
export function shortly(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'object') return String(value);
  if ('ko' in value && typeof value.ko === 'string') return value.ko;
  if ('name' in value) return shortly(value.name);
  const written = JSON.stringify(value);
  return written.length > 120 ? `${written.slice(0, 117)}…` : written;
}

/** Somebody else saved meanwhile: both are shown, and a person decides. Nothing was overwritten. */
export function StalePanel({ mine, theirs, onTakeTheirs, onKeepMine }: StalePanelProps) {
  const text = useText();
  const other = readTerms(theirs.terms);
  const dates = [
    { path: 'effectiveFrom', before: theirs.version.effectiveFromDate, after: mine.effectiveFrom },
    { path: 'termEnd', before: theirs.version.termEnd, after: mine.termEnd },
    { path: 'note', before: theirs.version.note ?? '', after: mine.note },
  ].filter(({ before, after }) => before !== after);
  const inTerms =
    other === null
      ? []
      : diffTerms(other, mine.terms).map(({ path, before, after }) => ({ path: `terms.${path}`, before, after }));
  const differences = [...dates, ...inTerms];
  return (
    <Notice tone="warn" live title={text('stale.title')}>
      <Stack gap="s">
        <p>{text('stale.body', { count: differences.length })}</p>
        {differences.length === 0 ? null : (
          <Table
            caption={text('stale.title')}
            head={[text('stale.where'), text('stale.theirs'), text('stale.mine')]}
            rows={differences.slice(0, MOST).map(({ path, before, after }) => [
              <Stack key={path} gap="xs">
                <span>{text(`editor.part.${sectionOf(path)}`)}</span>
                <Text look="code">{path.replace(/^terms\./, '')}</Text>
              </Stack>,
              shortly(before),
              shortly(after),
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
