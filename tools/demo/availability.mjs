// How Hanbit's ERP has been: outages of the last months, planned work, a claim that waits, and a credit that was proposed.
import {
  announceMaintenance,
  openOutage,
  postOutageUpdate,
  proposeExclusion,
  publishAvailability,
  recordMeasurement,
} from '@daylight/api-availability';
import { DAY, HOUR, MINUTE, monthOf, previousPeriods } from '@daylight/domain';
import { expect } from './connections.mjs';

const ZONE = 'Asia/Seoul';
const words = (ko, en) => ({ ko, en });

class House {
  constructor(daylight, { people, tenants }, services) {
    const on = { tenantId: tenants.HBP, serviceItemId: services.ERP.id };
    Object.assign(this, { daylight, manager: people.doyun, on });
  }

  /** Done at that instant, by the account manager. */
  async act(at, run, kind) {
    this.daylight.clock.set(at);
    return expect(await this.daylight.as(this.manager, run), kind);
  }

  outage(now, { from, hours, state = 'DOWN', title, update }) {
    const endedAt = hours === null ? null : from + hours * HOUR;
    const input = { ...this.on, state, title, startedAt: from, endedAt, assetIds: [], ticketKeys: [], update };
    return this.act(now, (tx) => openOutage(tx, input), 'OutageSaved');
  }

  work(at, { from, hours, title, description }) {
    const { tenantId, serviceItemId } = this.on;
    const times = { startsAt: from, endsAt: from + hours * HOUR };
    const input = { tenantId, serviceItemIds: [serviceItemId], kind: 'PLANNED', title, description, ...times };
    return this.act(at, (tx) => announceMaintenance(tx, input), 'MaintenanceSaved');
  }
}

/** The two months before that of `now`, the older one first. */
const monthsBefore = (now) => previousPeriods(ZONE, monthOf(ZONE, now).key, 2);

/** What happened in the last two months, written down when it did; nobody is told of it on the demo's first day. */
export async function makePastOutages(daylight, world, services, now) {
  const house = new House(daylight, world, services);
  const [older, newer] = monthsBefore(now);
  const reason = '사내 감시 도구 기록을 옮김';
  for (const { from, to } of [older, newer]) {
    const watched = { ...house.on, measured: true, from, to, reason };
    await house.act(to, (tx) => recordMeasurement(tx, watched), 'MeasurementRecorded');
  }
  const broken = older.from + 9 * DAY + 13 * HOUR;
  await house.outage(broken + 6 * HOUR, {
    ...{
      from: broken,
      hours: 5,
      title: words('ERP 접속 불가(DB 스토리지 장애)', 'ERP unreachable (database storage)'),
    },
    update: words('스토리지 컨트롤러를 교체하고 복구했습니다.', 'The storage controller was replaced.'),
  });
  const slow = newer.from + 16 * DAY + 10 * HOUR;
  const second = await house.outage(slow + 3 * HOUR, {
    ...{ from: slow, hours: 2, title: words('ERP 전표 저장 불가', 'ERP could not save vouchers') },
    update: words(
      '고객사 방화벽 정책 변경을 되돌려 복구했습니다.',
      'A change of the client’s firewall was rolled back.',
    ),
  });
  const told = newer.from + 4 * DAY + 9 * HOUR;
  await house.work(told, {
    ...{
      from: told + 5 * DAY + 13 * HOUR,
      hours: 2,
      title: words('ERP 데이터베이스 정기 패치', 'Patching the ERP database'),
    },
    description: words('패치 적용 중 두 차례 접속이 끊깁니다.', 'Connections drop twice while it is patched.'),
  });
  daylight.clock.set(now);
  return { outageId: second.outage.id, from: slow, to: slow + 2 * HOUR };
}

/** What waits for an answer now: the older month's figure with its credit, a claim, work ahead, and something that is slow. */
export async function makeAvailability(daylight, world, services, { claimed, now }) {
  const house = new House(daylight, world, services);
  const [older] = monthsBefore(now);
  const { tenantId } = house.on;
  await house.act(now, (tx) => publishAvailability(tx, { tenantId, period: older.key }), 'AvailabilityPublished');
  const claim = {
    ...house.on,
    ...claimed,
    cause: 'CLIENT',
    reason: '고객사 방화벽 정책 변경이 원인입니다(변경 기록 첨부).',
  };
  await house.act(now, (tx) => proposeExclusion(tx, claim), 'ExclusionChanged');
  await house.work(now, {
    ...{
      from: now - (now % HOUR) + 6 * DAY,
      hours: 3,
      title: words('ERP 애플리케이션 서버 증설', 'More ERP application servers'),
    },
    description: words('작업 중 조회는 가능하나 저장이 제한됩니다.', 'Reading works meanwhile, saving is limited.'),
  });
  const { outage } = await house.outage(now, {
    ...{
      from: now - 40 * MINUTE,
      hours: null,
      state: 'DEGRADED',
      title: words('ERP 조회 지연', 'ERP is slow to read'),
    },
    update: null,
  });
  const body = words('배치 작업과의 경합을 확인하고 있습니다.', 'We look at a batch job that competes with it.');
  await house.act(
    now,
    (tx) => postOutageUpdate(tx, { outageId: outage.id, stage: 'INVESTIGATING', body }),
    'OutageSaved',
  );
}
