import { Dialog } from '../overlays/dialog.js';
import { useUiText } from '../text/ui-text.js';
import type { Hotkey } from './hotkeys.js';
import { Kbd } from './kbd.js';
import classes from './kbd.module.css';

interface HotkeySheetProps {
  readonly hotkeys: readonly Hotkey[];
  readonly enabled: boolean;
  readonly onClose: () => void;
}

/** The list of shortcuts that work on this page. */
export default function HotkeySheet({ hotkeys, enabled, onClose }: HotkeySheetProps) {
  const text = useUiText();
  const general = text('ui.shortcuts.general');
  const all: readonly Hotkey[] = [...hotkeys, { keys: 'Shift+Slash', label: text('ui.shortcuts.sheet'), run: onClose }];
  const groups = [...new Set(all.map((hotkey) => hotkey.group ?? general))];
  return (
    <Dialog opened title={text('ui.shortcuts.title')} onClose={onClose} size="lg">
      {enabled ? null : <p className={classes['off']}>{text('ui.shortcuts.off')}</p>}
      <div className={classes['sheet']}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={classes['group']}>{group}</h3>
            {all
              .filter((hotkey) => (hotkey.group ?? general) === group)
              .map((hotkey) => (
                <div key={hotkey.keys} className={classes['row']}>
                  <span>{hotkey.label}</span>
                  <Kbd keys={hotkey.keys} />
                </div>
              ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
