import { statement, statementLog, type Tx } from '@daylight/api-database';
import { newId, type ClientScope, type StaffScope } from '@daylight/api-platform';
import { creditPage } from './credits/credit-view.js';
import {
  acceptCredit,
  commentCredit,
  disputeCredit,
  disputeEffect,
  proposeCredit,
  settleCredit,
  waiveCredit,
} from './credits/decide.js';
import { answerExclusion, proposeExclusion } from './exclusions/claim.js';
import { exclusionList } from './exclusions/exclusion-view.js';
import { keepFigures } from './figures/keep.js';
import { publishAvailability } from './figures/publish.js';
import { at, clientTx, createHouse, staffTx, systemTx, type House } from './house.fixture.js';
import { windowPage } from './maintenance/window-view.js';
import { openOutage } from './outages/change-outage.js';
import { outagePage } from './outages/outage-view.js';
import { statusPage } from './status/status-page.js';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await createHouse();
});
beforeEach(() => house.db.setNow(at('2026-09-02 09:00')));
afterAll(() => house.close());

const staff = <T>(work: (tx: Tx<StaffScope>) => Promise<T>, of = house.acme): Promise<T> => staffTx(house, of, work);
const client = <T>(work: (tx: Tx<ClientScope>) => Promise<T>, of = house.acme): Promise<T> => clientTx(house, of, work);
const keep = () => systemTx(house, house.acme, (tx) => keepFigures(tx, house.acme.tenantId));
const words = (text: string) => ({ ko: text, en: text });

const kinds = (result: { readonly __typename: string }) => {
  if (result.__typename === 'InputRefused' && 'problems' in result && Array.isArray(result.problems)) {
    return result.problems.map(({ path, kind }: { path: string; kind: string }) => `${path}: ${kind}`);
  }
  return 'kind' in result ? [`refused: ${String(result.kind)}`] : [result.__typename];
};

async function outage(from: string, to: string) {
  const { tenantId, service: serviceItemId } = house.acme;
  const times = { startedAt: at(from), endedAt: at(to), assetIds: [], ticketKeys: [] };
  const input = { tenantId, serviceItemId, state: 'DOWN' as const, title: words('중단'), ...times };
  const result = await staff((tx) => openOutage(tx, input));
  if (result.__typename !== 'OutageSaved') throw new Error(JSON.stringify(result));
  return result.outage;
}

function claim(from: string, to: string, outageId: string | null) {
  const { tenantId, service: serviceItemId } = house.acme;
  const stretch = { from: at(from), to: at(to), reason: '고객사 요청 작업' };
  return { tenantId, serviceItemId, outageId, cause: 'CLIENT' as const, ...stretch };
}

async function onlyCredit() {
  const page = await client((tx) => creditPage(tx, { first: 10 }));
  const [credit] = page.edges.flatMap(({ node }) => node ?? []);
  if (credit === undefined) throw new Error('no credit');
  return credit;
}

it('a credit goes from what was missed to what is settled, and both sides see the same', async () => {
  const long = await outage('2026-08-03 10:00', '2026-08-03 20:00');
  // Six of the ten hours the client caused: it counts until the client has accepted.
  const proposed = await staff((tx) => proposeExclusion(tx, claim('2026-08-03 10:00', '2026-08-03 16:00', long.id)));
  if (proposed.__typename !== 'ExclusionChanged') throw new Error(JSON.stringify(proposed));
  const { exclusion } = proposed;
  expect([exclusion.state, exclusion.causeAgreed, exclusion.outageId]).toEqual(['PROPOSED', true, long.id]);
  await keep();
  expect((await onlyCredit()).amountMinor).toBe(1_650_000);
  const answer = { exclusionId: exclusion.id, expectedVersion: 1, accept: false };
  expect(kinds(await client((tx) => answerExclusion(tx, answer)))).toEqual(['note: EMPTY']);
  expect(kinds(await client((tx) => answerExclusion(tx, { ...answer, accept: true }), house.beta))).toEqual([
    'NotFound',
  ]);
  const accepted = await client((tx) => answerExclusion(tx, { ...answer, accept: true }));
  expect(kinds(accepted)).toEqual(['ExclusionChanged']);
  expect(kinds(await client((tx) => answerExclusion(tx, { ...answer, accept: true })))).toEqual([
    'ExclusionChangedMeanwhile',
  ]);
  await keep();
  const computed = await onlyCredit();
  expect(computed).toMatchObject({
    state: 'COMPUTED',
    amountMinor: 660_000,
    amountDisplay: '660,000원',
    actionsAllowed: ['commentCredit'],
  });
  expect(computed.figure).toMatchObject({ acceptedSeconds: 6 * 3_600, downSeconds: 4 * 3_600, verdict: 'MISSED' });

  const { tenantId } = house.acme;
  const published = await staff((tx) => publishAvailability(tx, { tenantId, period: '2026-08' }));
  expect(published.__typename).toBe('AvailabilityPublished');
  const credit = await onlyCredit();
  expect(credit).toMatchObject({ state: 'PROPOSED', version: 2, evidenceDigest: credit.figure.digest });
  expect(credit.actionsAllowed).toEqual(['acceptCredit', 'disputeCredit', 'waiveCredit', 'commentCredit']);
  expect(credit.working.map(({ heading }) => heading)).toContain('서비스 크레딧');
  const late = await staff((tx) => proposeExclusion(tx, claim('2026-08-03 16:00', '2026-08-03 17:00', long.id)));
  expect(kinds(late)).toEqual(['refused: PUBLISHED']);

  const on = { creditId: credit.id, expectedVersion: credit.version };
  const effect = await client((tx) => disputeEffect(tx, { creditId: credit.id, exclusionId: exclusion.id }));
  expect(effect).toMatchObject({ beforeMinor: 660_000, afterMinor: 1_650_000, differenceMinor: 990_000 });
  await expect(client((tx) => disputeEffect(tx, { creditId: credit.id, exclusionId: newId() }))).resolves.toBeNull();
  const strange = { ...on, exclusionIds: [newId()], reason: '다시 봐 주십시오' };
  expect(kinds(await client((tx) => disputeCredit(tx, strange)))).toEqual(['exclusionIds[0]: UNKNOWN']);
  const dispute = { ...on, exclusionIds: [exclusion.id], reason: '저희 작업이 아니었습니다' };
  expect(kinds(await client((tx) => disputeCredit(tx, dispute), house.other))).toEqual(['NotFound']);
  expect(kinds(await client((tx) => disputeCredit(tx, dispute)))).toEqual(['CreditChanged']);
  expect(kinds(await client((tx) => acceptCredit(tx, on)))).toEqual(['CreditChangedMeanwhile']);
  const [contested] = await client((tx) => exclusionList(tx, { openOnly: false }));
  expect(contested?.state).toBe('DISPUTED');

  const next = { creditId: credit.id, expectedVersion: 3, concededExclusionIds: [exclusion.id], text: '인정합니다' };
  expect(kinds(await staff((tx) => proposeCredit(tx, { ...next, concededExclusionIds: [newId()] })))).toEqual([
    'concededExclusionIds[0]: UNKNOWN',
  ]);
  expect(kinds(await staff((tx) => proposeCredit(tx, next)))).toEqual(['CreditChanged']);
  const anew = await onlyCredit();
  expect(anew).toMatchObject({ state: 'PROPOSED', amountMinor: 1_650_000, disputedExclusionIds: [] });
  // What was published stands; the amount rests on the addendum.
  expect(anew.figure).toMatchObject({ downSeconds: 4 * 3_600, addenda: [{ ordinal: 1 }] });
  expect(anew.evidenceDigest).toBe(anew.figure.addenda[0]?.digest);
  await client((tx) => acceptCredit(tx, { creditId: credit.id, expectedVersion: 4 }));
  const settle = { creditId: credit.id, expectedVersion: 5, reference: 'INV-2026-09' };
  expect(kinds(await staff((tx) => settleCredit(tx, { ...settle, amountMinor: 0.5 })))).toEqual([
    'amountMinor: NOT_WHOLE',
  ]);
  expect(kinds(await staff((tx) => settleCredit(tx, { ...settle, amountMinor: 1 })))).toEqual([
    'refused: AMOUNT_DIFFERS',
  ]);
  expect(kinds(await staff((tx) => settleCredit(tx, { ...settle, amountMinor: 1_650_000 })))).toEqual([
    'CreditChanged',
  ]);
  await client((tx) => commentCredit(tx, { creditId: credit.id, text: '감사합니다' }));
  const done = await onlyCredit();
  expect(done.state).toBe('SETTLED');
  expect(done.events.map(({ kind }) => kind)).toEqual([
    'PROPOSED',
    'DISPUTED',
    'PROPOSED',
    'ACCEPTED',
    'SETTLED',
    'COMMENTED',
  ]);
  expect(
    kinds(await client((tx) => waiveCredit(tx, { creditId: credit.id, expectedVersion: 6, reason: '포기' }))),
  ).toEqual(['refused: WRONG_STATUS']);
});

it.each([
  ['reversed', { from: at('2026-08-10 12:00'), to: at('2026-08-10 10:00') }, ['to: REVERSED']],
  ['in the future', { from: at('2026-09-03 12:00'), to: at('2026-09-03 13:00') }, ['from: IN_THE_FUTURE']],
  ['without a reason', { reason: ' ' }, ['reason: EMPTY']],
  ['about no outage of that client', { outageId: newId() }, ['NotFound']],
])('a claim that is %s is refused with a message', async (_, changes, expected) => {
  const input = { ...claim('2026-09-01 10:00', '2026-09-01 11:00', null), ...changes };
  expect(kinds(await staff((tx) => proposeExclusion(tx, input)))).toEqual(expected);
});

it('a claim beyond its outage, or over another claim, is refused', async () => {
  const short = await outage('2026-09-01 10:00', '2026-09-01 11:00');
  const beyond = await staff((tx) => proposeExclusion(tx, claim('2026-09-01 10:00', '2026-09-01 11:01', short.id)));
  expect(kinds(beyond)).toEqual(['from: OUTSIDE']);
  const first = await staff((tx) => proposeExclusion(tx, claim('2026-09-01 10:00', '2026-09-01 11:00', short.id)));
  expect(kinds(first)).toEqual(['ExclusionChanged']);
  const second = await staff((tx) => proposeExclusion(tx, claim('2026-09-01 10:30', '2026-09-01 11:00', null)));
  expect(kinds(second)).toEqual(['refused: CLAIM_OVERLAPS']);
});

async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  statementLog.names = [];
  await run();
  const { length } = statementLog.names;
  statementLog.names = null;
  return length;
}

/** Outages, windows and months with credits, as many as are asked for, as the worker and people would have written them. */
async function fill(from: number, to: number): Promise<void> {
  const { providerId, tenantId, service, adminId } = house.beta;
  for (let n = from; n < to; n += 1) {
    const begins = new Date(at('2026-08-01 00:00') + n * 86_400_000);
    const ends = new Date(begins.getTime() + 3_600_000);
    const outageId = newId();
    await house.db.owner(
      `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at, from_signals, opened_by, created_at)
       values ($1, $2, $3, $4, 'DOWN', 'x', 'x', $5, $6, false, $7, $5)`,
      [providerId, tenantId, outageId, service, begins, ends, adminId],
    );
    const windowId = newId();
    await house.db.owner(
      `insert into maintenance_window (provider_id, tenant_id, window_id, kind, title_ko, title_en, description_ko, description_en, starts_at, ends_at, created_at, created_by)
       values ($1, $2, $3, 'PLANNED', 'x', 'x', '', '', $4, $5, $4, $6)`,
      [providerId, tenantId, windowId, begins, ends, adminId],
    );
    await house.db.owner(
      'insert into maintenance_service (provider_id, tenant_id, window_id, service_item_id) values ($1, $2, $3, $4)',
      [providerId, tenantId, windowId, service],
    );
    await house.db.owner(
      `insert into maintenance_announcement (provider_id, tenant_id, window_id, ordinal, at, person_id, starts_at, ends_at) values ($1, $2, $3, 1, $4, $5, $4, $6)`,
      [providerId, tenantId, windowId, begins, adminId, ends],
    );
  }
}

it('twenty outages, windows and incidents of a status page take as many statements as two', async () => {
  const { tenantId } = house.beta;
  const counts = async () => [
    await statementsOf(() => staff((tx) => outagePage(tx, { tenantId, openOnly: false, first: 50 }))),
    await statementsOf(() => staff((tx) => windowPage(tx, { tenantId, upcomingOnly: false, first: 50 }))),
    await statementsOf(() => client((tx) => statusPage(tx), house.beta)),
  ];
  await fill(0, 2);
  // Terms and public holidays are remembered from here on.
  await counts();
  const few = await counts();
  await fill(2, 20);
  expect(await counts()).toEqual(few);
  const page = await staff((tx) => outagePage(tx, { tenantId, openOnly: false, first: 50 }));
  expect(page.edges).toHaveLength(20);
});

it('one credit takes as many statements as five', async () => {
  const { tenantId, providerId, service } = house.beta;
  const many = (to: string) =>
    house.db.setNow(at(to)) ?? systemTx(house, house.beta, (tx) => keepFigures(tx, tenantId));
  await many('2026-09-05 09:00');
  const list = () => statementsOf(() => client((tx) => creditPage(tx, { first: 20 }), house.beta));
  const few = await list();
  for (const month of ['2026-09', '2026-10', '2026-11', '2026-12']) {
    const begins = at(`${month}-03 00:00`);
    await house.db.owner(
      `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at, from_signals, opened_by, created_at)
       values ($1, $2, $3, $4, 'DOWN', 'x', 'x', $5, $6, false, $7, $5)`,
      [providerId, tenantId, newId(), service, new Date(begins), new Date(begins + 7_200_000), house.beta.adminId],
    );
  }
  await many('2027-01-05 09:00');
  expect(await list()).toBe(few);
  const page = await client((tx) => creditPage(tx, { first: 20 }), house.beta);
  expect(page.edges).toHaveLength(5);
  // August and two misses more within six months: the right to terminate is shown, and with whom to check it.
  expect(page.edges[0]?.node?.termination).toContain('해지권 요건 충족');
});

it('the status page finds a client’s outages by an index among those of years', async () => {
  const { providerId, tenantId, service, adminId } = house.acme;
  await house.db.owner(
    `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at, from_signals, opened_by, created_at)
     select $1, $2, gen_random_uuid(), $3, 'DOWN', 'x', 'x', t, t + interval '1 minute', false, $4, t
     from generate_series('2020-01-01'::timestamptz, '2024-01-01', '12 hours') t`,
    [providerId, tenantId, service, adminId],
  );
  await house.db.owner('analyze outage');
  const plan = await client((tx) =>
    tx.query(
      statement<{ 'QUERY PLAN': string }>(
        'spec-plan',
        `explain select outage_id from outage where provider_id = $1 and tenant_id = $2 and withdrawn_at is null and coalesce(ended_at, 'infinity'::timestamptz) > $3
         order by started_at desc, outage_id desc limit 100`,
      ),
      [tx.scope.providerId, tx.scope.tenantId, new Date(at('2026-06-01 00:00'))],
    ),
  );
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toMatch(/Index Scan using outage_/);
  expect(text).not.toMatch(/Seq Scan on outage/);
});
