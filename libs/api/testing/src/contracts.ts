import { newId, sha256 } from '@daylight/api-platform';
import { canonicalJson, DEFAULT_PRIORITY_MATRIX, DEFAULT_WAITING_RULES, type Terms } from '@daylight/domain';
import type { TestDatabase } from './test-database.js';

function target(id: string, clock: 'FIRST_RESPONSE' | 'NEXT_RESPONSE' | 'RESTORE' | 'RESOLUTION', minutes: number) {
  return (['P1', 'P2', 'P3', 'P4', 'P5'] as const).map((priority, index) => ({
    ...{ id: `${id}-${priority}`, clock, priority, types: [], calendarId: 'always' },
    amount: { unit: 'MINUTES' as const, minutes: minutes * (index + 1) },
    warnAtPercent: [50, 75, 90],
  }));
}

/** Terms on a 24x7 calendar: response within 30 min x rank, resolution within 8 h x rank. */
export function termsFor(serviceItemIds: readonly string[]): Terms {
  const targets = [
    ...target('first', 'FIRST_RESPONSE', 30),
    ...target('next', 'NEXT_RESPONSE', 60),
    ...target('restore', 'RESTORE', 240),
    ...target('resolve', 'RESOLUTION', 480),
  ];
  const words = { ko: '전부', en: 'All of it' };
  return {
    ...{ schema: 1, reportingZone: 'Asia/Seoul', currency: 'KRW', monthlyFeeMinor: null },
    services: serviceItemIds.map((serviceItemId, index) => ({
      ...{ serviceItemId, name: { ko: `서버 운영 ${index}`, en: `Server operation ${index}` }, level: 'OPERATE' },
      ...{ inScope: words, outOfScope: words, policyId: 'standard' },
    })),
    policies: [{ id: 'standard', name: { ko: '표준', en: 'Standard' }, targets }],
    calendars: [
      {
        ...{ id: 'always', name: { ko: '연중무휴', en: 'Always' }, zone: 'Asia/Seoul', kind: 'ALWAYS', weekly: {} },
        ...{ exceptions: [], breaks: [], holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
      },
    ],
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    ...{ responseMetBy: ['PUBLIC_REPLY'], waiting: DEFAULT_WAITING_RULES, reopenWindowDays: 7, autoCloseDays: 5 },
    ...{ responsibilities: [], kpiTargets: [], renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 } },
  };
}

/** A service of the catalogue with the code `OPS-<index>`. */
export async function addService(db: TestDatabase, providerId: string, id: string, index: number): Promise<void> {
  await db.owner(
    `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
     values ($1, $2, $3, 'INFRASTRUCTURE', $4, $5, now())`,
    [providerId, id, `OPS-${index}`, `서버 운영 ${index}`, `Server operation ${index}`],
  );
}

/** A contract in force for these services; returns the version's id. */
export async function addContract(
  db: TestDatabase,
  on: {
    readonly providerId: string;
    readonly tenantId: string;
    readonly services: readonly string[];
    readonly terms?: Terms;
    /** First day in force, `YYYY-MM-DD` in UTC; 2025-01-01 by default. */
    readonly from?: string;
  },
): Promise<string> {
  const { providerId, tenantId, services } = on;
  const [contractId, versionId] = [newId(), newId()];
  const terms = on.terms ?? termsFor(services);
  const from = on.from ?? '2025-01-01';
  const text = canonicalJson(terms);
  await db.owner(
    `insert into contract (provider_id, tenant_id, contract_id, kind, title, created_at) values ($1, $2, $3, 'MANAGED', 'Operation', now())`,
    [providerId, tenantId, contractId],
  );
  await db.owner(
    `insert into contract_version (provider_id, tenant_id, contract_id, version_id, ordinal, state, effective_from, terms, terms_digest, zone, renewal, proposed_at, created_at)
     values ($1, $2, $3, $4, 1, 'AGREED', $7, $5, $6, $8, '{}', now(), now())`,
    [providerId, tenantId, contractId, versionId, text, sha256(text), from, terms.reportingZone],
  );
  for (const service of services) {
    await db.owner(
      `insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from) values ($1, $2, $3, $4, $5)`,
      [providerId, tenantId, service, versionId, from],
    );
  }
  return versionId;
}
