import { useLocal } from '@daylight/web-app';
import { Badge, EmptyState, Panel, type Tone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './changes.module.css';
import type { VersionWholeFragment } from './generated/contract.js';

const KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
const TONE: Readonly<Record<(typeof KINDS)[number], Tone>> = { ADDED: 'ok', REMOVED: 'danger', CHANGED: 'accent' };

/** What a version changes, in words. */
export function Changes({
  detail: { comparedWith, changes },
}: {
  readonly detail: Pick<VersionWholeFragment, 'comparedWith' | 'changes'>;
}) {
  const text = useText();
  const local = useLocal();
  if (comparedWith === null) return null;
  return (
    <Panel title={text('contract.changes', { ordinal: comparedWith.ordinal })}>
      {changes.length === 0 ? (
        <EmptyState compact title={text('contract.changes.none')} />
      ) : (
        <ul className={classes['list']}>
          {changes.map(({ path, kind, text: words }) => {
            const known = KINDS.find((one) => one === kind) ?? 'CHANGED';
            return (
              <li key={`${path}${kind}`} className={classes['change']}>
                <Badge tone={TONE[known]}>{text(`contract.change.${known}`)}</Badge>
                <span>{local(words)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
