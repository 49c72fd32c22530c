import type { RiskDotWholeFragment } from './generated/risk.js';

export type Dot = RiskDotWholeFragment;

/** A lane of the board; `OVER` holds what is missed already, `null` what no team has. */
export interface Lane {
  readonly id: string | null;
  readonly kind: 'OVER' | 'TEAM';
  readonly name: string | null;
  readonly dots: readonly Dot[];
}

const SECONDS_PER_HOUR = 3_600;

/** Working hours to or since the breach: where a dot stands. */
export const hoursOf = ({ leftSeconds }: Dot): number => Math.abs(leftSeconds) / SECONDS_PER_HOUR;

/** What is at stake, in minor units; 0 where none is known. Money of several currencies can't be compared: then nothing is. */
export function stakes(dots: readonly Dot[]): ReadonlyMap<string, number> {
  const currencies = new Set(dots.flatMap(({ atStake }) => atStake?.currency ?? []));
  if (currencies.size !== 1) return new Map();
  return new Map(dots.map(({ ticket, atStake }) => [ticket.id, atStake?.amountMinor ?? 0]));
}

/** What is over stands first; then a lane for each team by name, and last what nobody's team has. */
export function lanesOf(dots: readonly Dot[], language: string): readonly Lane[] {
  const teams = new Map<string | null, { name: string | null; dots: Dot[] }>();
  for (const dot of dots) {
    if (dot.over) continue;
    const { team } = dot.ticket;
    const lane = teams.get(team?.id ?? null) ?? { name: team?.name ?? null, dots: [] };
    lane.dots.push(dot);
    teams.set(team?.id ?? null, lane);
  }
  const order = new Intl.Collator(language);
  const named = [...teams].sort(([, a], [, b]) =>
    a.name === null || b.name === null
      ? Number(a.name === null) - Number(b.name === null)
      : order.compare(a.name, b.name),
  );
  const over = dots.filter((dot) => dot.over);
  return [
    ...(over.length === 0 ? [] : [{ id: 'over', kind: 'OVER', name: null, dots: over } as const]),
    ...named.map(([id, lane]) => ({ id, kind: 'TEAM', ...lane }) as const),
  ];
}

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
export const isArrow = (code: string): code is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(code);

/** The ticket that an arrow leads to: along its lane, or to the nearest in time of the lane above or below. */
export function stepTo(lanes: readonly Lane[], ticketId: string, arrow: Arrow): string {
  const at = lanes.findIndex(({ dots }) => dots.some(({ ticket }) => ticket.id === ticketId));
  const inOrder = (lane: Lane | undefined): readonly Dot[] =>
    [...(lane?.dots ?? [])].sort((a, b) => hoursOf(a) - hoursOf(b));
  const own = inOrder(lanes[at]);
  const index = own.findIndex(({ ticket }) => ticket.id === ticketId);
  const here = own[index];
  if (here === undefined) return ticketId;
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    return own[index + (arrow === 'ArrowLeft' ? -1 : 1)]?.ticket.id ?? ticketId;
  }
  const other = inOrder(lanes[at + (arrow === 'ArrowUp' ? -1 : 1)]);
  const distance = (dot: Dot): number => Math.abs(hoursOf(dot) - hoursOf(here));
  return [...other].sort((a, b) => distance(a) - distance(b))[0]?.ticket.id ?? ticketId;
}
