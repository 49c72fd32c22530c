import { statement, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import {
  addDays,
  dayOf,
  DAY,
  DEFAULT_LOAD_RULES,
  RANGE_FROM,
  RANGE_TO,
  localDateOf,
  MINUTE,
  onCallLoad,
  shiftGaps,
  shifts,
  startOfLocalDate,
  type Instant,
  type OnCallSchedule,
  type Shift,
  weekdayOf,
} from '@daylight/domain';
import { scheduleRows } from '../documents/document-rows.js';
import { scheduleView } from '../documents/schedule-view.js';

/** A plan of eight weeks still ends within what calendars cover. */
const LATEST = RANGE_TO - 100 * DAY;

const NAMES = statement<{ person_id: string; display_name: string }>(
  'on-call-names',
  `select person_id, display_name from person where provider_id = $1 and side = 'PROVIDER'`,
);

/** `[Monday's local midnight on or before an instant, n weeks on)`. */
function weeksFrom(zone: string, from: Instant, weeks: number): { readonly from: Instant; readonly to: Instant } {
  const date = localDateOf(zone, from);
  const monday = addDays(date, -weekdayOf(dayOf(date) ?? 0));
  return { from: startOfLocalDate(zone, monday), to: startOfLocalDate(zone, addDays(monday, weeks * 7)) };
}

function sourceOf({ source }: Shift): { readonly kind: string; readonly sourceId: string } {
  if (source.kind === 'OVERRIDE') return { kind: 'OVERRIDE', sourceId: source.overrideId };
  return source.kind === 'SWAP'
    ? { kind: 'SWAP', sourceId: source.swapId }
    : { kind: 'LAYER', sourceId: source.layerId };
}

/** A schedule's weeks, stacked. null: no such schedule. Throws BAD_INPUT for more than 8 weeks or years nobody plans for. */
export async function onCallPlan(
  tx: Tx,
  asked: { readonly scheduleId: string; readonly from: Instant; readonly weeks: number },
) {
  if (asked.weeks < 1 || asked.weeks > 8) throw new DaylightError('BAD_INPUT', 'weeks has to be within 1..8');
  if (asked.from < RANGE_FROM || asked.from > LATEST) throw new DaylightError('BAD_INPUT', 'from is out of its range');
  const [row] = await scheduleRows(tx, true, asked.scheduleId);
  if (row === undefined) return null;
  const people = await tx.query(NAMES, [tx.scope.providerId]);
  const names = new Map(people.map(({ person_id, display_name }) => [person_id, display_name]));
  const { document } = row;
  const { from, to } = weeksFrom(document.zone, asked.from, asked.weeks);
  const nameOf = (personId: string): string => names.get(personId) ?? personId;
  const view = (shift: Shift) => {
    const { personId } = shift;
    return { personId, personName: nameOf(personId), from: shift.from, to: shift.to, ...sourceOf(shift) };
  };
  const only = (change: Partial<OnCallSchedule>) =>
    shifts({ ...document, layers: [], swaps: [], overrides: [], ...change }, from, to).map(view);
  return {
    ...{ schedule: scheduleView(row), from, to, final: shifts(document, from, to).map(view) },
    layers: document.layers.map((layer) => ({
      layerId: layer.id,
      name: layer.name,
      shifts: only({ layers: [layer] }),
    })),
    overrides: only({ overrides: document.overrides }),
    gaps: shiftGaps(document, from, to),
    load: onCallLoad(document, from, to, DEFAULT_LOAD_RULES).map(({ personId, week, onCallMs, nights }) => ({
      ...{ personName: nameOf(personId), week, onCallMinutes: Math.round(onCallMs / MINUTE), nights: nights.length },
    })),
  };
}
