import type { SlaTarget } from '@daylight/domain';
import { useLanguage } from '@daylight/web-ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../../app/text.js';
import { readAmount, writeAmount } from './amount.js';
import classes from './matrix-grid.module.css';

export interface CellProps {
  readonly label: string;
  readonly target: SlaTarget | undefined;
  readonly calendarName: string;
  readonly active: boolean;
  readonly invalid: boolean;
  readonly disabled: boolean;
  /** What typing began with; null while it is only chosen. */
  readonly typing: string | null;
  readonly onChoose: () => void;
  readonly onType: (start: string | null) => void;
  readonly onWrite: (text: string) => void;
  /** Leaves the cell after writing: down by Enter, along by Tab. */
  readonly onLeave: (rows: number, columns: number) => void;
}

/** One promise of the grid: chosen it moves by arrows, typed into it becomes a field. */
export function MatrixCell({
  label,
  target,
  calendarName,
  active,
  invalid,
  disabled,
  typing,
  onChoose,
  onType,
  onWrite,
  onLeave,
}: CellProps) {
  const text = useText();
  const language = useLanguage();
  const cell = useRef<HTMLTableCellElement>(null);
  const shown = target === undefined ? '' : writeAmount(target.amount, language);
  useEffect(() => {
    // Focus follows the choice only when it is already in the grid, so that opening a page doesn't steal it.
    if (active && typing === null && cell.current?.closest('table')?.contains(document.activeElement) === true)
      cell.current.focus();
  }, [active, typing]);
  return (
    <td
      ref={cell}
      role="gridcell"
      tabIndex={active ? 0 : -1}
      aria-selected={active}
      aria-invalid={invalid}
      aria-label={`${label}: ${shown === '' ? text('matrix.none') : `${shown}, ${calendarName}`}`}
      className={classes['cell']}
      onFocus={onChoose}
      onClick={() => cell.current?.focus()}
      onDoubleClick={() => !disabled && onType(shown)}
    >
      {shown === '' ? <span className={classes['none']}>–</span> : shown}
      {shown === '' ? null : <span className={classes['calendar']}>{calendarName}</span>}
      {typing === null ? null : (
        <CellInput label={label} start={typing} onWrite={onWrite} onStop={() => onType(null)} onLeave={onLeave} />
      )}
    </td>
  );
}

interface CellInputProps {
  readonly label: string;
  readonly start: string;
  readonly onWrite: (text: string) => void;
  readonly onStop: () => void;
  readonly onLeave: (rows: number, columns: number) => void;
}

function CellInput({ label, start, onWrite, onStop, onLeave }: CellInputProps) {
  const [typed, setTyped] = useState(start);
  const done = useRef(false);
  const bad = readAmount(typed).kind === 'unreadable';
  function write(): boolean {
    if (done.current) return true;
    if (bad) return false;
    done.current = true;
    onWrite(typed);
    return true;
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.code === 'Escape') {
      done.current = true;
      event.currentTarget.closest('td')?.focus();
      onStop();
      return;
    }
    if (event.code !== 'Enter' && event.code !== 'NumpadEnter' && event.code !== 'Tab') return;
    event.preventDefault();
    const box = event.currentTarget.closest('td');
    if (!write()) return;
    box?.focus();
    onStop();
    if (event.code === 'Tab') onLeave(0, event.shiftKey ? -1 : 1);
    else onLeave(event.shiftKey ? -1 : 1, 0);
  }
  return (
    <input
      className={classes['input']}
      aria-label={label}
      aria-invalid={bad}
      autoFocus
      value={typed}
      onFocus={(event) => start.length > 1 && event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onBlur={() => {
        write();
        onStop();
      }}
    />
  );
}
