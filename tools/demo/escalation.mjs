// Whom to call: contacts of both sides, who is on call, by which ladder, and one night on which somebody was.
import { saveContact } from '../../libs/api/escalation/dist/contacts/save-contact.js';
import { savePolicy } from '../../libs/api/escalation/dist/documents/save-policy.js';
import { saveSchedule } from '../../libs/api/escalation/dist/documents/save-schedule.js';
import { statement, timestamp } from '@daylight/api-database';
import { addDays, DAY, dayOf, HOUR, localDateOf, startOfLocalDate, toIso, weekdayOf } from '@daylight/domain';
import { expect } from './connections.mjs';
import { tellPastRun } from './past-run.mjs';
import { ADMIN, STAFF } from './people.mjs';

const SEOUL = { languages: ['ko'], timeZone: 'Asia/Seoul' };
const STOCKHOLM = { languages: ['en'], timeZone: 'Europe/Stockholm' };
const ways = (phone, mail) => [
  ...(phone === null ? [] : [{ kind: 'VOICE', address: phone }]),
  { kind: 'EMAIL', address: mail },
];

/** The provider's own, for every client. Emma is called for Nordlys only. `daysAgo`: when it was confirmed last. */
const STAFF_CONTACTS = [
  { key: 'jihun', role: '당직 엔지니어', phone: '+82 2 555 0141', place: 10, shared: true, daysAgo: 21, ...SEOUL },
  { key: 'sua', role: '당직 엔지니어', phone: '+82 2 555 0142', place: 20, shared: true, daysAgo: 34, ...SEOUL },
  { key: 'doyun', role: '고객 담당 매니저', phone: '+82 2 555 0120', place: 40, shared: true, daysAgo: 12, ...SEOUL },
  { key: 'minji', role: '서비스 총괄', phone: '+82 2 555 0101', place: 60, shared: true, daysAgo: 130, ...SEOUL },
  {
    key: 'emma',
    role: 'Site engineer',
    phone: '+46 8 555 0143',
    place: 30,
    shared: true,
    daysAgo: 9,
    of: 'NLF',
    ...STOCKHOLM,
  },
];
const CLIENT_CONTACTS = [
  {
    of: 'HBP',
    name: '노건우',
    role: '전산팀장',
    phone: '+82 31 555 0211',
    mail: 'geonu@hanbit.example',
    place: 10,
    daysAgo: 40,
    ...SEOUL,
  },
  {
    of: 'HBP',
    name: '야간 조장실',
    role: '생산 야간조',
    phone: '+82 31 555 0219',
    mail: 'night@hanbit.example',
    place: 20,
    daysAgo: 140,
    ...SEOUL,
  },
  {
    of: 'DDC',
    name: '배가온',
    role: '운영 책임자',
    phone: '+82 2 555 0311',
    mail: 'gaon@dodam.example',
    place: 10,
    daysAgo: 15,
    ...SEOUL,
  },
  {
    of: 'NLF',
    name: 'Astrid Holm',
    role: 'IT manager',
    phone: '+46 31 555 0411',
    mail: 'astrid@nordlys.example',
    place: 10,
    daysAgo: 28,
    ...STOCKHOLM,
  },
];

const VERIFIED = statement(
  'demo-contact-verified',
  'update escalation_contact set last_verified_at = $3, valid_from = $4, updated_at = $3 where provider_id = $1 and contact_id = $2',
);

/** Makes it all, as the account manager would; the past run is told as the worker wrote it then. */
export async function makeEscalation(daylight, world, now) {
  daylight.clock.set(now);
  const { contacts, ladder } = await daylight.as(world.people.doyun, async (tx) => {
    const made = await makeContacts(tx, world);
    const schedules = await makeSchedules(tx, world, now);
    return { contacts: made, ladder: await makePolicies(tx, world, { contacts: made, schedules }) };
  });
  await daylight.asSystem({ providerId: world.providerId, tenantId: null }, (tx) => ageContacts(tx, contacts, now));
  const hanbit = { providerId: world.providerId, tenantId: world.tenants.HBP };
  await daylight.asSystem(hanbit, (tx) => tellPastRun(tx, { contacts, ladder, people: world.people, now }));
}

/** Ids by the staff's keys and, for clients, by prefix and place. */
async function makeContacts(tx, { tenants, people }) {
  const made = {};
  const save = async (key, { daysAgo: _daysAgo, phone, mail, of, key: _key, ...input }) => {
    const channels = ways(phone, mail);
    const asked = { ...input, tenantId: of === undefined ? null : tenants[of], channels };
    made[key] = expect(await saveContact(tx, asked), 'ContactSaved').contact.id;
  };
  for (const { key, ...contact } of STAFF_CONTACTS) {
    const { name, email } = [ADMIN, ...STAFF].find((one) => one.key === key);
    await save(key, { ...contact, side: 'PROVIDER', name, personId: people[key].personId, mail: email });
  }
  for (const contact of CLIENT_CONTACTS)
    await save(`${contact.of}/${contact.place}`, { ...contact, side: 'CLIENT', personId: null, shared: false });
  return made;
}

/** Nobody confirmed them all on the day of the demo: two are overdue. */
async function ageContacts(tx, contacts, now) {
  const keyed = [...STAFF_CONTACTS, ...CLIENT_CONTACTS.map((one) => ({ ...one, key: `${one.of}/${one.place}` }))];
  for (const { key, daysAgo } of keyed) {
    const values = [tx.scope.providerId, contacts[key], timestamp(now - daysAgo * DAY), timestamp(now - 300 * DAY)];
    await tx.query(VERIFIED, values);
  }
}

const ALL_DAY = [{ from: '00:00', to: '24:00' }];
const WEEK = { mon: [{ from: '09:00', to: '24:00' }], tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY };
const UNTIL_SATURDAY = { ...WEEK, sat: [{ from: '00:00', to: '09:00' }] };
const WEEKEND = { sat: [{ from: '09:00', to: '24:00' }], sun: ALL_DAY, mon: [{ from: '00:00', to: '09:00' }] };
const OFFICE = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '08:00', to: '17:00' }]]),
);

const layer = (id, ko, en, rest) => ({ id, name: { ko, en }, endDate: null, hours: null, ...rest });
const weekly = (weekday, handOver) => ({ kind: 'WEEKLY', weekday, handOver });

/** Two schedules. Of the first nobody has planned the weekends after the next one: a gap that coverage names. */
async function makeSchedules(tx, { people }, now) {
  const { jihun, sua, doyun, emma } = Object.fromEntries(
    Object.entries(people).map(([key, { personId }]) => [key, personId]),
  );
  const today = localDateOf('Asia/Seoul', now);
  const monday = addDays(today, -weekdayOf(dayOf(today)));
  const at = (days, hours) => toIso(startOfLocalDate('Asia/Seoul', addDays(monday, days)) + hours * HOUR);
  const seoul = {
    ...{ name: { ko: '인프라 당직', en: 'Infrastructure on call' }, zone: 'Asia/Seoul' },
    layers: [
      layer('week', '평일 당직', 'Weekdays', {
        ...{ rotation: weekly('mon', '09:00'), participants: [jihun, sua] },
        ...{ startDate: addDays(monday, -140), hours: UNTIL_SATURDAY },
      }),
      layer('weekend', '주말 당직', 'Weekends', {
        ...{ rotation: weekly('sat', '09:00'), participants: [sua, jihun] },
        ...{ startDate: addDays(monday, -135), endDate: addDays(monday, 12), hours: WEEKEND },
      }),
    ],
    swaps: [
      {
        id: 'swap-1',
        first: { personId: sua, from: at(9, 9), to: at(10, 9) },
        second: { personId: jihun, from: at(16, 9), to: at(17, 9) },
      },
    ],
    overrides: [{ id: 'cover-1', personId: doyun, from: at(3, 18), to: at(4, 9) }],
  };
  const stockholm = {
    ...{ name: { ko: '스톡홀름 현장 당직', en: 'Stockholm site' }, zone: 'Europe/Stockholm', swaps: [], overrides: [] },
    layers: [
      layer('night', '서울 야간 지원', 'Seoul at night', {
        ...{ rotation: weekly('mon', '08:00'), participants: [sua, jihun], startDate: addDays(monday, -140) },
      }),
      layer('day', '현장 주간', 'Site by day', {
        ...{ rotation: weekly('mon', '08:00'), participants: [emma], startDate: addDays(monday, -140), hours: OFFICE },
      }),
    ],
  };
  const save = async (document) => expect(await saveSchedule(tx, { document }), 'OnCallScheduleSaved').schedule.id;
  return { seoul: await save(seoul), stockholm: await save(stockholm) };
}

const NAMES = statement(
  'demo-escalation-names',
  `select (select contract_id from contract where provider_id = $1 and tenant_id = $2 order by contract_id limit 1) as contract_id,
     (select calendar_id from calendar_template where provider_id = $1 and name_en = 'Weekdays 08:00-20:00') as calendar_id`,
);
const wall = (minutes) => ({ unit: 'WALL_MINUTES', minutes });

/** Three ladders; returns the document of the one for P1. */
async function makePolicies(tx, { tenants, teams, providerId }, { contacts, schedules }) {
  const [{ contract_id: nordlys, calendar_id: calendarId }] = await tx.query(NAMES, [providerId, tenants.NLF]);
  const contact = (key) => ({ kind: 'CONTACT', contactId: contacts[key] });
  const schedule = (key) => ({ kind: 'SCHEDULE', scheduleId: schedules[key] });
  const scope = { contractIds: [], priorities: [], types: [] };
  const save = async (document) => expect(await savePolicy(tx, { document }), 'EscalationPolicySaved').policy.document;
  await save({
    ...{ name: { ko: 'P2 기본 절차', en: 'P2, as a rule' }, scope: { ...scope, priorities: ['P2'] }, repeats: 1 },
    steps: [{ id: 'on-call', delay: wall(0), targets: [schedule('seoul')] }],
    ...{ afterLastStep: wall(30), fallback: [contact('doyun')] },
  });
  await save({
    ...{ name: { ko: 'Nordlys Freight 절차', en: 'Nordlys Freight' }, scope: { ...scope, contractIds: [nordlys] } },
    steps: [
      { id: 'on-call', delay: wall(0), targets: [schedule('stockholm')] },
      { id: 'site', delay: wall(15), targets: [contact('emma')] },
      {
        id: 'manager',
        delay: { unit: 'CALENDAR_MINUTES', minutes: 30, calendarId },
        targets: [contact('doyun'), contact('NLF/10')],
      },
    ],
    ...{ repeats: 0, afterLastStep: wall(30), fallback: [contact('minji')] },
  });
  return save({
    ...{ name: { ko: 'P1 긴급 호출', en: 'P1 emergency' }, scope: { ...scope, priorities: ['P1'] }, repeats: 1 },
    steps: [
      { id: 'on-call', delay: wall(0), targets: [schedule('seoul')] },
      { id: 'team', delay: wall(10), targets: [{ kind: 'TEAM', teamId: teams.cloud }] },
      { id: 'manager', delay: wall(15), targets: [contact('doyun')] },
    ],
    ...{ afterLastStep: wall(15), fallback: [contact('minji')] },
  });
}
