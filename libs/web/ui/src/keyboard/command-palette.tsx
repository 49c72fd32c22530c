import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../overlays/dialog.js';
import { useUiText } from '../text/ui-text.js';
import { isComposing } from './combo.js';
import classes from './command-palette.module.css';
import { matches } from './hangul-search.js';
import { Kbd } from './kbd.js';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  /** Other words it is found by. */
  readonly keywords?: string;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
  /** Lets the app search objects as well; results come back within `commands`. */
  readonly onSearch?: (text: string) => void;
}

const MOST = 50;

/** Everything that can be done from here, found by typing. Loaded when first opened. */
export default function CommandPalette({ commands, onClose, onSearch }: CommandPaletteProps) {
  const text = useUiText();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => commands.filter((command) => matches(`${command.label} ${command.keywords ?? ''}`, typed)).slice(0, MOST),
    [commands, typed],
  );
  const current = found[Math.min(at, found.length - 1)];

  function choose(command: Command | undefined): void {
    if (command === undefined) return;
    onClose();
    command.run();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (event.code === 'Enter') choose(current);
    else if (step !== 0)
      setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % Math.max(found.length, 1));
    else return;
    event.preventDefault();
  }
  function search(value: string): void {
    setTyped(value);
    setAt(0);
    onSearch?.(value);
  }

  return (
    <Dialog opened title={text('ui.palette.title')} onClose={onClose} size="lg">
      <input
        className={classes['input']}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-label={text('ui.palette.title')}
        aria-activedescendant={current === undefined ? undefined : `${list}-${current.id}`}
        placeholder={text('ui.palette.placeholder')}
        value={typed}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
      />
      <div id={list} role="listbox" aria-label={text('ui.palette.title')} className={classes['list']}>
        {found.length === 0 ? <p className={classes['none']}>{text('ui.search.nothing')}</p> : null}
        {found.map((command, index) => (
          <div key={command.id}>
            {command.group === found[index - 1]?.group ? null : (
              <p className={classes['group']} role="presentation">
                {command.group}
              </p>
            )}
            <div
              id={`${list}-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command === current}
              className={classes['command']}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(command)}
              onKeyDown={onKeyDown}
            >
              <span className={classes['icon']} aria-hidden>
                {command.icon}
              </span>
              <span className={classes['label']}>{command.label}</span>
              {command.keys === undefined ? null : <Kbd keys={command.keys} />}
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
