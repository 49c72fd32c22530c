import { PRIORITIES, type SlaPolicy } from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { useLanguage, useToast } from '@daylight/web-ui';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useText } from '../../../app/text.js';
import { messageAt, within, type FieldProblem } from '../../forms/field-problems.js';
import { readAmount, writeAmount } from './amount.js';
import { LineDetail } from './line-detail.js';
import { MatrixCell } from './matrix-cell.js';
import classes from './matrix-grid.module.css';
import { paste, rowsOf, withCell, withLine, type MatrixLine, type MatrixRow, type Spot } from './matrix.js';

export interface CalendarChoice {
  readonly id: string;
  readonly name: string;
}

interface MatrixGridProps {
  readonly policy: SlaPolicy;
  readonly calendars: readonly CalendarChoice[];
  /** Ids of the targets of all other policies. */
  readonly taken: ReadonlySet<string>;
  readonly onChange: (policy: SlaPolicy) => void;
  /** Relative to the policy: `targets[1].amount`. */
  readonly problems: readonly FieldProblem[];
  readonly disabled?: boolean;
}

const STEPS: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/**
 * Promises of a policy: clocks down, priorities across. Arrows move, typing or Enter writes, Delete takes away, a range
 * copied from a spreadsheet can be pasted, and the grid can be copied into one.
 */
export function MatrixGrid({ policy, calendars, taken, onChange, problems, disabled = false }: MatrixGridProps) {
  const text = useText();
  const language = useLanguage();
  const toast = useToast();
  const [added, setAdded] = useState<readonly MatrixLine[]>([]);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const [typing, setTyping] = useState<string | null>(null);
  const rows = rowsOf(policy, added);
  const around = { taken, firstCalendarId: calendars[0]?.id ?? '' };
  const nameOf = (id: string): string => calendars.find((calendar) => calendar.id === id)?.name ?? id;
  const row = rows[clamp(spot.row, rows.length - 1)];
  const priority = PRIORITIES[spot.column];

  const move = (down: number, across: number): void =>
    setSpot((before) => ({
      row: clamp(before.row + down, rows.length - 1),
      column: clamp(before.column + across, PRIORITIES.length - 1),
    }));
  function write(typed: string): void {
    const read = readAmount(typed);
    if (row === undefined || priority === undefined || read.kind === 'unreadable') return;
    onChange(withCell(policy, row, priority, read.kind === 'amount' ? read.amount : null, around));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (typing !== null || event.metaKey || event.ctrlKey || event.altKey) return;
    const step = STEPS[event.code];
    const target = priority === undefined ? undefined : row?.cells[priority];
    if (step !== undefined) move(step.row, step.column);
    else if (event.code === 'Home') setSpot({ ...spot, column: 0 });
    else if (event.code === 'End') setSpot({ ...spot, column: PRIORITIES.length - 1 });
    else if (disabled) return;
    else if (event.code === 'Enter' || event.code === 'F2')
      setTyping(target === undefined ? '' : writeAmount(target.amount, language));
    else if (event.code === 'Delete' || event.code === 'Backspace') write('');
    else if (/^[0-9]$/.test(event.key)) setTyping(event.key);
    else return;
    event.preventDefault();
  }
  function onPaste(event: ClipboardEvent): void {
    if (disabled) return;
    event.preventDefault();
    const before = policy;
    const pasted = paste(policy, rows, spot, event.clipboardData.getData('text/plain'), around);
    onChange(pasted.policy);
    const parts = [text('matrix.pasted', { count: pasted.changed })];
    if (pasted.refused.length > 0)
      parts.push(
        text('matrix.pasteRefused', {
          cells: pasted.refused
            .slice(0, 5)
            .map(({ text: cell }) => `“${cell}”`)
            .join(', '),
        }),
      );
    if (pasted.outside > 0) parts.push(text('matrix.pasteOutside', { count: pasted.outside }));
    toast({ text: parts.join(' '), undo: () => onChange(before) });
  }
  function onCopy(event: ClipboardEvent): void {
    const words = (line: MatrixRow): string =>
      PRIORITIES.map((each) =>
        line.cells[each] === undefined ? '' : writeAmount(line.cells[each].amount, language),
      ).join('\t');
    event.clipboardData.setData('text/plain', rows.map(words).join('\n'));
    event.preventDefault();
    toast({ text: text('matrix.copied') });
  }

  const indexOf = (id: string): number => policy.targets.findIndex((target) => target.id === id);
  const problemsOf = (id: string): readonly FieldProblem[] => within(problems, `targets[${indexOf(id)}]`);
  const said = policy.targets.flatMap(({ id, clock, priority: at }) =>
    problemsOf(id)
      .slice(0, 1)
      .map(({ message }) => `${at} ${text(`clock.${clock}`)}: ${message}`),
  );
  const whole = messageAt(problems, '') ?? messageAt(problems, 'targets');
  return (
    <>
      <Problems messages={[...(whole === null ? [] : [whole]), ...said]} />
      <div className={classes['frame']}>
        <table
          className={classes['grid']}
          role="grid"
          aria-label={text('matrix.label')}
          aria-readonly={disabled}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onCopy={onCopy}
        >
          <thead>
            <tr role="row">
              <th scope="col" className={classes['corner']}>
                {text('matrix.clock')}
              </th>
              {PRIORITIES.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line, rowIndex) => (
              <tr role="row" key={line.key}>
                <th scope="row" role="rowheader">
                  {text(`clock.${line.clock}`)}
                  {line.types.length === 0 ? null : (
                    <span className={classes['types']}>
                      {line.types.map((type) => text(`matrix.type.${type}`)).join(', ')}
                    </span>
                  )}
                </th>
                {PRIORITIES.map((each, column) => {
                  const target = line.cells[each];
                  const active = rowIndex === spot.row && column === spot.column;
                  return (
                    <MatrixCell
                      key={each}
                      label={`${text(`clock.${line.clock}`)} ${each}`}
                      target={target}
                      calendarName={target === undefined ? '' : nameOf(target.calendarId)}
                      active={active}
                      invalid={target !== undefined && problemsOf(target.id).length > 0}
                      disabled={disabled}
                      typing={active ? typing : null}
                      onChoose={() => setSpot({ row: rowIndex, column })}
                      onType={setTyping}
                      onWrite={write}
                      onLeave={move}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {row === undefined || priority === undefined || disabled ? null : (
        <LineDetail
          row={row}
          priority={priority}
          calendars={calendars}
          onTarget={(change) => {
            const target = row.cells[priority];
            if (target !== undefined)
              onChange({
                ...policy,
                targets: policy.targets.map((each) => (each === target ? { ...each, ...change } : each)),
              });
          }}
          onLine={(change) => onChange(withLine(policy, row, change))}
          onAdd={(line) => setAdded([...added, line])}
        />
      )}
    </>
  );
}
