import { statement, statementLog, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import {
  addSource,
  alertsOf,
  createHouse,
  deliveriesOf,
  firing,
  INPUT,
  post,
  SETTING,
  staffTx,
  work,
  type House,
  type Source,
} from './house.fixture.js';
import { triagePage, type AlertView } from './queries/alerts.js';
import { deliveryDetail, deliveryPage, previewSignals, replayDeliveries } from './queries/deliveries.js';
import { saveSource } from './sources/save-source.js';
import { sourceList } from './sources/source-view.js';
import { attachAlert, openAlertTicket, returnAlert } from './triage/tickets.js';
import { claimAlert, snoozeAlert, suppressAlert } from './triage/triage.js';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());

type Ask<T> = (tx: Tx<StaffScope>) => Promise<T>;
const ask = <T>(run: Ask<T>, of = house.acme): Promise<T> => staffTx(house, of, run);

/** The names of the statements that a question takes. */
async function statementsOf(run: Ask<unknown>): Promise<readonly string[]> {
  return ask(async (tx) => {
    statementLog.names = [];
    await run(tx);
    const { names } = statementLog;
    statementLog.names = null;
    return names;
  });
}

/** A source that opens no tickets by itself, with that many alerts of their own. */
async function watched(alerts: number, more: Parameters<typeof addSource>[3] = {}): Promise<Source> {
  const source = await addSource(house, house.acme, 'ALERTMANAGER', { ticketFrom: 'NEVER', ...more });
  await fire(source, alerts);
  return source;
}

async function fire(source: Source, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1) await post(house, source, firing(`Alert ${index}`));
  await work(house);
}

async function inView(source: Source, view: AlertView) {
  const { sourceId } = source;
  const page = await ask((tx) => triagePage(tx, { view, sourceId, first: 100 }));
  return page.edges.map(({ node }) => node);
}

async function onlyAlert(source: Source) {
  const [alert] = await alertsOf(house, source);
  return { alertId: alert?.alert_id ?? '', expectedVersion: alert?.version ?? 0, ticketId: alert?.ticket_id ?? null };
}

describe('what the console asks', () => {
  it('twenty sources take as many statements as two', async () => {
    for (let index = 0; index < 2; index += 1) await addSource(house, house.beta, 'GRAFANA');
    const list: Ask<unknown> = (tx) => sourceList(tx, house.beta.tenantId);
    const few = await statementsOf(list);
    for (let index = 0; index < 18; index += 1) await addSource(house, house.beta, 'GRAFANA');
    expect(await statementsOf(list)).toEqual(few);
    expect(few).toHaveLength(1);
    await expect(ask((tx) => sourceList(tx, house.beta.tenantId))).resolves.toHaveLength(20);
  });

  it('twenty alerts in triage take as many statements as two, and twenty deliveries as two', async () => {
    const source = await watched(2);
    const { sourceId } = source;
    const triage: Ask<unknown> = (tx) => triagePage(tx, { view: 'TRIAGE', sourceId, first: 50 });
    const deliveries: Ask<unknown> = (tx) => deliveryPage(tx, { sourceId, first: 50 });
    const few = [await statementsOf(triage), await statementsOf(deliveries)];
    await fire(source, 18, 2);
    expect([await statementsOf(triage), await statementsOf(deliveries)]).toEqual(few);
    expect(few.map((names) => names.length)).toEqual([1, 1]);
    await expect(inView(source, 'TRIAGE')).resolves.toHaveLength(20);
  });

  it('pages of triage and of deliveries follow one another without a gap or a double', async () => {
    const source = await watched(7);
    const { sourceId } = source;
    const walk = async (
      page: (after: string | null) => Promise<{ readonly ids: readonly string[]; readonly end: string | null }>,
    ) => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const { ids, end } = await page(after);
        seen.push(...ids);
        after = end;
      }
      return seen;
    };
    const alerts = await walk(async (after) => {
      const { edges, pageInfo } = await ask((tx) => triagePage(tx, { view: 'ALL', sourceId, first: 3, after }));
      return { ids: edges.map(({ node }) => node.id), end: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    });
    const bodies = await walk(async (after) => {
      const { edges, pageInfo } = await ask((tx) => deliveryPage(tx, { sourceId, first: 3, after }));
      return { ids: edges.map(({ node }) => node.id), end: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    });
    expect([new Set(alerts).size, alerts.length]).toEqual([7, 7]);
    expect([new Set(bodies).size, bodies.length]).toEqual([7, 7]);
  });

  it('sources, alerts and bodies of another provider are in nobody’s sight', async () => {
    const source = await watched(1);
    const { sourceId } = source;
    const [body] = await deliveriesOf(house, source);
    const deliveryId = body?.delivery_id ?? '';
    const { alertId, expectedVersion } = await onlyAlert(source);
    const seen = await ask(
      async (tx) => ({
        sources: (await sourceList(tx, null)).length,
        alerts: (await triagePage(tx, { view: 'ALL', sourceId, first: 10 })).edges.length,
        deliveries: (await deliveryPage(tx, { sourceId, first: 10 })).edges.length,
        body: await deliveryDetail(tx, deliveryId),
        replay: (await replayDeliveries(tx, { sourceId })).__typename,
        claim: (await claimAlert(tx, { alertId, expectedVersion })).__typename,
      }),
      house.other,
    );
    const none = { sources: 0, alerts: 0, deliveries: 0, body: null };
    expect(seen).toEqual({ ...none, replay: 'NotFound', claim: 'NotFound' });
  });

  it('a body is shown with what it was read as, and a mapping can be tried before it is saved', async () => {
    const source = await watched(1);
    const [body] = await deliveriesOf(house, source);
    const detail = await ask((tx) => deliveryDetail(tx, body?.delivery_id ?? ''));
    expect(detail?.delivery).toMatchObject({ state: 'DONE', alerts: 1 });
    expect(detail?.preview.signals).toMatchObject([{ title: 'Alert 0', fingerprint: 'fp-Alert 0' }]);
    const broken = await ask(async (tx) => previewSignals(tx, { vendor: 'ALERTMANAGER', body: '{"alerts": [' }));
    expect(broken.signals).toEqual([]);
    expect(broken.problem).not.toBeNull();
  });
});

describe('what nobody could read', () => {
  it('is read again once asked for, and counts no more; a body that was read is not', async () => {
    const source = await watched(1);
    const { sourceId } = source;
    await post(house, source, '{"alerts": [');
    await work(house);
    const dead = (await deliveriesOf(house, source)).find(({ state }) => state === 'DEAD')?.delivery_id ?? '';
    const read = (await deliveriesOf(house, source)).find(({ state }) => state === 'DONE')?.delivery_id ?? '';
    const listed = await ask((tx) => deliveryPage(tx, { sourceId, state: 'DEAD', first: 10 }));
    expect(listed.edges.map(({ node }) => node.id)).toEqual([dead]);
    expect((await ask((tx) => sourceList(tx, null))).find(({ id }) => id === sourceId)).toMatchObject({
      deadLetters: 1,
    });

    await expect(ask((tx) => replayDeliveries(tx, { sourceId, deliveryId: read }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
    const body = Buffer.from(JSON.stringify(firing('Mended')));
    await house.db.owner('update intake_delivery set body = $2 where delivery_id = $1', [dead, body]);
    await expect(ask((tx) => replayDeliveries(tx, { sourceId }))).resolves.toEqual({
      __typename: 'DeliveriesReplayed',
      replayed: 1,
    });
    await work(house);
    expect((await deliveriesOf(house, source)).map(({ state }) => state)).toEqual(['DONE', 'DONE']);
    expect((await inView(source, 'TRIAGE')).map(({ title }) => title)).toContain('Mended');
    const [entry] = await house.db.owner(
      `select after from audit_entry where action = 'alert-source.replay' and object_id = $1`,
      [sourceId],
    );
    expect(entry).toEqual({ after: { deliveries: 1 } });
  });

  it('a source that somebody else has changed meanwhile is shown as it is now', async () => {
    const { sourceId } = await watched(0);
    const { tenantId, service } = house.acme;
    const input = { ...INPUT, sourceId, tenantId, serviceItemId: service, vendor: 'ALERTMANAGER' };
    const save = (name: string) => ask((tx) => saveSource(tx, { ...input, name, expectedVersion: 1 }, SETTING));
    await expect(save('First')).resolves.toMatchObject({ __typename: 'AlertSourceSaved', url: null, secret: null });
    await expect(save('Second')).resolves.toMatchObject({
      __typename: 'AlertSourceChangedMeanwhile',
      current: { name: 'First', version: 2 },
    });
  });
});

describe('triage', () => {
  it('an alert that is put aside with a reason leaves triage, and comes back when it is returned', async () => {
    const source = await watched(1);
    const before = await onlyAlert(source);
    await expect(ask((tx) => suppressAlert(tx, { ...before, reason: '  ' }))).resolves.toMatchObject({
      __typename: 'InputRefused',
      problems: [{ path: 'reason' }],
    });
    const aside = await ask((tx) => suppressAlert(tx, { ...before, reason: 'Known noise' }));
    expect(aside).toMatchObject({ __typename: 'AlertTriaged', alert: { suppressReason: 'Known noise' } });
    await expect(inView(source, 'TRIAGE')).resolves.toEqual([]);
    await expect(inView(source, 'ASIDE')).resolves.toHaveLength(1);
    await ask(async (tx) => returnAlert(tx, await onlyAlert(source)));
    await expect(inView(source, 'TRIAGE')).resolves.toHaveLength(1);
  });

  it('an alert that is put off waits for that long, a week at most', async () => {
    const source = await watched(1);
    const before = await onlyAlert(source);
    for (const minutes of [0, 7 * 24 * 60 + 1]) {
      await expect(ask((tx) => snoozeAlert(tx, { ...before, minutes }))).resolves.toMatchObject({
        __typename: 'InputRefused',
        problems: [{ path: 'minutes', kind: 'OUT_OF_RANGE' }],
      });
    }
    await ask((tx) => snoozeAlert(tx, { ...before, minutes: 30 }));
    await expect(inView(source, 'TRIAGE')).resolves.toEqual([]);
    await house.db.owner(`update alert set snoozed_until = now() - interval '1 second' where source_id = $1`, [
      source.sourceId,
    ]);
    await expect(inView(source, 'TRIAGE')).resolves.toHaveLength(1);
  });

  it('who acts on what somebody else has changed is shown how it is now, and changes nothing', async () => {
    const source = await watched(1);
    const before = await onlyAlert(source);
    const mine = await ask((tx) => claimAlert(tx, before));
    expect(mine).toMatchObject({ __typename: 'AlertTriaged', alert: { claimedBy: { id: house.acme.adminId } } });
    const late = await ask((tx) => suppressAlert(tx, { ...before, reason: 'Too late' }));
    expect(late).toMatchObject({ __typename: 'AlertChangedMeanwhile', current: { suppressReason: null } });
    await expect(inView(source, 'TRIAGE')).resolves.toHaveLength(1);
  });

  it('a ticket takes all alerts of the group with it, opened when the alert began, and goes when it is undone', async () => {
    const source = await watched(2, { grouping: 'SOURCE' });
    const [first, second] = await inView(source, 'TRIAGE');
    expect([first?.sharing, second?.sharing]).toEqual([1, 1]);
    const alert = { alertId: first?.id ?? '', expectedVersion: first?.version ?? 0 };
    const opened = await ask((tx) => openAlertTicket(tx, alert));
    expect(opened).toMatchObject({ __typename: 'AlertTriaged' });
    const [one, two] = await alertsOf(house, source);
    expect(one?.ticket_id).toBe(two?.ticket_id);
    const [ticket] = await house.db.owner('select channel, opened_at from ticket where ticket_id = $1', [
      one?.ticket_id,
    ]);
    expect(ticket).toEqual({ channel: 'MONITORING', opened_at: new Date(first?.since ?? 0) });
    await expect(inView(source, 'TRIAGE')).resolves.toEqual([]);

    const again = { ...alert, expectedVersion: one?.version ?? 0 };
    await expect(ask((tx) => openAlertTicket(tx, again))).resolves.toMatchObject({
      problems: [{ kind: 'HAS_TICKET' }],
    });
    await ask((tx) => returnAlert(tx, again));
    const undone = await house.db.owner('select status from ticket where ticket_id = $1', [one?.ticket_id]);
    expect(undone).toEqual([{ status: 'CANCELLED' }]);
    await expect(inView(source, 'TRIAGE')).resolves.toHaveLength(2);
  });

  it('an alert joins an open ticket of its own client, and no other', async () => {
    const source = await watched(1, { ticketFrom: 'WARNING' });
    const [taken] = await inView(source, 'FIRING');
    const key = taken?.ticketKey ?? '';
    const loose = await watched(1);
    const before = await onlyAlert(loose);
    for (const ticketKey of ['ACME-99999', key.replace('ACME', 'BETA'), 'nonsense']) {
      await expect(ask((tx) => attachAlert(tx, { ...before, ticketKey }))).resolves.toMatchObject({
        problems: [{ path: 'ticketKey', kind: 'UNKNOWN_TICKET' }],
      });
    }
    await expect(ask((tx) => attachAlert(tx, { ...before, ticketKey: key.toLowerCase() }))).resolves.toMatchObject({
      __typename: 'AlertTriaged',
      alert: { ticketKey: key },
    });
  });

  it('every act is on the audit trail under the client’s name', async () => {
    const source = await watched(1);
    await ask(async (tx) => claimAlert(tx, await onlyAlert(source)));
    await ask(async (tx) => snoozeAlert(tx, { ...(await onlyAlert(source)), minutes: 5 }));
    await ask(async (tx) => returnAlert(tx, await onlyAlert(source)));
    const { alertId } = await onlyAlert(source);
    const entries = await house.db.owner<{ action: string }>(
      'select action from audit_entry where object_id = $1 and tenant_id = $2 order by at, entry_id',
      [alertId, house.acme.tenantId],
    );
    expect(entries.map(({ action }) => action).sort()).toEqual(['alert.claim', 'alert.return', 'alert.snooze']);
  });
});

describe('in a storm', () => {
  /** The plan of the first page, as the console's role gets it under row-level security. */
  async function planOf(view: AlertView): Promise<string> {
    return ask(async (tx) => {
      const sent: { readonly text: string; readonly values: readonly unknown[] }[] = [];
      const spied: Tx<StaffScope> = {
        ...tx,
        query: (asked, values = []) => {
          sent.push({ text: asked.text, values });
          return tx.query(asked, values);
        },
      };
      await triagePage(spied, { view, first: 30 });
      const [{ text, values } = { text: '', values: [] }] = sent;
      const explain = statement<{ 'QUERY PLAN': string }>(`plan-${newId()}`, `explain (costs off) ${text}`);
      return (await tx.query(explain, values)).map((row) => row['QUERY PLAN']).join('\n');
    });
  }

  it('triage finds its page by an index and looks up thirty alerts, not ten thousand', async () => {
    const { sourceId } = await watched(0);
    const { providerId, tenantId, service } = house.acme;
    await house.db.owner(
      `insert into alert (provider_id, tenant_id, alert_id, source_id, service_item_id, fingerprint, group_key, title, description, severity,
         state, labels, signals, first_at, last_at, since)
       select $1, $2, gen_random_uuid(), $3, $4, 'storm-' || n, 'storm-' || n, 'Storm', '', 'WARNING',
         case when n % 10 = 0 then 'FIRING' else 'RECOVERED' end, '{}', 1, now(), now() - n * interval '1 second', now()
       from generate_series(1, 10000) n`,
      [providerId, tenantId, sourceId, service],
    );
    await house.db.owner('analyze alert, alert_source, ticket, tenant, service_item');
    const triage = await planOf('TRIAGE');
    expect(triage).toMatch(/Index (Only )?Scan using alert_triage\b/);
    expect(triage).toContain('Limit');
    expect(triage).not.toMatch(/Seq Scan on alert\b/);
    expect(await planOf('ALL')).not.toMatch(/Seq Scan on alert\b/);
    expect(await planOf('FIRING')).not.toMatch(/Seq Scan on alert\b/);
  });
});
