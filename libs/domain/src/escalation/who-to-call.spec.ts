import {
  contact,
  channel,
  directory,
  incident,
  onSchedule,
  policy,
  step,
  toContact,
  toRole,
  toTeam,
} from './house.fixture.js';
import type { EscalationContact } from './contact.js';
import type { EscalationDirectory } from './directory.js';
import { layer, named, schedule, seoul } from './schedule.fixture.js';
import type { EscalationTarget } from './policy.js';
import { whoToCall } from './who-to-call.js';

const sundayNight = seoul('11-22 03:00');
const mondayNoon = seoul('11-23 12:00');

/** Callable people with their steps, and everybody passed over with the reason. */
function told(list: ReturnType<typeof whoToCall>) {
  return [
    list.callable.map((entry) => `${entry.stepId}: ${entry.contact.personId}`),
    list.skipped.map((entry) => [entry.stepId, entry.personId ?? entry.contactId, entry.reason]),
  ];
}

const withTargets = (targets: readonly EscalationTarget[], change: Partial<EscalationDirectory> = {}) =>
  directory({ policies: [policy({ steps: [step('only', 0, ...targets)] })], ...change });

describe('whoever is named by the policy, in the order of its steps (D-ESC-1)', () => {
  test('on Sunday at three the engineer on shift, not the manager, whose hours begin on Monday', () => {
    expect(told(whoToCall(directory(), incident(), sundayNight))).toEqual([
      ['first: park'],
      [['second', 'manager', { kind: 'OUTSIDE_OWN_HOURS', nextOpen: seoul('11-23 09:00') }]],
    ]);
  });

  test('on Monday at noon the next engineer and the manager', () => {
    expect(told(whoToCall(directory(), incident(), mondayNoon))).toEqual([['first: kim', 'second: manager'], []]);
  });

  test('channels come in the order in which they are tried, without those that bounce by then', () => {
    const channels = [channel('a', { bouncedAt: sundayNight }), channel('b'), channel('c', { bouncedAt: mondayNoon })];
    const at = (instant: number) =>
      whoToCall(withTargets([toContact('c-x')], { contacts: [contact('x', { channels })] }), incident(), instant)
        .callable.map((entry) => entry.channels.map(({ id }) => id))
        .join();
    expect([at(sundayNight - 1), at(sundayNight), at(mondayNoon - 1), at(mondayNoon)]).toEqual([
      'a,b,c',
      'b,c',
      'b,c',
      'b',
    ]);
  });

  test('nobody is listed twice, whatever names them again', () => {
    const list = whoToCall(
      withTargets([onSchedule('infra'), toContact('c-park'), toRole('ENGINEER')]),
      incident(),
      sundayNight,
    );
    expect(told(list)).toEqual([
      ['only: park', 'only: kim', 'only: lee'],
      [
        ['only', 'park', { kind: 'ALREADY_LISTED' }],
        ['only', 'park', { kind: 'ALREADY_LISTED' }],
      ],
    ]);
  });

  test('a role is called in the order of the list, the id deciding between equals', () => {
    const contacts = [contact('b', { order: 2 }), contact('d'), contact('c'), contact('a', { order: 3 })];
    expect(told(whoToCall(withTargets([toRole('ENGINEER')], { contacts }), incident(), sundayNight))[0]).toEqual([
      'only: c',
      'only: d',
      'only: b',
      'only: a',
    ]);
  });

  test('a role of the client is not the role of that name at the provider', () => {
    const contacts = [
      contact('x', { role: 'CISO' }),
      contact('y', { role: 'CISO', side: 'CLIENT', tenantId: 'hanbit' }),
    ];
    const list = whoToCall(withTargets([toRole('CISO', 'CLIENT')], { contacts }), incident(), sundayNight);
    expect(told(list)).toEqual([['only: y'], []]);
  });

  test('a team is called in the order of its members', () => {
    const teams = [{ id: 't', name: named('t'), memberIds: ['park', 'kim', 'ghost'] }];
    expect(told(whoToCall(withTargets([toTeam('t')], { teams }), incident(), sundayNight))).toEqual([
      ['only: park', 'only: kim'],
      [['only', 'ghost', { kind: 'UNKNOWN_PERSON' }]],
    ]);
  });
});

describe('everybody who is passed over has a reason', () => {
  const rows: readonly (readonly [string, Partial<EscalationContact>, object])[] = [
    ['before it is valid', { validFrom: sundayNight + 1 }, { kind: 'NOT_YET_VALID', from: sundayNight + 1 }],
    ['from its end on', { validTo: sundayNight }, { kind: 'NO_LONGER_VALID', since: sundayNight }],
    ['without a channel', { channels: [] }, { kind: 'NO_CHANNEL' }],
    [
      'when every channel bounces, since the last one does',
      { channels: [channel('a', { bouncedAt: 5 }), channel('b', { bouncedAt: 9 })] },
      { kind: 'ALL_CHANNELS_BOUNCED', since: 9 },
    ],
    ['with hours that nobody knows', { hoursCalendarId: 'gone' }, { kind: 'UNKNOWN_CALENDAR', calendarId: 'gone' }],
    ['with hours that never come', { hoursCalendarId: 'never' }, { kind: 'OUTSIDE_OWN_HOURS', nextOpen: null }],
  ];
  test.each(rows)('a contact %s', (_, change, reason) => {
    const list = whoToCall(
      withTargets([toContact('c-x')], { contacts: [contact('x', change)] }),
      incident(),
      sundayNight,
    );
    expect([list.callable, list.skipped]).toEqual([
      [],
      [{ stepId: 'only', target: toContact('c-x'), contactId: 'c-x', personId: 'x', name: 'x', reason }],
    ]);
  });

  test.each([
    ['valid from this very instant', { validFrom: sundayNight }],
    ['valid for a millisecond more', { validTo: sundayNight + 1 }],
    ['with one channel that works', { channels: [channel('a', { bouncedAt: 5 }), channel('b')] }],
  ])('a contact %s is called', (_, change: Partial<EscalationContact>) => {
    const list = whoToCall(
      withTargets([toContact('c-x')], { contacts: [contact('x', change)] }),
      incident(),
      sundayNight,
    );
    expect(told(list)).toEqual([['only: x'], []]);
  });

  const office = { mon: [{ from: '09:00', to: '18:00' }] };
  const targets: readonly (readonly [string, EscalationTarget, object, string | null])[] = [
    ['a contact that is not there', toContact('c-nobody'), { kind: 'UNKNOWN_CONTACT' }, null],
    ['a contact of another client', toContact('c-other'), { kind: 'UNKNOWN_CONTACT' }, null],
    ['a role that nobody has', toRole('CHIEF'), { kind: 'NOBODY_IN_ROLE' }, null],
    ['a schedule that is not there', onSchedule('gone'), { kind: 'UNKNOWN_SCHEDULE' }, null],
    [
      'a schedule with nobody on shift',
      onSchedule('office'),
      { kind: 'NOBODY_ON_SHIFT', nextFrom: seoul('11-23 09:00') },
      null,
    ],
    ['a schedule that is empty for a year', onSchedule('empty'), { kind: 'NOBODY_ON_SHIFT', nextFrom: null }, null],
    ['a person on shift whom no contact describes', onSchedule('ghosts'), { kind: 'UNKNOWN_PERSON' }, 'ghost'],
    ['a client on shift, who is no engineer', onSchedule('client'), { kind: 'UNKNOWN_PERSON' }, 'jung'],
    ['a team that is not there', toTeam('gone'), { kind: 'UNKNOWN_TEAM' }, null],
    ['a team without members', toTeam('empty'), { kind: 'EMPTY_TEAM' }, null],
  ];
  test.each(targets)('%s', (_, target, reason, personId) => {
    const shifts = (id: string, change: Parameters<typeof layer>[0]) => schedule({ id, layers: [layer(change)] });
    const house = withTargets([target], {
      contacts: [...directory().contacts, contact('other', { tenantId: 'daehan' })],
      schedules: [
        shifts('office', { hours: office }),
        shifts('empty', { startDate: '2027-11-24' }),
        shifts('ghosts', { participants: ['ghost'] }),
        shifts('client', { participants: ['jung'] }),
      ],
      teams: [{ id: 'empty', name: named('empty'), memberIds: [] }],
    });
    const list = whoToCall(house, incident(), sundayNight);
    expect(list.skipped).toEqual([{ stepId: 'only', target, contactId: null, personId, name: null, reason }]);
    expect(list.callable).toEqual([]);
  });
});

describe('a person with two records', () => {
  const general = contact('park', { hoursCalendarId: 'office' });
  const own = contact('park', { id: 'c-park-hanbit', tenantId: 'hanbit', order: 9 });
  const house = (...contacts: readonly EscalationContact[]) => withTargets([onSchedule('infra')], { contacts });

  test('is called by the one on the client’s own list', () => {
    const list = whoToCall(house(general, own), incident(), sundayNight);
    expect(list.callable.map((entry) => entry.contact.id)).toEqual(['c-park-hanbit']);
    expect(whoToCall(house(general, own), incident({ tenantId: 'daehan' }), sundayNight).callable[0]?.contact.id).toBe(
      'c-park',
    );
  });

  test('is called by the general one when the other can’t be used', () => {
    const list = whoToCall(house(general, { ...own, channels: [] }), incident(), sundayNight);
    expect([list.callable.map((entry) => entry.contact.id), list.skipped]).toEqual([['c-park'], []]);
  });

  test('is passed over once, for the reason of the client’s own', () => {
    const list = whoToCall(house({ ...general, channels: [] }, { ...own, validTo: 5 }), incident(), sundayNight);
    expect(list.skipped.map((entry) => [entry.contactId, entry.reason.kind])).toEqual([
      ['c-park-hanbit', 'NO_LONGER_VALID'],
    ]);
  });

  test('being on shift overrides own hours', () => {
    expect(told(whoToCall(house(general), incident(), sundayNight))).toEqual([['only: park'], []]);
  });
});

test('without a policy every contact is listed, the provider’s side first, and the client’s own', () => {
  const house = directory({ policies: [], contacts: [...directory().contacts, contact('a', { side: 'CLIENT' })] });
  const list = whoToCall(house, incident(), mondayNoon);
  expect(list.policyId).toBeNull();
  expect(told(list)).toEqual([
    ['director', 'kim', 'lee', 'manager', 'park', 'a', 'jung'].map((person) => `null: ${person}`),
    [],
  ]);
  expect(whoToCall(directory(), incident(), mondayNoon).policyId).toBe('p1');
});
