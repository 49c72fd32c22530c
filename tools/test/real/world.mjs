// A database of its own with one client of Stockholm hours, for the real log.
import { asClient, asStaff } from '@daylight/api-database';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
} from '@daylight/api-testing';
import { newId } from '@daylight/api-platform';
import { DEFAULT_PRIORITY_MATRIX, DEFAULT_WAITING_RULES, parseTerms } from '@daylight/domain';
import { startTestCluster } from '../cluster.mjs';

const OFFICE = [{ from: '08:00', to: '17:00' }];
const MINUTES = {
  FIRST_RESPONSE: { P1: 30, P2: 60, P3: 120, P4: 240, P5: 480 },
  RESTORE: { P1: 240, P2: 480, P3: 1080, P4: 2700, P5: 5400 },
  RESOLUTION: { P1: 540, P2: 1080, P3: 2700, P4: 5400, P5: 10800 },
};

function termsOf(service) {
  const targets = Object.entries(MINUTES).flatMap(([clock, byPriority]) =>
    Object.entries(byPriority).map(([priority, minutes]) => ({
      id: `${clock}-${priority}`,
      clock,
      priority,
      types: [],
      amount: { unit: 'MINUTES', minutes },
      calendarId: 'office',
      warnAtPercent: [75],
    })),
  );
  const words = { ko: '업무 시스템 운영', en: 'Business applications' };
  const parsed = parseTerms({
    schema: 1,
    reportingZone: 'Europe/Stockholm',
    currency: 'SEK',
    monthlyFeeMinor: null,
    services: [
      {
        serviceItemId: service,
        name: words,
        level: 'OPERATE',
        inScope: words,
        outOfScope: words,
        policyId: 'standard',
      },
    ],
    policies: [{ id: 'standard', name: { ko: '표준', en: 'Standard' }, targets }],
    calendars: [
      {
        id: 'office',
        name: { ko: '스톡홀름 업무 시간', en: 'Stockholm office hours' },
        zone: 'Europe/Stockholm',
        kind: 'WEEKLY',
        weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
        exceptions: [],
        breaks: [],
        holidayPolicy: 'FOLLOW_OFFICIAL',
        holidayRegion: 'SE',
        fixedHolidays: [],
      },
    ],
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    responseMetBy: ['PUBLIC_REPLY', 'OWNER_ACCEPTANCE'],
    waiting: DEFAULT_WAITING_RULES,
    reopenWindowDays: 7,
    autoCloseDays: 14,
    responsibilities: [],
    kpiTargets: [{ kpi: 'SLA_ATTAINMENT', clock: 'RESOLUTION', side: 'PROVIDER', comparison: 'AT_LEAST', value: 9000 }],
    renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 90 },
  });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.terms;
}

/** `{ db, providerId, tenantId, asManager(work), asApprover(work), close() }`; work gets a transaction as that person. */
export async function createWorld(seedHolidays) {
  const cluster = await startTestCluster();
  const { host, port, template } = cluster;
  process.env.DAYLIGHT_TEST_CLUSTER = JSON.stringify({ host, port, template });
  const db = await createTestDatabase();
  const { providerId } = await createProvider(db, 'Nordlys');
  const tenantId = await createTenant(db, providerId, 'VOLV');
  const manager = await signInAs(
    db,
    { providerId, personId: await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER' }) },
    'CONSOLE',
  );
  const approver = await signInAs(
    db,
    { providerId, personId: await createClient(db, providerId, tenantId, ['APPROVER']) },
    'PORTAL',
  );
  const service = newId();
  await addService(db, providerId, service, 0);
  await db.owner(`update service_item set code = 'APPS' where service_item_id = $1`, [service]);
  await db.worker.asSystem({ providerId, tenantId }, (tx) => seedHolidays(tx, 'SE'));
  await addContract(db, { providerId, tenantId, services: [service], terms: termsOf(service), from: '2010-01-01' });
  return {
    db,
    providerId,
    tenantId,
    asManager: (work) => db.app.asPerson(manager, (tx) => work(asStaff(tx))),
    asApprover: (work) => db.app.asPerson(approver, (tx) => work(asClient(tx))),
    close: async () => {
      await db.close();
      await cluster.stop();
    },
  };
}
