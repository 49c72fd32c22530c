// Contracts with a past: drafted, proposed and agreed at instants before their first days, by those who may.
import {
  agreeContractVersion,
  createContract,
  defaultTerms,
  draftAmendment,
  proposeContractVersion,
  saveContractDraft,
} from '@daylight/api-contracts';
import { addDays, DAY, localDateOf, startOfLocalDate } from '@daylight/domain';
import { HOURS } from './catalogue.mjs';
import { expect } from './connections.mjs';

const SIGNED_BEFORE_DAYS = 12;

const target = (kpi, comparison, value, { clock = null, side = 'PROVIDER' } = {}) => ({
  ...{ kpi, clock, side, comparison, value },
});
const KPI_TARGETS = [
  target('SLA_ATTAINMENT', 'AT_LEAST', 9_500, { clock: 'FIRST_RESPONSE' }),
  target('SLA_ATTAINMENT', 'AT_LEAST', 9_500, { clock: 'RESTORE' }),
  target('SLA_ATTAINMENT', 'AT_LEAST', 9_000, { clock: 'RESOLUTION' }),
  target('REOPEN_RATE', 'AT_MOST', 500),
  target('CLIENT_REPLY_TIME_P50', 'AT_MOST', 8 * 3_600, { side: 'CLIENT' }),
];

const row = (ko, en, accountable, responsible, informed) => ({
  ...{ activity: { ko, en }, accountable, responsible, consulted: [], informed },
});
const RESPONSIBILITIES = [
  row('장애 접수와 1차 조치', 'Taking and first handling of incidents', 'PROVIDER', ['PROVIDER'], ['CLIENT']),
  row('운영체제·미들웨어 보안 패치', 'Security patches of operating systems', 'PROVIDER', ['PROVIDER'], ['CLIENT']),
  row('업무 데이터의 정확성', 'Correctness of business data', 'CLIENT', ['CLIENT'], ['PROVIDER']),
  row('복원 시험 참관과 확인', 'Witnessing restore tests', 'CLIENT', ['PROVIDER', 'CLIENT'], []),
  row('클라우드 기반 시설', 'The cloud’s own facilities', 'CLOUD_VENDOR', ['CLOUD_VENDOR'], ['PROVIDER', 'CLIENT']),
];

const IN_SCOPE = {
  ko: '상시 감시, 장애 조치, 월간 점검과 보고',
  en: 'Monitoring, incident handling, monthly checks and report',
};
const OUT_OF_SCOPE = { ko: '신규 구축, 장비 구매, 현장 상주', en: 'New builds, purchase of equipment, staff on site' };

function termsFor({ services, hours, zone, currency, fee, kind = 'MANAGED', promised = null }) {
  const terms = defaultTerms({ kind, zone, hasTermEnd: true, services, calendars: [hours] });
  const scoped = terms.services.map((service) => ({ ...service, inScope: IN_SCOPE, outOfScope: OUT_OF_SCOPE }));
  const responsible = { responsibilities: RESPONSIBILITIES, kpiTargets: KPI_TARGETS };
  const agreed = { ...terms, services: scoped, currency, monthlyFeeMinor: fee, ...responsible };
  return promised === null ? agreed : withPromise(agreed, promised, hours.id);
}

/** One service is promised to be up in its hours, with notice of planned work and a ladder of credits. */
function withPromise(terms, { serviceItemId, name, monthlyFeeMinor }, calendarId) {
  const promise = { id: 'erp', name, serviceItemIds: [serviceItemId], calendarId, period: 'MONTH', targetPpm: 999_000 };
  const rules = { assetRule: 'ANY', weights: [], degradedPercent: 0, unmeasured: 'UP' };
  const tier = (fromPpm, belowPpm, creditPpm) => ({ fromPpm, belowPpm, creditPpm });
  const ladder = {
    tiers: [tier(0, 950_000, 300_000), tier(950_000, 990_000, 100_000), tier(990_000, 999_000, 50_000)],
  };
  const cap = { limitPpm: 300_000, of: 'ITEM', per: 'MONTH' };
  const paid = { rounding: 'TRUNCATE', treatment: { kind: 'PRICE_REDUCTION', vatPpm: 100_000 } };
  const basis = { kind: 'AVAILABILITY', availabilityId: 'erp' };
  return {
    ...terms,
    services: terms.services.map((one) => (one.serviceItemId === serviceItemId ? { ...one, monthlyFeeMinor } : one)),
    availability: [{ ...promise, ...rules, excludable: ['CLIENT', 'FORCE_MAJEURE'] }],
    maintenance: { notice: { unit: 'MINUTES', minutes: 2_880 }, noticeCalendarId: null, capMinutesPerMonth: 480 },
    credits: [{ id: 'erp-credit', name, basis, ...ladder, cap, ...paid, termination: { misses: 3, periods: 6 } }],
  };
}

/** Minutes of the targets for one priority and clock, changed. */
function withMinutes(terms, priority, clock, minutes) {
  const changed = (one) =>
    one.priority === priority && one.clock === clock ? { ...one, amount: { unit: 'MINUTES', minutes } } : one;
  return { ...terms, policies: terms.policies.map((policy) => ({ ...policy, targets: policy.targets.map(changed) })) };
}

class Desk {
  constructor(daylight, manager) {
    Object.assign(this, { daylight, manager });
  }

  async draft(input) {
    const outcome = await this.daylight.as(this.manager, (tx) => createContract(tx, input));
    return expect(outcome, 'ContractDraftSaved').draft;
  }

  async amend(contractId, effectiveFrom, { note, termEnd, change }) {
    return this.daylight.as(this.manager, async (tx) => {
      const drafted = expect(await draftAmendment(tx, { contractId, effectiveFrom, note }), 'ContractDraftSaved').draft;
      const { id: versionId, version } = drafted.version;
      const input = { versionId, version, effectiveFrom, termEnd, terms: change(drafted.terms), note };
      return expect(await saveContractDraft(tx, input), 'ContractDraftSaved').draft;
    });
  }

  async propose({ version: { id: versionId, version } }) {
    const outcome = await this.daylight.as(this.manager, (tx) => proposeContractVersion(tx, { versionId, version }));
    return expect(outcome, 'ContractVersionProposed').version;
  }

  /** Proposed and agreed on days before the version begins. */
  async conclude(approver, draft) {
    const { id: versionId, version, digest } = await this.propose(draft);
    this.daylight.clock.set(this.daylight.clock.now() + 4 * DAY);
    const outcome = await this.daylight.as(approver, (tx) => agreeContractVersion(tx, { versionId, version, digest }));
    expect(outcome, 'ContractVersionAgreed');
  }
}

/** The first of a month, `months` away from that of `now`. */
function firstOfMonth(now, zone, months) {
  const [year, month] = localDateOf(zone, now).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

const before = (zone, date) => startOfLocalDate(zone, date) - SIGNED_BEFORE_DAYS * DAY + 10 * 3_600_000;

/** @param plan which contract: `since` in months from now, negative */
async function makeManaged(desk, plan, now) {
  const { zone, tenantId, title, approver, since } = plan;
  const effectiveFrom = firstOfMonth(now, zone, since);
  const termEnd = addDays(firstOfMonth(now, zone, since + 24), -1);
  desk.daylight.clock.set(before(zone, effectiveFrom));
  const serviceItemIds = plan.services.map(({ id }) => id);
  const base = { tenantId, kind: 'MANAGED', title, effectiveFrom, termEnd, serviceItemIds };
  const draft = await desk.draft({ ...base, terms: termsFor(plan) });
  await desk.conclude(approver, draft);
  return { contractId: draft.contract.id, termEnd };
}

/** The contracts of all clients, agreed in the past. */
export async function makeContracts(daylight, { people, tenants }, services, now) {
  const desk = new Desk(daylight, people.doyun);
  const of = (...codes) => codes.map((code) => services[code]);
  const seoul = { zone: 'Asia/Seoul', currency: 'KRW' };
  const hanbit = await makeManaged(
    desk,
    {
      ...{
        tenantId: tenants.HBP,
        title: '한빛정밀 IT 인프라 통합 운영',
        approver: people.eunseo,
        since: -18,
        ...seoul,
      },
      ...{ services: of('SRV', 'NET', 'BAK', 'ERP'), hours: HOURS.seoul, fee: 18_500_000 },
      promised: { serviceItemId: services.ERP.id, name: services.ERP.name, monthlyFeeMinor: 5_200_000 },
    },
    now,
  );
  await makeManaged(
    desk,
    {
      ...{ tenantId: tenants.DDC, title: '도담커머스 클라우드·보안 운영', approver: people.rahee, since: -9, ...seoul },
      ...{ services: of('CLD', 'WEB', 'SEC'), hours: HOURS.seoulLong, fee: 24_000_000 },
    },
    now,
  );
  await makeManaged(
    desk,
    {
      ...{ tenantId: tenants.NLF, title: 'Nordlys Freight managed operations', approver: people.nils, since: -14 },
      ...{ services: of('SRV', 'NET', 'BAK', 'CLD'), hours: HOURS.stockholm, fee: 21_000_000 },
      ...{ zone: 'Europe/Stockholm', currency: 'SEK' },
    },
    now,
  );
  await tightenResponse(desk, { ...hanbit, approver: people.eunseo }, now);
  return hanbit;
}

/** What is being negotiated: an amendment that waits for Hanbit's approver, and a pilot that Dodam hasn't been shown. */
export async function makeNegotiations(daylight, { people, tenants }, services, { hanbit, now }) {
  const desk = new Desk(daylight, people.doyun);
  await proposeSecurity(desk, hanbit, services, now);
  await draftPilot(desk, tenants.DDC, [services.ERP], now);
}

/** Two months ago Hanbit's first response to P3 became quicker: figures straddle a change of terms. */
async function tightenResponse(desk, { contractId, termEnd, approver }, now) {
  const from = firstOfMonth(now, 'Asia/Seoul', -2);
  desk.daylight.clock.set(before('Asia/Seoul', from));
  const change = (terms) => withMinutes(terms, 'P3', 'FIRST_RESPONSE', 180);
  const note = 'P3 최초 응답 목표를 4시간에서 3시간으로 단축';
  await desk.conclude(approver, await desk.amend(contractId, from, { note, termEnd, change }));
}

/** Security monitoring joins, the fee rises. */
async function proposeSecurity(desk, { contractId, termEnd }, services, now) {
  const { id: serviceItemId, name } = services.SEC;
  const change = (terms) => {
    const [first] = terms.services;
    const added = { ...first, serviceItemId, name, level: 'SECURE' };
    return withMinutes(
      { ...terms, services: [...terms.services, added], monthlyFeeMinor: 22_800_000 },
      'P2',
      'RESTORE',
      360,
    );
  };
  const note = '보안 관제 추가, P2 장애 복구 목표를 8시간에서 6시간으로 단축';
  const from = firstOfMonth(now, 'Asia/Seoul', 1);
  await desk.propose(await desk.amend(contractId, from, { note, termEnd, change }));
}

async function draftPilot(desk, tenantId, services, now) {
  const zone = 'Asia/Seoul';
  const effectiveFrom = firstOfMonth(now, zone, 1);
  const termEnd = addDays(firstOfMonth(now, zone, 4), -1);
  const terms = termsFor({ services, hours: HOURS.seoul, zone, currency: 'KRW', fee: 3_000_000, kind: 'PILOT' });
  const serviceItemIds = services.map(({ id }) => id);
  await desk.draft({
    tenantId,
    kind: 'PILOT',
    title: '정산 ERP 운영 시범',
    effectiveFrom,
    termEnd,
    serviceItemIds,
    terms,
  });
}
