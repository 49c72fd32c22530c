import {
  CLOCK_KINDS,
  PRIORITIES,
  type ClockKind,
  type Priority,
  type SlaPolicy,
  type SlaTarget,
  type TargetAmount,
  type TicketType,
} from '@daylight/domain';
import { readAmount } from './amount.js';

/** What a line of the grid is for. */
export interface MatrixLine {
  readonly clock: ClockKind;
  /** Empty: all ticket types. */
  readonly types: readonly TicketType[];
}

export interface MatrixRow extends MatrixLine {
  readonly key: string;
  readonly cells: Readonly<Partial<Record<Priority, SlaTarget>>>;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

const WARN_AT_PERCENT = [50, 75, 90] as const;

export const lineKey = ({ clock, types }: MatrixLine): string => `${clock}/${[...types].sort().join('+')}`;

/** Lines of a policy: one per clock and set of ticket types, and an empty one for each clock that isn't promised. */
export function rowsOf(policy: SlaPolicy, added: readonly MatrixLine[] = []): readonly MatrixRow[] {
  const lines = new Map<string, MatrixLine>();
  for (const target of policy.targets) lines.set(lineKey(target), target);
  for (const line of added) if (!lines.has(lineKey(line))) lines.set(lineKey(line), line);
  for (const clock of CLOCK_KINDS)
    if (![...lines.values()].some((line) => line.clock === clock))
      lines.set(lineKey({ clock, types: [] }), { clock, types: [] });
  const ordered = [...lines.entries()].sort(
    ([, a], [, b]) => CLOCK_KINDS.indexOf(a.clock) - CLOCK_KINDS.indexOf(b.clock) || a.types.length - b.types.length,
  );
  return ordered.map(([key, { clock, types }]) => ({ key, clock, types, cells: cellsOf(policy, key) }));
}

function cellsOf(policy: SlaPolicy, key: string): MatrixRow['cells'] {
  return Object.fromEntries(
    policy.targets.filter((target) => lineKey(target) === key).map((target) => [target.priority, target]),
  );
}

interface Surroundings {
  /** Ids of all targets of the document: an id names one target in all policies. */
  readonly taken: ReadonlySet<string>;
  readonly firstCalendarId: string;
}

function freshId({ clock, types }: MatrixLine, priority: Priority, taken: ReadonlySet<string>): string {
  const base = [priority, clock, ...types].join('-').toLowerCase().replaceAll('_', '-').slice(0, 90);
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
}

/** The policy with one cell set; null takes the promise away. A new one runs on the calendar of its line, else on the first. */
export function withCell(
  policy: SlaPolicy,
  row: MatrixRow,
  priority: Priority,
  amount: TargetAmount | null,
  { taken, firstCalendarId }: Surroundings,
): SlaPolicy {
  const present = row.cells[priority];
  if (amount === null)
    return present === undefined
      ? policy
      : { ...policy, targets: policy.targets.filter((target) => target !== present) };
  if (present !== undefined)
    return {
      ...policy,
      targets: policy.targets.map((target) => (target === present ? { ...target, amount } : target)),
    };
  const neighbour = PRIORITIES.flatMap((each) => row.cells[each] ?? []).at(-1);
  const target: SlaTarget = {
    id: freshId(row, priority, new Set([...taken, ...policy.targets.map(({ id }) => id)])),
    clock: row.clock,
    priority,
    types: row.types,
    amount,
    calendarId: neighbour?.calendarId ?? firstCalendarId,
    warnAtPercent: neighbour?.warnAtPercent ?? WARN_AT_PERCENT,
  };
  return { ...policy, targets: [...policy.targets, target] };
}

export interface Pasted {
  readonly policy: SlaPolicy;
  readonly changed: number;
  /** Cells whose text could not be read; they keep what they had. */
  readonly refused: readonly { readonly spot: Spot; readonly text: string }[];
  /** Cells that would lie outside of the grid. */
  readonly outside: number;
}

/** The cells of a copied range: tab-separated lines, with the quotes that spreadsheets put around line breaks and quotes. */
export function readTable(pasted: string): readonly (readonly string[])[] {
  const lines = pasted.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) =>
    line.split('\t').map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim()),
  );
}

/** Puts a range copied from a spreadsheet into the grid, its upper left corner at `at`. What can't be read changes nothing. */
export function paste(
  policy: SlaPolicy,
  rows: readonly MatrixRow[],
  at: Spot,
  pasted: string,
  around: Surroundings,
): Pasted {
  const refused: { readonly spot: Spot; readonly text: string }[] = [];
  let next = policy;
  let changed = 0;
  let outside = 0;
  for (const [down, cells] of readTable(pasted).entries()) {
    for (const [across, text] of cells.entries()) {
      const spot = { row: at.row + down, column: at.column + across };
      const line = rows[spot.row];
      const priority = PRIORITIES[spot.column];
      const read = readAmount(text);
      if (line === undefined || priority === undefined) outside += 1;
      else if (read.kind === 'unreadable') refused.push({ spot, text });
      else {
        const row = { ...line, cells: cellsOf(next, line.key) };
        next = withCell(next, row, priority, read.kind === 'amount' ? read.amount : null, around);
        changed += 1;
      }
    }
  }
  return { policy: next, changed, refused, outside };
}

/** All targets of one line changed alike: its calendar, its warnings, its ticket types. */
export function withLine(
  policy: SlaPolicy,
  row: MatrixRow,
  change: Partial<Pick<SlaTarget, 'calendarId' | 'warnAtPercent' | 'types'>>,
): SlaPolicy {
  return {
    ...policy,
    targets: policy.targets.map((target) => (lineKey(target) === row.key ? { ...target, ...change } : target)),
  };
}
