import type { Tx } from '@daylight/api-database';
import { lookAgain } from '@daylight/api-monitoring';
import { newId, type StaffScope } from '@daylight/api-platform';
import { availabilityTellings } from './background/tellings.js';
import { availabilityFigures } from './figures/read-figures.js';
import { at, clientTx, createHouse, relay, staffTx, systemTx, jobOf, type House } from './house.fixture.js';
import { announceMaintenance, moveMaintenance } from './maintenance/announce.js';
import { maintenanceAt, maintenanceEndHandler } from './maintenance/held-alerts.js';
import { noticeSubscribers } from './maintenance/notices.js';
import { maintenancePreview } from './maintenance/preview.js';
import { cancelMaintenance, endMaintenance, startMaintenance } from './maintenance/run.js';
import { windowById } from './maintenance/window-view.js';
import { outagesFromAlerts } from './outages/from-alerts.js';
import { outageRules, saveOutageRule } from './outages/outage-rules.js';
import { outagePage } from './outages/outage-view.js';
import { measurementList, recordMeasurement } from './outages/measurements.js';

jest.setTimeout(120_000);

const NOTICES = noticeSubscribers({ origin: 'https://daylight.example/' });
let house: House;
beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());

const staff = <T>(work: (tx: Tx<StaffScope>) => Promise<T>, of = house.acme): Promise<T> => staffTx(house, of, work);
const words = (ko: string, en = ko) => ({ ko, en });

/** Work on the promised service between two readings of a clock in Seoul. */
function work(from: string, to: string, kind: 'PLANNED' | 'EMERGENCY' = 'PLANNED') {
  const { tenantId, service } = house.acme;
  const text = { title: words('DB 패치', 'Database patch'), description: words('재시작합니다.', 'It restarts.') };
  return { tenantId, serviceItemIds: [service], kind, ...text, startsAt: at(from), endsAt: at(to) };
}

async function announced(from: string, to: string, kind: 'PLANNED' | 'EMERGENCY' = 'PLANNED') {
  const result = await staff((tx) => announceMaintenance(tx, work(from, to, kind)));
  if (result.__typename !== 'MaintenanceSaved') throw new Error(JSON.stringify(result));
  return result.window;
}

/** The worker writes the letters; a mail server takes all of them now. */
async function delivered(): Promise<void> {
  await relay(house, house.acme, NOTICES);
  const { tenantId } = house.acme;
  const mails = await house.db.owner<{ mail_id: string }>(
    `update mail_message set state = 'LOCAL' where tenant_id = $1 and state = 'QUEUED' returning mail_id`,
    [tenantId],
  );
  for (const { mail_id: mailId } of mails) {
    const event = { id: newId(), topic: 'mail.settled', tenantId, ids: { mailId } };
    for (const each of NOTICES.filter(({ topics }) => topics.includes('mail.settled'))) {
      await systemTx(house, house.acme, (tx) => each.handle(tx, event));
    }
  }
}

const shown = async (windowId: string) => {
  const window = await clientTx(house, house.acme, (tx) => windowById(tx, windowId));
  const [service] = window?.services ?? [];
  if (window === null || service === undefined) throw new Error('no such window');
  return { window, judgement: service.judgement };
};

const kinds = (result: { readonly __typename: string }) => {
  if (result.__typename === 'InputRefused' && 'problems' in result && Array.isArray(result.problems)) {
    return result.problems.map(({ path, kind }: { path: string; kind: string }) => `${path}: ${kind}`);
  }
  return 'kind' in result ? [`refused: ${String(result.kind)}`] : [result.__typename];
};

describe('the notice of planned work (D-MON-2)', () => {
  it('begins when the first letter reaches somebody at the client’s, not when it was written', async () => {
    house.db.setNow(at('2026-08-01 09:00'));
    const { id } = await announced('2026-08-04 02:00', '2026-08-04 04:00');
    expect((await shown(id)).judgement).toMatchObject({ reason: 'NOT_ANNOUNCED', noticeFrom: null, plannedSeconds: 0 });
    house.db.setNow(at('2026-08-01 09:30'));
    await delivered();
    const { window, judgement } = await shown(id);
    expect(window.announcements).toMatchObject([
      {
        ordinal: 1,
        announcedAt: at('2026-08-01 09:00'),
        deliveredAt: at('2026-08-01 09:30'),
        recipients: 1,
        delivered: 1,
      },
    ]);
    expect(judgement).toMatchObject({ reason: null, noticeFrom: at('2026-08-01 09:30'), plannedSeconds: 7_200 });
    expect(judgement.plannedFrom).toBe(at('2026-08-03 09:30'));
    expect(judgement.capLeftMinutes).toBe(240);
  });

  it('begins anew when the work is moved, and not when it only gets shorter', async () => {
    house.db.setNow(at('2026-08-05 09:00'));
    const window = await announced('2026-08-08 02:00', '2026-08-08 04:00');
    await delivered();
    house.db.setNow(at('2026-08-07 09:00'));
    const times = { startsAt: at('2026-08-08 02:30'), endsAt: at('2026-08-08 03:30') };
    const on = { windowId: window.id, expectedVersion: 1, reason: '단축' };
    await staff((tx) => moveMaintenance(tx, { ...on, ...times }));
    await delivered();
    expect((await shown(window.id)).judgement).toMatchObject({ reason: null, plannedSeconds: 3_600 });
    const later = { startsAt: at('2026-08-08 05:00'), endsAt: at('2026-08-08 06:00') };
    await staff((tx) => moveMaintenance(tx, { ...on, expectedVersion: 2, ...later }));
    await delivered();
    const moved = await shown(window.id);
    expect(moved.judgement).toMatchObject({
      reason: 'NOTICE_TOO_SHORT',
      noticeFrom: at('2026-08-07 09:00'),
      plannedSeconds: 0,
    });
    expect(moved.judgement.sentence).toContain('인정되지 않습니다');
    expect(moved.window.announcements.map(({ reason }) => reason)).toEqual([null, '단축', '단축']);
  });

  it('is told ahead: what counts if the letter arrived now, and what is left of the month', async () => {
    house.db.setNow(at('2026-08-09 00:00'));
    const { tenantId, service } = house.acme;
    const ask = (from: string, to: string, kind: 'PLANNED' | 'EMERGENCY' = 'PLANNED') =>
      staff((tx) =>
        maintenancePreview(tx, { tenantId, serviceItemIds: [service], kind, startsAt: at(from), endsAt: at(to) }),
      );
    const [soon] = await ask('2026-08-10 00:00', '2026-08-10 01:00');
    expect(soon?.judgement).toMatchObject({ reason: 'NOTICE_TOO_SHORT', plannedFrom: at('2026-08-11 00:00') });
    const [enough] = await ask('2026-08-11 00:00', '2026-08-11 03:00');
    // Two of the month's four hours are used by the work of the fourth.
    expect(enough?.judgement).toMatchObject({ reason: 'CAP_USED_UP', plannedSeconds: 7_200, capLeftMinutes: 120 });
    const [urgent] = await ask('2026-08-11 00:00', '2026-08-11 01:00', 'EMERGENCY');
    expect(urgent?.judgement).toMatchObject({ reason: 'EMERGENCY', plannedSeconds: 0 });
    await expect(ask('2026-08-11 02:00', '2026-08-11 01:00')).resolves.toEqual([]);
  });

  it('is foretold to nobody who isn’t served by the reader, and for no window of another client', async () => {
    house.db.setNow(at('2026-08-09 00:00'));
    const { tenantId, service } = house.acme;
    const window = await announced('2026-08-25 00:00', '2026-08-25 01:00');
    const when = { kind: 'PLANNED', startsAt: at('2026-08-26 00:00'), endsAt: at('2026-08-26 01:00') } as const;
    const ask = (of: string, more: { readonly windowId?: string } = {}) =>
      staff((tx) => maintenancePreview(tx, { tenantId: of, serviceItemIds: [service], ...when, ...more }));
    await expect(ask(tenantId, { windowId: window.id })).resolves.toHaveLength(1);
    await expect(ask(house.beta.tenantId, { windowId: window.id })).resolves.toEqual([]);
    await expect(ask(house.other.tenantId)).resolves.toEqual([]);
    await expect(ask(tenantId, { windowId: house.other.tenantId })).resolves.toEqual([]);
    await expect(ask(tenantId, { windowId: 'none' })).resolves.toEqual([]);
  });

  it.each([
    [
      'that ends before it begins',
      { startsAt: at('2026-08-20 04:00'), endsAt: at('2026-08-20 03:00') },
      ['endsAt: REVERSED'],
    ],
    [
      'in the past',
      { startsAt: at('2026-08-01 04:00'), endsAt: at('2026-08-01 05:00') },
      ['startsAt: IN_THE_PAST', 'endsAt: IN_THE_PAST'],
    ],
    ['without a service', { serviceItemIds: [] }, ['serviceItemIds: COUNT']],
    ['without a name', { title: words('') }, ['title.ko: EMPTY', 'title.en: EMPTY']],
    ['of forty days', { endsAt: at('2026-09-30 03:00') }, ['endsAt: TOO_LONG']],
    [
      'over other work',
      { startsAt: at('2026-08-04 03:00'), endsAt: at('2026-08-04 05:00') },
      ['refused: WINDOW_OVERLAPS'],
    ],
  ])('of work %s is refused with a message', async (_, changes, expected) => {
    house.db.setNow(at('2026-08-02 09:00'));
    const input = { ...work('2026-08-20 02:00', '2026-08-20 03:00'), ...changes };
    expect(kinds(await staff((tx) => announceMaintenance(tx, input)))).toEqual(expected);
  });

  it('cannot be given to another provider’s client, nor work of another house be moved', async () => {
    house.db.setNow(at('2026-08-02 09:00'));
    expect(
      kinds(await staff((tx) => announceMaintenance(tx, work('2026-08-20 02:00', '2026-08-20 03:00')), house.other)),
    ).toEqual(['NotFound']);
    const { id } = await announced('2026-08-22 02:00', '2026-08-22 03:00');
    const cancel = { windowId: id, expectedVersion: 1, reason: '일정 변경' };
    expect(kinds(await staff((tx) => cancelMaintenance(tx, cancel), house.other))).toEqual(['NotFound']);
    expect(kinds(await staff((tx) => cancelMaintenance(tx, cancel)))).toEqual(['MaintenanceSaved']);
    expect(kinds(await staff((tx) => startMaintenance(tx, { ...cancel, expectedVersion: 2 })))).toEqual([
      'refused: CANCELLED',
    ]);
    expect((await shown(id)).window.state).toBe('CANCELLED');
  });
});

describe('work that goes on', () => {
  it('beyond its announced end counts as down, and is left out until then', async () => {
    house.db.setNow(at('2026-10-01 09:00'));
    const { id } = await announced('2026-10-05 02:00', '2026-10-05 03:00');
    await delivered();
    house.db.setNow(at('2026-10-05 01:00'));
    const early = await staff((tx) => startMaintenance(tx, { windowId: id, expectedVersion: 1 }));
    expect(kinds(early)).toEqual(['at: TOO_EARLY']);
    house.db.setNow(at('2026-10-05 02:00'));
    await staff((tx) => startMaintenance(tx, { windowId: id, expectedVersion: 1 }));
    house.db.setNow(at('2026-10-05 03:20'));
    expect((await shown(id)).window).toMatchObject({ state: 'RUNNING', overrunSeconds: 1_200 });
    await staff((tx) => endMaintenance(tx, { windowId: id, expectedVersion: 2 }));
    const { window, judgement } = await shown(id);
    expect([window.state, judgement.overrunSeconds]).toEqual(['ENDED', 1_200]);
    const { tenantId, service } = house.acme;
    const figures = await staff((tx) => availabilityFigures(tx, { tenantId, period: '2026-10' }));
    const figure = figures?.find(({ serviceItemId }) => serviceItemId === service);
    expect([figure?.plannedSeconds, figure?.downSeconds]).toEqual([3_600, 1_200]);
  });
});

interface Planted {
  readonly sourceId: string;
  readonly alertId: string;
}

/** A source of the promised service and one alert of it, as intake would have written them. */
async function plant(severity: string, firedAt: number): Promise<Planted> {
  const { providerId, tenantId, service, adminId } = house.acme;
  const [sourceId, alertId] = [newId(), newId()];
  await house.db.owner(
    `insert into alert_source (provider_id, source_id, tenant_id, name, vendor, service_item_id, key_hash, key_hint, auth, group_by, ticket_from,
       ticket_limit, per_minute, max_bytes, created_at, updated_at, updated_by)
     values ($1, $2, $3, 'Prometheus', 'alertmanager', $4, decode($5, 'hex'), 'abcd', 'KEY', 'FINGERPRINT', 'CRITICAL', 20, 1000, 65536, $6, $6, $7)`,
    [providerId, sourceId, tenantId, service, sourceId.replaceAll('-', ''), new Date(firedAt - 3_600_000), adminId],
  );
  await house.db.owner(
    `insert into alert (provider_id, tenant_id, alert_id, source_id, service_item_id, fingerprint, group_key, title, description, severity, state, labels,
       signals, first_at, last_at, since)
     values ($1, $2, $3, $4, $5, 'fp', 'fp', 'API down', '', $6, 'FIRING', '{}', 1, $7, $7, $7)`,
    [providerId, tenantId, alertId, sourceId, service, severity, new Date(firedAt)],
  );
  await change(alertId, 'FIRED', firedAt);
  return { sourceId, alertId };
}

async function change(alertId: string, kind: 'FIRED' | 'RECOVERED', when: number): Promise<void> {
  const { providerId, tenantId } = house.acme;
  await house.db.owner(
    'insert into alert_change (provider_id, tenant_id, change_id, alert_id, kind, at) values ($1, $2, $3, $4, $5, $6)',
    [providerId, tenantId, newId(), alertId, kind, new Date(when)],
  );
  const state = kind === 'FIRED' ? 'FIRING' : 'RECOVERED';
  await house.db.owner('update alert set state = $2, since = $3, settled_at = $3, last_at = $3 where alert_id = $1', [
    alertId,
    state,
    new Date(when),
  ]);
}

const follow = ({ sourceId }: Planted) => systemTx(house, house.acme, (tx) => outagesFromAlerts(tx, sourceId));
const outagesSeen = async () => {
  const { tenantId } = house.acme;
  const page = await staff((tx) => outagePage(tx, { tenantId, openOnly: false, first: 50 }));
  return page.edges.map(({ node }) => node);
};

describe('signals', () => {
  it('that are critical open an outage when they fire and end it when all have recovered', async () => {
    house.db.setNow(at('2026-11-02 10:05'));
    const planted = await plant('CRITICAL', at('2026-11-02 10:00'));
    await follow(planted);
    await follow(planted);
    const [open] = await outagesSeen();
    expect(open).toMatchObject({
      state: 'DOWN',
      fromSignals: true,
      startedAt: at('2026-11-02 10:00'),
      endedAt: null,
      openedBy: null,
    });
    await change(planted.alertId, 'RECOVERED', at('2026-11-02 10:04'));
    await follow(planted);
    const seen = await outagesSeen();
    expect(seen[0]).toMatchObject({ id: open?.id, endedAt: at('2026-11-02 10:04'), corrected: false });
    expect(seen[0]?.changes.length).toBe(2);
  });

  it('of lesser severity say nothing until a rule lets them', async () => {
    house.db.setNow(at('2026-11-03 10:05'));
    const planted = await plant('HIGH', at('2026-11-03 10:00'));
    const before = (await outagesSeen()).length;
    await follow(planted);
    expect(await outagesSeen()).toHaveLength(before);
    const { sourceId } = planted;
    const rule = { sourceId, expectedVersion: 0, downFrom: 'CRITICAL', degradedFrom: 'HIGH' } as const;
    expect(kinds(await staff((tx) => saveOutageRule(tx, { ...rule, degradedFrom: 'CRITICAL' })))).toEqual([
      'degradedFrom: ORDER',
    ]);
    expect(kinds(await staff((tx) => saveOutageRule(tx, rule), house.other))).toEqual(['NotFound']);
    expect(kinds(await staff((tx) => saveOutageRule(tx, rule)))).toEqual(['OutageRuleSaved']);
    expect(kinds(await staff((tx) => saveOutageRule(tx, rule)))).toEqual(['OutageRuleChangedMeanwhile']);
    await follow(planted);
    const [found] = await outagesSeen();
    expect(found).toMatchObject({ state: 'DEGRADED', startedAt: at('2026-11-03 10:00') });
    await change(planted.alertId, 'RECOVERED', at('2026-11-03 10:30'));
    house.db.setNow(at('2026-11-03 10:31'));
    await follow(planted);
    await expect(staff((tx) => outageRules(tx, house.acme.tenantId))).resolves.toHaveLength(2);
  });

  it('during announced work are held, and what still fires at its end opens its ticket then', async () => {
    house.db.setNow(at('2026-11-05 09:00'));
    const window = await announced('2026-11-09 02:00', '2026-11-09 03:00');
    const { tenantId, service } = house.acme;
    const asked = (instant: string, serviceItemId = service) =>
      systemTx(house, house.acme, (tx) => maintenanceAt(tx, { tenantId, serviceItemId, at: at(instant) }));
    await expect(asked('2026-11-09 02:00')).resolves.toBe(window.id);
    await expect(asked('2026-11-09 01:59')).resolves.toBeNull();
    await expect(asked('2026-11-09 03:00')).resolves.toBeNull();
    await expect(asked('2026-11-09 02:30', house.acme.plain)).resolves.toBeNull();
    house.db.setNow(at('2026-11-09 02:10'));
    const planted = await plant('CRITICAL', at('2026-11-09 02:10'));
    await house.db.owner('update alert set maintenance_id = $2 where alert_id = $1', [planted.alertId, window.id]);
    const looked = () =>
      systemTx(house, house.acme, (tx) => lookAgain(tx, { tenantId, maintenanceId: window.id }, { maintenanceAt }));
    expect(await looked()).toBe(1);
    const row = async () =>
      (await house.db.owner('select maintenance_id, ticket_id from alert where alert_id = $1', [planted.alertId]))[0];
    expect(await row()).toMatchObject({ maintenance_id: window.id, ticket_id: null });
    house.db.setNow(at('2026-11-09 03:00'));
    const job = jobOf(house.acme, 'maintenance-end', { windowId: window.id });
    await systemTx(house, house.acme, (tx) => maintenanceEndHandler.handle(tx, job));
    const after = await row();
    expect([after?.['maintenance_id'], typeof after?.['ticket_id']]).toEqual([null, 'string']);
  });
});

describe('what nobody watched', () => {
  it('is what no source watched, but for what a named person says', async () => {
    const { tenantId, service, providerId } = house.acme;
    house.db.setNow(at('2026-12-02 00:00'));
    await house.db.owner(`delete from measurement where provider_id = $1`, [providerId]);
    await house.db.owner(
      `insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, to_at, source_id, created_at)
       select $1, $2, $3, true, $4, $5, source_id, $4 from alert_source where tenant_id = $2 limit 1`,
      [providerId, tenantId, service, new Date(at('2026-12-01 00:00')), new Date(at('2026-12-01 12:00'))],
    );
    const said = {
      tenantId,
      serviceItemId: service,
      measured: true,
      from: at('2026-12-01 12:00'),
      to: at('2026-12-01 18:00'),
      reason: '수동 점검',
    };
    expect(kinds(await staff((tx) => recordMeasurement(tx, said)))).toEqual(['MeasurementRecorded']);
    const not = { ...said, measured: false, from: at('2026-12-01 06:00'), to: at('2026-12-01 07:00') };
    expect(kinds(await staff((tx) => recordMeasurement(tx, not)))).toEqual(['MeasurementRecorded']);
    const figures = await staff((tx) => availabilityFigures(tx, { tenantId, period: '2026-12' }));
    const gaps = figures
      ?.find(({ serviceItemId }) => serviceItemId === service)
      ?.exclusions.filter(({ kind }) => kind === 'UNMEASURED');
    expect(gaps?.map(({ agreedSeconds }) => agreedSeconds)).toEqual([3_600, 6 * 3_600]);
    const reversed = { ...said, from: said.to, to: said.from };
    expect(kinds(await staff((tx) => recordMeasurement(tx, reversed)))).toEqual(['to: REVERSED']);
    await expect(staff((tx) => measurementList(tx, { tenantId, serviceItemId: service }))).resolves.toHaveLength(3);
    await expect(
      staff((tx) => measurementList(tx, { tenantId, serviceItemId: service }), house.other),
    ).resolves.toEqual([]);
  });
});

it('people are told of outages in one sentence that needs nothing opened', async () => {
  await relay(house, house.acme, availabilityTellings);
  const rows = await house.db.owner<{ kind: string; person_id: string; data: Record<string, string> }>(
    `select kind, person_id, data from notification where tenant_id = $1 and kind = 'OUTAGE_UPDATED' order by created_at`,
    [house.acme.tenantId],
  );
  expect(new Set(rows.map(({ person_id: id }) => id))).toEqual(
    new Set([house.acme.approverId, house.acme.requesterId]),
  );
  expect(rows[0]?.data).toMatchObject({ titleKo: 'API down', zone: 'Asia/Seoul' });
});
