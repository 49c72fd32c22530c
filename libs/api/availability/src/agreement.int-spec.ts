import {
  compileCalendar,
  HOUR,
  measureAvailability,
  parsePeriod,
  subtractSpans,
  unionOf,
  type AvailabilityFacts,
  type Instant,
} from '@daylight/domain';
import { newId } from '@daylight/api-platform';
import fc from 'fast-check';
import { availabilityFigures } from './figures/read-figures.js';
import { at, createHouse, promising, staffTx, type House } from './house.fixture.js';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await createHouse();
  house.db.setNow(at('2026-09-02 09:00'));
});
afterAll(() => house.close());

const START = at('2026-08-01 00:00');
const END = at('2026-09-01 00:00');

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Stretches on a coarse grid, so that they touch, nest and overlap; some leave the month. */
const stretch: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: -30, max: 31 * 24 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, hours]) => ({ from: START + from * HOUR, to: START + (from + hours) * HOUR }));
const history = fc.record({
  outages: fc.array(fc.tuple(stretch, fc.constantFrom('DOWN' as const, 'DEGRADED' as const)), { maxLength: 6 }),
  measured: fc.array(stretch, { maxLength: 4 }),
  windows: fc.array(
    fc.tuple(
      stretch,
      fc.constantFrom<number | null>(72, 24, null),
      fc.boolean(),
      fc.constantFrom<number | null>(2, null),
    ),
    { maxLength: 4 },
  ),
  claims: fc.array(
    fc.tuple(
      stretch,
      fc.constantFrom('ACCEPTED' as const, 'PROPOSED' as const, 'REJECTED' as const, 'DISPUTED' as const),
    ),
    { maxLength: 4 },
  ),
});
type Made = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** The facts by themselves, without a database. */
function factsOf({ outages, measured, windows, claims }: Made): AvailabilityFacts {
  const gaps = subtractSpans([{ from: START, to: END }], unionOf(measured));
  return {
    assetIds: [],
    outages: outages.map(([span, state], n) => ({ id: `o${n}`, assetIds: [], state, ticketIds: [], ...span })),
    gaps: gaps.map((gap, n) => ({ id: `g${n}`, assetIds: [], ...gap })),
    maintenance: windows.map(([{ from, to }, notice, cancelled, over], n) => ({
      ...{ id: `w${n}`, assetIds: [], kind: 'PLANNED', cancelled, endedAt: over === null ? null : to + over * HOUR },
      announcements: [{ deliveredAt: notice === null ? null : from - notice * HOUR, from, to }],
    })),
    exclusions: claims.map(([span, state], n) => ({ id: `c${n}`, assetIds: [], cause: 'CLIENT', state, ...span })),
  };
}

const date = (instant: Instant | null) => (instant === null ? null : new Date(instant));

/** The same as rows, as people, signals and the worker would have left them. */
async function write({ outages, measured, windows, claims }: Made): Promise<void> {
  const { providerId, tenantId, service, adminId } = house.acme;
  const { db } = house;
  for (const table of [
    'exclusion',
    'outage',
    'measurement',
    'maintenance_announcement',
    'maintenance_service',
    'maintenance_window',
  ]) {
    await db.owner(`delete from ${table} where tenant_id = $1`, [tenantId]);
  }
  const of = [providerId, tenantId];
  for (const [{ from, to }, state] of outages) {
    await db.owner(
      `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at, from_signals, opened_by, created_at)
       values ($1, $2, $3, $4, $5, 'x', 'x', $6, $7, false, $8, $6)`,
      [...of, newId(), service, state, date(from), date(to), adminId],
    );
  }
  for (const { from, to } of measured) {
    await db.owner(
      `insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, to_at, person_id, reason, created_at)
       values ($1, $2, $3, true, $4, $5, $6, 'x', now())`,
      [...of, service, date(from), date(to), adminId],
    );
  }
  for (const [{ from, to }, notice, cancelled, over] of windows) {
    const id = newId();
    const ended = over === null ? null : to + over * HOUR;
    await db.owner(
      `insert into maintenance_window (provider_id, tenant_id, window_id, kind, title_ko, title_en, description_ko, description_en, starts_at, ends_at,
         started_at, ended_at, cancelled_at, cancel_reason, created_at, created_by)
       values ($1, $2, $3, 'PLANNED', 'x', 'x', '', '', $4, $5, $6, $7, $8, $9, $4, $10)`,
      [
        ...of,
        id,
        date(from),
        date(to),
        ended === null ? null : date(from),
        date(ended),
        cancelled ? date(from) : null,
        cancelled ? 'x' : null,
        adminId,
      ],
    );
    await db.owner(
      'insert into maintenance_service (provider_id, tenant_id, window_id, service_item_id) values ($1, $2, $3, $4)',
      [...of, id, service],
    );
    await db.owner(
      `insert into maintenance_announcement (provider_id, tenant_id, window_id, ordinal, at, person_id, starts_at, ends_at, delivered_at)
       values ($1, $2, $3, 1, $4, $5, $4, $6, $7)`,
      [...of, id, date(from), adminId, date(to), notice === null ? null : date(from - notice * HOUR)],
    );
  }
  for (const [{ from, to }, state] of claims) {
    await db.owner(
      `insert into exclusion (provider_id, tenant_id, exclusion_id, service_item_id, cause, from_at, to_at, reason, state, proposed_by, proposed_at)
       values ($1, $2, $3, $4, 'CLIENT', $5, $6, 'x', $7, $8, now())`,
      [...of, newId(), service, date(from), date(to), state, adminId],
    );
  }
}

test.each(['UP', 'DOWN', 'EXCLUDED'] as const)(
  'what the rows come to is what the facts come to by themselves, unmeasured time counting as %s',
  async (unmeasured) => {
    const { tenantId, service, plain } = house.acme;
    const terms = promising(service, plain, { unmeasured, degradedPercent: 50 });
    const text = JSON.stringify(terms);
    await house.db.owner(`alter table contract_version disable trigger user`, []);
    await house.db.owner(
      `update contract_version set terms = $2, terms_digest = encode(sha256($3::bytea), 'hex') where tenant_id = $1`,
      [tenantId, text, Buffer.from(text)],
    );
    const [promise] = terms.availability ?? [];
    const [calendar] = terms.calendars;
    const period = parsePeriod('Asia/Seoul', '2026-08');
    if (promise === undefined || calendar === undefined || period === null) throw new Error('nothing promised');
    const maintenance = { terms: terms.maintenance ?? null, noticeCalendar: null, zone: 'Asia/Seoul' };
    await fc.assert(
      fc.asyncProperty(history, async (made) => {
        await write(made);
        const facts = factsOf(made);
        const measured = measureAvailability({
          ...{ terms: promise, facts, period, asOf: END, maintenance },
          calendar: compileCalendar(calendar, [], END),
        });
        const figures = await staffTx(house, house.acme, (tx) =>
          availabilityFigures(tx, { tenantId, period: '2026-08' }),
        );
        const figure = figures?.find(({ serviceItemId }) => serviceItemId === service);
        const ratio = measured.kind === 'measured' ? measured.figure.ratio : null;
        expect([figure?.numerator ?? null, figure?.denominator ?? null]).toEqual([
          ratio?.numerator.toString() ?? null,
          ratio?.denominator.toString() ?? null,
        ]);
      }),
      { numRuns: 12 },
    );
  },
);
