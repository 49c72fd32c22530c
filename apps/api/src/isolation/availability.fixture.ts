// For houses.fixture.ts: an outage of one client, work that was announced, a claim, and a quarter with the credit it earned.
import { newId, sha256 } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { canonicalJson } from '@daylight/domain';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words that everybody of the client may read, and words for staff only. */
  readonly own: string;
  readonly internal: string;
  readonly service: string;
  readonly version: string;
  readonly ticket: string;
  readonly alert: string;
  readonly source: string;
  /** An account manager of the provider, and an approver of the client. */
  readonly by: string;
  readonly approver: string;
}

const [FROM, TO] = ['2026-03-02T01:00:00Z', '2026-03-02T05:00:00Z'];
/** Until then the client accepted that it doesn't count. */
const EXCLUDED_TO = '2026-03-02T03:00:00Z';

/** What the quarter's figure was computed from; its promise bears the client's words. */
function documentOf(
  own: string,
  ids: { readonly service: string; readonly outage: string; readonly exclusion: string },
) {
  const zone = 'Asia/Seoul';
  const name = { ko: own, en: own };
  const calendar = { id: 'always', name, zone, kind: 'ALWAYS', weekly: {}, exceptions: [], breaks: [] };
  const promise = { id: 'web', name, serviceItemIds: [ids.service], calendarId: 'always', period: 'QUARTER' };
  const rules = { targetPpm: 999_500, assetRule: 'ANY', weights: [], degradedPercent: 0, unmeasured: 'UP' };
  const schedule = { id: 'c', name, basis: { kind: 'AVAILABILITY', availabilityId: 'web' }, cap: null };
  const tiers = [{ fromPpm: 0, belowPpm: 999_500, creditPpm: 100_000 }];
  const money = { tiers, rounding: 'TRUNCATE', treatment: { kind: 'COMPENSATION' }, termination: null };
  const span = { assetIds: [], from: FROM, to: TO };
  return {
    terms: {
      ...{ reportingZone: zone, currency: 'KRW' },
      calendars: [{ ...calendar, holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] }],
      availability: [{ ...promise, ...rules, excludable: ['CLIENT'] }],
      credits: [{ ...schedule, ...money }],
    },
    ...{
      period: '2026-Q1',
      asOf: '2026-03-31T15:00:00Z',
      availabilityId: 'web',
      holidays: [],
      gaps: [],
      maintenance: [],
    },
    fees: [{ versionId: '1', from: '2026-01-01', to: '2026-04-01', monthlyFeeMinor: 1_000_000 }],
    outages: [{ ...span, id: ids.outage, state: 'DOWN', ticketIds: [] }],
    exclusions: [{ ...span, to: EXCLUDED_TO, id: ids.exclusion, cause: 'CLIENT', state: 'ACCEPTED' }],
  };
}

/** Ids of what was made. */
export async function putAvailability(seed: Seed) {
  const { db, of, own, internal, service, by, approver } = seed;
  const [outage, window, exclusion, figure, credit] = [newId(), newId(), newId(), newId(), newId()];
  const titles = { title_ko: `${own} outage`, title_en: `${own} outage` };
  const outageOf = { ...of, outage_id: outage };
  const was = { state: 'DOWN', started_at: FROM, ended_at: TO };
  await put(db, 'outage', {
    ...{ ...outageOf, service_item_id: service, ...titles, ...was, ticket_ids: [seed.ticket] },
    ...{ from_signals: false, opened_by: by, corrected: true, created_at: NOW },
  });
  const change = { change_id: newId(), kind: 'CORRECTED', at: NOW, person_id: by, reason: own, ...was };
  await put(db, 'outage_change', { ...outageOf, ...change });
  const said = { at: NOW, stage: 'RESOLVED', body_ko: own, body_en: own, person_id: by };
  await put(db, 'outage_update', { ...outageOf, update_id: newId(), ...said });
  await put(db, 'outage_alert', { ...outageOf, alert_id: seed.alert, fired_at: FROM, recovered_at: TO });
  const rule = { source_id: seed.source, down_from: 'HIGH', degraded_from: 'NEVER', updated_at: NOW, updated_by: by };
  await put(db, 'outage_rule', { ...of, ...rule });
  const watched = { measurement_id: newId(), service_item_id: service, measured: false, from_at: FROM, to_at: TO };
  await put(db, 'measurement', { ...of, ...watched, person_id: by, reason: internal, created_at: NOW });

  const windowOf = { ...of, window_id: window };
  const times = { starts_at: FROM, ends_at: TO };
  const words = { title_ko: `${own} work`, title_en: `${own} work`, description_ko: own, description_en: own };
  const made = { created_at: NOW, created_by: by };
  await put(db, 'maintenance_window', { ...windowOf, kind: 'PLANNED', ...words, ...times, ...made });
  await put(db, 'maintenance_service', { ...windowOf, service_item_id: service });
  const announced = { ordinal: 1, at: NOW, person_id: by, ...times, reason: own, delivered_at: NOW };
  await put(db, 'maintenance_announcement', { ...windowOf, ...announced });
  const letter = { notice_id: newId(), ordinal: 1, person_id: approver, state: 'DELIVERED', delivered_at: NOW };
  await put(db, 'maintenance_notice', { ...windowOf, ...letter });

  const claim = { exclusion_id: exclusion, service_item_id: service, outage_id: outage, cause: 'CLIENT', reason: own };
  const answer = { state: 'ACCEPTED', proposed_by: by, proposed_at: NOW, decided_by: approver, decided_at: NOW };
  await put(db, 'exclusion', { ...of, ...claim, from_at: FROM, to_at: EXCLUDED_TO, ...answer, decision_note: own });

  const document = canonicalJson(documentOf(own, { service, outage, exclusion }));
  const digest = sha256(document);
  const period = {
    period_key: '2026-Q1',
    ordinal: 0,
    period_from: '2025-12-31T15:00:00Z',
    period_to: '2026-03-31T15:00:00Z',
  };
  const result = { numerator: 1_078, denominator: 1_079, verdict: 'MISSED', credited: true, credit_minor: 300_000 };
  await put(db, 'availability_figure', {
    ...{ ...of, figure_id: figure, service_item_id: service, ...period, version_id: seed.version, bears_credit: true },
    ...{ ...result, total_minor: 300_000, currency: 'KRW', document, digest, computed_at: NOW },
    ...{ published_at: NOW, published_by: by },
  });
  await put(db, 'availability_keeping', { ...of, looked_at: NOW });
  const creditOf = { ...of, credit_id: credit };
  const owed = { state: 'PROPOSED', amount_minor: 300_000, currency: 'KRW', evidence_digest: digest, created_at: NOW };
  await put(db, 'credit', { ...creditOf, figure_id: figure, evidence_id: figure, ...owed });
  const told = { event_id: newId(), seq: 1, kind: 'COMMENTED', at: NOW, person_id: approver, text: own };
  await put(db, 'credit_event', { ...creditOf, ...told });
  return { outage, window, exclusion, figure, credit };
}
