import type { Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import { addContract, addService, termsFor } from '@daylight/api-testing';
import { TicketWorld } from '@daylight/api-tickets/testing';
import type { Terms } from '@daylight/domain';
import { kpiServices } from './kpi-services.js';

let world: TicketWorld;
let agent: string;
let manager: string;
let coordinator: string;
const service = newId();

/** 99.95 % round the clock for the service. */
function promising(): Terms {
  const name = { ko: '웹 서비스', en: 'Web service' };
  return {
    ...termsFor([service]),
    availability: [
      {
        ...{ id: 'web', name, serviceItemIds: [service], calendarId: 'always', period: 'MONTH', targetPpm: 999_500 },
        ...{ assetRule: 'ANY', weights: [], degradedPercent: 0, unmeasured: 'UP', excludable: ['CLIENT'] },
      },
    ],
  };
}

async function outage(from: string, to: string): Promise<void> {
  const { db, providerId, acme } = world;
  await db.owner(
    `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at,
       from_signals, opened_by, created_at)
     values ($1, $2, $3, $4, 'DOWN', '중단', 'Down', $5, $6, false, $7, $5)`,
    [providerId, acme, newId(), service, from, to, agent],
  );
}

beforeAll(async () => {
  world = await TicketWorld.create();
  const { db, providerId, acme: tenantId } = world;
  agent = await world.staff();
  manager = await world.staff({ role: 'ACCOUNT_MANAGER' });
  coordinator = await world.client(['COORDINATOR']);
  await addService(db, providerId, service, 77);
  await addContract(db, { providerId, tenantId, services: [service], terms: promising() });
  // Two hours in all of March 2026, which has 744.
  await outage('2026-03-10T00:00:00Z', '2026-03-10T01:00:00Z');
  await outage('2026-03-20T00:00:00Z', '2026-03-20T01:00:00Z');
  world.clock(24 * 60);
});
afterAll(() => world.db.close());

const figures = (tx: Tx<PersonScope>) => kpiServices(tx, { tenantId: world.acme, period: '2026-03' });

it('a service’s availability stands against its target, with its failures and the time between them', async () => {
  const shown = await world.asClient(coordinator, figures);
  expect(shown?.services).toEqual([
    expect.objectContaining({
      ...{ serviceItemId: service, targetPpm: 999_500, verdict: 'MISSED', failures: 2 },
      // 742 of 744 hours, rounded down; 371 hours between two failures.
      ...{ valuePpm: 997_311, display: '99.7311…%', betweenFailuresSeconds: 371 * 3_600 },
    }),
  ]);
});

it('both sides read the same; whoever may not read credits is told nothing of them', async () => {
  const [client, account, engineer] = [
    await world.asClient(coordinator, figures),
    await world.asStaff(manager, figures),
    await world.asStaff(agent, figures),
  ];
  expect(account?.services).toEqual(client?.services);
  expect(client?.credits).toEqual({ standing: [], disputed: [], waived: [] });
  expect([account?.credits === null, engineer?.credits]).toEqual([false, null]);
});

it('without an agreed baseline of costs there are no savings, and it is said why', async () => {
  expect((await world.asClient(coordinator, figures))?.savings).toBe(
    '데이터 없음: 계약에 합의된 비용 기준선이 없습니다.',
  );
});

it('a month without a failure has no mean between failures; one that lies ahead has nothing', async () => {
  const of = (period: string) => (tx: Tx<PersonScope>) => kpiServices(tx, { tenantId: world.acme, period });
  const april = await world.asClient(coordinator, of('2026-04'));
  expect(april?.services[0]).toMatchObject({ verdict: 'REACHED', failures: 0, betweenFailuresSeconds: null });
  await expect(world.asClient(coordinator, of('2027-01'))).resolves.toBeNull();
});

it('another client’s services are nobody’s', async () => {
  const stranger = await world.client(['COORDINATOR'], world.beta);
  await expect(world.asClient(stranger, figures)).resolves.toBeNull();
});
