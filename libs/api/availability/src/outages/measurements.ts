import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { DAY, type Instant } from '@daylight/domain';
import { loadPromises } from '../facts/promises.js';
import { publishedAt } from '../figures/published.js';
import { FAULTS } from '../messages.js';
import { problem, refused, type AvailabilityRefused } from '../outcomes.js';
import { instantJson, personJson } from '../sql/json.js';

/** `Measurement` of the schema. */
export interface MeasurementView {
  readonly id: string;
  readonly serviceItemId: string;
  readonly measured: boolean;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly sourceId: string | null;
  readonly sourceName: string | null;
  readonly person: unknown;
  readonly reason: string | null;
}

export type RecordResult =
  | { readonly __typename: 'MeasurementRecorded'; readonly measurement: MeasurementView }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

const LONGEST_MS = 31 * DAY;
const VIEW = `jsonb_build_object('id', m.measurement_id, 'serviceItemId', m.service_item_id, 'measured', m.measured, 'from', ${instantJson('m.from_at')},
    'to', ${instantJson('m.to_at')}, 'sourceId', m.source_id, 'sourceName', s.name, 'person', ${personJson('m.provider_id', 'm.person_id')}, 'reason', m.reason)`;
const LIST = statement<{ view: MeasurementView }>(
  'measurements',
  `select ${VIEW} as view from measurement m left join alert_source s on s.provider_id = m.provider_id and s.source_id = m.source_id
   where m.provider_id = $1 and m.tenant_id = $2 and m.service_item_id = $3 order by m.from_at desc, m.measurement_id desc limit 100`,
);
const ADD = statement<{ view: MeasurementView }>(
  'measurement-add',
  `with added as (
     insert into measurement (provider_id, tenant_id, measurement_id, service_item_id, measured, from_at, to_at, person_id, reason, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *)
   select ${VIEW.replace('s.name', 'null')} as view from added m`,
);

/** When a service of a client was watched, newest first, at most a hundred. One statement. */
export async function measurementList(
  tx: Tx<StaffScope>,
  { tenantId, serviceItemId }: { readonly tenantId: string; readonly serviceItemId: string },
): Promise<readonly MeasurementView[]> {
  if (!isId(tenantId) || !isId(serviceItemId)) return [];
  return (await tx.query(LIST, [tx.scope.providerId, tenantId, serviceItemId])).map(({ view }) => view);
}

export interface MeasurementInput {
  readonly tenantId: string;
  readonly serviceItemId: string;
  readonly measured: boolean;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/** A named person's word that a service was watched by other means, or that what watched it can't be relied on. */
export async function recordMeasurement(tx: Tx<StaffScope>, input: MeasurementInput): Promise<RecordResult> {
  const { tenantId, serviceItemId, measured, from, to, reason } = input;
  const { language, providerId, personId } = tx.scope;
  const problems = [
    ...textProblems(reason, { path: 'reason', max: 4_000, language }),
    ...(to <= from ? [problem('to', 'REVERSED', FAULTS.reversed, language)] : []),
    ...(to - from > LONGEST_MS ? [problem('to', 'TOO_LONG', FAULTS.tooLong, language)] : []),
    ...(to > tx.now ? [problem('to', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
  ];
  if (problems.length > 0) return inputRefused(problems);
  if (!isId(tenantId) || !isId(serviceItemId)) return notFoundResult('service');
  const promises = await loadPromises(tx, tenantId);
  if (promises.versions.length === 0) return notFoundResult('tenant');
  if (promises.at(serviceItemId, from) === null) {
    return inputRefused([problem('serviceItemId', 'NOT_AGREED', FAULTS.noContract, language)]);
  }
  if (await publishedAt(tx, { tenantId, serviceItemId, from, to })) return refused('PUBLISHED', language);
  const id = newId();
  const said = [measured, timestamp(from), timestamp(to), personId, reason.trim(), timestamp(tx.now)];
  const [row] = await tx.query(ADD, [providerId, tenantId, id, serviceItemId, ...said]);
  if (row === undefined) return notFoundResult('service');
  await appendEvents(tx, [{ topic: 'availability.changed', tenantId, ids: {} }]);
  const audit = { action: 'measurement.record', objectType: 'measurement', objectId: id, tenantId };
  await recordAudit(tx, audit);
  return { __typename: 'MeasurementRecorded', measurement: row.view };
}
