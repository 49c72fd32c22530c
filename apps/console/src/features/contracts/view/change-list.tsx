import { useLocal } from '@daylight/web-app';
import { Badge, EmptyState, Panel, Stack, Text, type Tone } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import classes from '../editor/editor.module.css';
import type { ChangeInWordsFragment } from '../generated/contracts.js';

interface ChangeListProps {
  readonly changes: readonly ChangeInWordsFragment[];
  readonly comparedWith: { readonly ordinal: number } | null;
  readonly note?: string | null;
}

const KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
const TONES: Readonly<Record<(typeof KINDS)[number], Tone>> = { ADDED: 'ok', REMOVED: 'danger', CHANGED: 'accent' };

/** What differs from the version agreed before, in words that both sides read. */
export function ChangeList({ changes, comparedWith, note = null }: ChangeListProps) {
  const text = useText();
  const local = useLocal();
  const title =
    comparedWith === null ? text('changes.first') : text('changes.against', { ordinal: comparedWith.ordinal });
  return (
    <Panel title={text('changes.title')} description={title}>
      <Stack gap="s">
        {note === null ? null : <Text look="small">{note}</Text>}
        {changes.length === 0 ? (
          <EmptyState compact title={text(comparedWith === null ? 'changes.nothingBefore' : 'changes.none')} />
        ) : (
          <ul className={classes['changes']}>
            {changes.map((change, index) => {
              const kind = KINDS.find((each) => each === change.kind) ?? 'CHANGED';
              return (
                <li key={`${change.path}/${index}`}>
                  <span>
                    <Badge tone={TONES[kind]} look="outline">
                      {text(`changes.${kind}`)}
                    </Badge>
                  </span>
                  <span>{local(change.text)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}
