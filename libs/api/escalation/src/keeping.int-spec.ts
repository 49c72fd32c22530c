import { asClient, asStaff, statementLog, type Tx } from '@daylight/api-database';
import { newId, type ClientScope, type StaffScope } from '@daylight/api-platform';
import { DAY } from '@daylight/domain';
import { createClient, createProvider, signInAs } from '@daylight/api-testing';
import { contactList, ladder } from './contacts/contact-view.js';
import { archiveContact, verifyContact } from './contacts/keep-contact.js';
import { saveContact, type ContactInput } from './contacts/save-contact.js';
import { coverageHandler } from './coverage/coverage-handler.js';
import { savePolicy } from './documents/save-policy.js';
import { coverOnCall, dropOnCallChange, saveSchedule, swapOnCall } from './documents/save-schedule.js';
import { feedOf, renewFeed } from './feed/feed.js';
import { onCallPlan } from './queries/on-call-plan.js';
import { coverageView } from './queries/coverage.js';
import { openRuns, runPage, ticketRuns } from './queries/runs.js';
import { simulation } from './queries/simulation.js';
import { acknowledgeEscalation, escalateTicket } from './runs/by-hand.js';
import { startHandler } from './runs/subscribers.js';
import {
  addContact,
  addTicket,
  asSystem,
  createHouse,
  jobOf,
  runOf,
  SETTING,
  step,
  takeStep,
  words,
  type House,
} from './house.fixture.js';

let house: House;
let strangerId: string;
let memberOfOther: string;

beforeAll(async () => {
  house = await createHouse();
  ({ adminId: strangerId } = await createProvider(house.db, 'South'));
  memberOfOther = await createClient(house.db, house.providerId, house.otherTenantId, ['COORDINATOR']);
});
afterEach(() => house.db.setNow(null));
afterAll(() => house.db.close());

async function asAdmin<T>(work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId: house.adminId }, 'CONSOLE');
  return house.db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}
async function asMember<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId }, 'PORTAL');
  return house.db.app.asPerson(caller, (tx) => work(asClient(tx)));
}

const person: ContactInput = {
  ...{ side: 'CLIENT', name: 'Jung', role: 'Night operator', place: 1, languages: ['ko'], timeZone: 'Asia/Seoul' },
  ...{ channels: [{ kind: 'VOICE', address: '+82 10 9999 0000' }], shared: false },
};

describe('contacts', () => {
  it('a client keeps its own, sees the provider’s shared ones, and none of another client', async () => {
    const shared = await addContact(house, { name: 'Desk', shared: true });
    await addContact(house, { name: 'Private' });
    const foreign = await addContact(house, { name: 'Foreign', tenantId: house.otherTenantId, side: 'CLIENT' });
    const own = { ...person, tenantId: house.tenantId };
    const saved = await asMember(house.coordinatorId, (tx) => saveContact(tx, own));
    expect(saved).toMatchObject({ __typename: 'ContactSaved', contact: { name: 'Jung', verificationDue: false } });
    const seen = await asMember(house.coordinatorId, (tx) => ladder(tx, house.tenantId));
    expect(seen.provider.map(({ id }) => id)).toEqual([shared]);
    expect(seen.own.map(({ name }) => name)).toEqual(['Jung']);
    for (const contactId of [shared, foreign]) {
      const archived = asMember(house.coordinatorId, (tx) => archiveContact(tx, { contactId }));
      await expect(archived).resolves.toEqual({ __typename: 'NotFound', what: 'contact' });
      const changed = asMember(house.coordinatorId, (tx) => saveContact(tx, { ...own, contactId, expectedVersion: 1 }));
      await expect(changed).resolves.toMatchObject({ __typename: 'NotFound' });
    }
  });

  it('a contact that changed meanwhile is shown, not overwritten', async () => {
    const made = await asAdmin((tx) => saveContact(tx, { ...person, tenantId: house.tenantId, name: 'Moon' }));
    const contactId = made.__typename === 'ContactSaved' ? made.contact.id : '';
    const change = { ...person, contactId, name: 'Moon Jia' };
    await asAdmin((tx) => saveContact(tx, { ...change, expectedVersion: 1 }));
    const late = await asAdmin((tx) => saveContact(tx, { ...change, name: 'Other', expectedVersion: 1 }));
    expect(late).toMatchObject({ __typename: 'ContactChangedMeanwhile', current: { name: 'Moon Jia', version: 2 } });
  });

  it.each([
    ['a number that is none', { channels: [{ kind: 'SMS', address: 'call me' }] }, 'channels[0].address'],
    ['no channel at all', { channels: [] }, 'channels'],
    ['a zone that is none', { timeZone: 'Mars/Base' }, 'zone'],
    ['the account of a stranger', { personId: newId() }, 'personId'],
    ['a client’s contact without its client', { tenantId: null }, 'tenantId'],
  ] as const)('%s is refused with its place', async (_what, change, path) => {
    const answer = await asAdmin((tx) => saveContact(tx, { ...person, tenantId: house.tenantId, ...change }));
    expect(answer).toMatchObject({ __typename: 'InputRefused', problems: [{ path }] });
  });

  it('confirming a contact clears its reminder', async () => {
    const contactId = await addContact(house, {
      ...{ name: 'Old', tenantId: house.tenantId, side: 'CLIENT', verified: '2026-01-01' },
    });
    const due = async () =>
      (await asAdmin((tx) => contactList(tx, house.tenantId))).find(({ contact }) => contact.id === contactId);
    expect((await due())?.contact.verificationDue).toBe(true);
    await asMember(house.coordinatorId, (tx) => verifyContact(tx, { contactId }));
    expect((await due())?.contact.verificationDue).toBe(false);
  });
});

const document = (participants: readonly string[]) => ({
  ...{ name: words('Infra'), zone: 'Asia/Seoul', swaps: [], overrides: [] },
  layers: [
    {
      ...{ id: 'primary', name: words('Primary'), participants, startDate: '2026-11-02', endDate: null, hours: null },
      rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '00:00' },
    },
  ],
});

async function newSchedule(): Promise<string> {
  const saved = await asAdmin((tx) => saveSchedule(tx, { document: document([house.kimId, house.leeId]) }));
  if (saved.__typename !== 'OnCallScheduleSaved') throw new Error(JSON.stringify(saved));
  return saved.schedule.id;
}

describe('on call', () => {
  const monday = Date.parse('2026-11-01T15:00:00Z');
  const plan = (scheduleId: string) => asAdmin((tx) => onCallPlan(tx, { scheduleId, from: monday + DAY, weeks: 2 }));
  const names = async (scheduleId: string) => (await plan(scheduleId))?.final.map(({ personName }) => personName);

  it('weeks begin on Monday and show who comes out, the rotation and the changes', async () => {
    const scheduleId = await newSchedule();
    expect(await plan(scheduleId)).toMatchObject({ from: monday, to: monday + 14 * DAY, gaps: [] });
    expect(await names(scheduleId)).toEqual(['Kim', 'Lee']);
    const turn = { personId: house.leeId, from: monday + DAY, to: monday + 2 * DAY };
    await asAdmin((tx) => coverOnCall(tx, { scheduleId, expectedVersion: 1, turn }));
    expect(await names(scheduleId)).toEqual(['Kim', 'Lee', 'Kim', 'Lee']);
    const key = (await plan(scheduleId))?.overrides[0]?.sourceId ?? '';
    await asAdmin((tx) => dropOnCallChange(tx, { scheduleId, expectedVersion: 2, changeKey: key }));
    const first = { personId: house.kimId, from: monday, to: monday + 7 * DAY };
    const second = { personId: house.leeId, from: monday + 7 * DAY, to: monday + 14 * DAY };
    await asAdmin((tx) => swapOnCall(tx, { scheduleId, expectedVersion: 3, first, second }));
    expect(await names(scheduleId)).toEqual(['Lee', 'Kim']);
  });

  it('two who change a schedule at once don’t overwrite each other, and every version is kept', async () => {
    const scheduleId = await newSchedule();
    const change = () =>
      asAdmin((tx) => saveSchedule(tx, { scheduleId, expectedVersion: 1, document: document([house.kimId]) }));
    const answers = await Promise.all([change(), change()]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'OnCallScheduleChangedMeanwhile',
      'OnCallScheduleSaved',
    ]);
    const kept = await house.db.owner(
      'select version from escalation_document where document_id = $1 order by version',
      [scheduleId],
    );
    expect(kept).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('somebody of another provider can’t be put on call', async () => {
    const answer = await asAdmin((tx) => saveSchedule(tx, { document: document([strangerId]) }));
    expect(answer).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'layers[0].participants[0]' }] });
  });

  it('the calendar address shows one’s own shifts, and a new one ends the old', async () => {
    await newSchedule();
    const caller = await signInAs(house.db, { providerId: house.providerId, personId: house.kimId }, 'CONSOLE');
    const renew = async () => {
      const { url } = await house.db.app.asPerson(caller, (tx) => renewFeed(asStaff(tx), SETTING.origin));
      return /on-call\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';
    };
    const first = await renew();
    const text = await feedOf(house.db.app, first, monday);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART:20261101T150000Z[\s\S]*END:VCALENDAR/);
    const second = await renew();
    expect(await feedOf(house.db.app, first, monday)).toBeNull();
    expect(await feedOf(house.db.app, second, monday)).not.toBeNull();
  });
});

describe('policies', () => {
  it('a policy without steps and one that names a stranger are refused; a sound one answers the simulator', async () => {
    const empty = { name: words('P'), scope: { contractIds: [], priorities: [], types: [] }, repeats: 0 };
    const after = { afterLastStep: { unit: 'WALL_MINUTES', minutes: 20 } };
    const nobody = [{ kind: 'CONTACT', contactId: newId() }];
    const refused = await asAdmin((tx) =>
      savePolicy(tx, { document: { ...empty, ...after, steps: [], fallback: nobody } }),
    );
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'steps' }] });
    const unknown = {
      ...empty,
      ...after,
      steps: [step('s1', 0, { kind: 'SCHEDULE', scheduleId: newId() })],
      fallback: nobody,
    };
    const named = await asAdmin((tx) => savePolicy(tx, { document: unknown }));
    expect(named).toMatchObject({
      __typename: 'InputRefused',
      problems: [{ path: 'steps[0].targets[0].scheduleId' }, { path: 'fallback[0].contactId' }],
    });

    const scheduleId = await newSchedule();
    const contactId = await addContact(house, { name: 'Kim', personId: house.kimId });
    await addContact(house, { name: 'Lee', personId: house.leeId });
    const steps = [step('s1', 0, { kind: 'SCHEDULE', scheduleId })];
    const sound = { ...empty, ...after, steps, fallback: [{ kind: 'CONTACT', contactId }] };
    expect(await asAdmin((tx) => savePolicy(tx, { document: sound }))).toMatchObject({
      __typename: 'EscalationPolicySaved',
    });
    const sunday = Date.parse('2026-11-07T18:00:00Z');
    const of = { tenantId: house.tenantId, contractId: null, priority: 'P1', type: 'INCIDENT' } as const;
    const answer = await asAdmin((tx) => simulation(tx, of, sunday));
    expect(answer).toMatchObject({ policyName: words('P'), reachesNobody: false });
    expect(answer?.moments[0]?.calls[0]).toContain('Kim');
    expect(await asAdmin((tx) => simulation(tx, { ...of, tenantId: newId() }, sunday))).toBeNull();
  });
});

describe('runs as people see them', () => {
  async function running(): Promise<string> {
    const ticketId = await addTicket(house, { priority: 'P3' });
    await asMember(house.coordinatorId, (tx) => escalateTicket(tx, { ticketId }));
    const job = jobOf('escalation-start', { ticketId, personId: house.coordinatorId });
    await asSystem(house, (tx) => startHandler.handle(tx, job));
    await takeStep(house, (await runOf(house, ticketId))?.escalation_id ?? '');
    return ticketId;
  }

  it('a client presses the button, sees each call, and the provider’s people by name only where they are shown', async () => {
    const ticketId = await running();
    const [run] = await asMember(house.coordinatorId, (tx) => ticketRuns(tx, ticketId));
    expect(run).toMatchObject({ byHand: true, state: 'RUNNING', priority: 'P3' });
    expect(run?.calls.length).toBeGreaterThan(0);
    expect(run?.calls.every(({ contactName }) => contactName === null || contactName === 'Desk')).toBe(true);
    const [staffRun] = await asAdmin((tx) => ticketRuns(tx, ticketId));
    expect(staffRun?.calls.some(({ contactName }) => contactName === 'Kim' || contactName === 'Lee')).toBe(true);
    const again = await asMember(house.coordinatorId, (tx) => escalateTicket(tx, { ticketId }));
    expect(again).toMatchObject({ __typename: 'EscalationRunsAlready' });
    const answered = await asAdmin((tx) => acknowledgeEscalation(tx, { escalationId: run?.id ?? '' }));
    expect(answered).toMatchObject({ __typename: 'EscalationAcknowledged' });
  });

  it('another client’s ticket and run are not found', async () => {
    const ticketId = await running();
    const run = await runOf(house, ticketId);
    const escalationId = run?.escalation_id ?? '';
    expect(await asMember(memberOfOther, (tx) => ticketRuns(tx, ticketId))).toEqual([]);
    expect(await asMember(memberOfOther, (tx) => escalateTicket(tx, { ticketId }))).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await asMember(memberOfOther, (tx) => acknowledgeEscalation(tx, { escalationId }))).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('a page of runs is one statement, for 2 and for 6 rows', async () => {
    for (let count = 0; count < 4; count += 1) await running();
    const sent = async (first: number) => {
      statementLog.names = [];
      const page = await asAdmin((tx) => runPage(tx, { first, openOnly: false }));
      const names = statementLog.names.filter((name) => name.startsWith('escalation'));
      statementLog.names = null;
      return [page.edges.length, names];
    };
    expect(await sent(2)).toEqual([2, ['escalation-page']]);
    expect(await sent(6)).toEqual([6, ['escalation-page']]);
  });

  it('a client sees its own runs that nobody has answered, in one statement, and none of another client', async () => {
    const ticketId = await running();
    statementLog.names = [];
    const seen = await asMember(house.coordinatorId, openRuns);
    const names = statementLog.names.filter((name) => name.startsWith('escalation'));
    statementLog.names = null;
    expect(names).toEqual(['escalation-page']);
    const own = seen.find((run) => run.ticketId === ticketId);
    expect(own).toMatchObject({ state: 'RUNNING', tenantId: house.tenantId });
    const id = own?.id ?? '';
    expect(seen.length).toBeGreaterThan(1);
    expect(await asMember(memberOfOther, openRuns)).toEqual([]);
    await asMember(house.coordinatorId, (tx) => acknowledgeEscalation(tx, { escalationId: id }));
    expect((await asMember(house.coordinatorId, openRuns)).some((run) => run.id === id)).toBe(false);
  });
});

it('once a week administrators are told where nobody can be reached, and keepers which contacts to confirm', async () => {
  const empty = await createHouse();
  try {
    await addContact(empty, {
      name: 'Old',
      tenantId: empty.tenantId,
      side: 'CLIENT',
      verified: '2026-01-01',
      channels: [['EMAIL', 'old@client.example']],
    });
    await empty.db.worker.asSystem({ providerId: empty.providerId, tenantId: null }, (tx) =>
      coverageHandler(SETTING).handle(tx, jobOf('escalation-coverage', {})),
    );
    const mails = await empty.db.owner('select template, person_id from mail_message order by template');
    expect(mails).toEqual([
      { template: 'CONTACTS_UNVERIFIED', person_id: empty.coordinatorId },
      { template: 'COVERAGE_GAPS', person_id: empty.adminId },
    ]);
    const caller = await signInAs(empty.db, { providerId: empty.providerId, personId: empty.adminId }, 'CONSOLE');
    const view = await empty.db.app.asPerson(caller, (tx) => coverageView(asStaff(tx), 14));
    expect(new Set(view.gaps.map(({ tenantId }) => tenantId))).toEqual(new Set([empty.otherTenantId]));
    expect(view.inDoubt).toMatchObject([{ name: 'Old', channel: null }]);
  } finally {
    await empty.db.close();
  }
});
