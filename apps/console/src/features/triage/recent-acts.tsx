import { Button, Menu } from '@daylight/web-ui';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { UndoStack } from './undo-stack.js';

/** The last twenty acts, any of which can be taken back. */
export function RecentActs({ undo }: { readonly undo: UndoStack }) {
  const text = useText();
  const acts = undo.list();
  if (acts.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small" look="quiet" icon={<IconArrowBackUp size={16} aria-hidden />} keys="Mod+KeyZ">
          {text('triage.recent', { count: acts.length })}
        </Button>
      }
      heading={text('triage.recentHeading')}
      groups={[acts.map(({ id, words }) => ({ id: String(id), label: words, onSelect: () => undo.undo(id) }))]}
    />
  );
}
