import { parseContacts, parsePolicy, parseSchedule } from './parse.js';
import { at, named } from './schedule.fixture.js';

type Json = Readonly<Record<string, unknown>>;

/** Each problem as `path KIND detail`. */
function problems(
  parsed: ReturnType<typeof parseContacts | typeof parseSchedule | typeof parsePolicy>,
): readonly string[] {
  if (parsed.kind !== 'valid') expect(parsed.kind).toBe('invalid');
  return parsed.kind === 'valid'
    ? []
    : parsed.problems.map(({ path, kind, detail }) => `${path} ${kind} ${detail}`.trim());
}

describe('a schedule', () => {
  const layer: Json = {
    id: 'primary',
    name: named('primary'),
    rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '09:00' },
    participants: ['kim', 'lee'],
    startDate: '2026-11-02',
    endDate: null,
    hours: null,
  };
  const swap: Json = {
    id: 's1',
    first: { personId: 'kim', from: '2026-11-04T00:00:00+09:00', to: '2026-11-05T00:00:00+09:00' },
    second: { personId: 'lee', from: '2026-11-11T00:00:00+09:00', to: '2026-11-12T00:00:00+09:00' },
  };
  const override: Json = { id: 'o1', personId: 'kim', from: '2026-11-04T00:00:00Z', to: '2026-11-05T00:00:00Z' };
  const schedule: Json = {
    id: 'infra',
    name: named('infra'),
    zone: 'Asia/Seoul',
    layers: [layer],
    swaps: [swap],
    overrides: [override],
  };
  const known = { personIds: new Set(['kim', 'lee']) };
  const withLayer = (change: Json): Json => ({ ...schedule, layers: [{ ...layer, ...change }] });
  const days = (count: unknown): Json =>
    withLayer({ rotation: { kind: 'EVERY_N_DAYS', days: count, handOver: '09:00' } });

  test('is read whole, instants from their text', () => {
    expect(parseSchedule(schedule, known)).toEqual({
      kind: 'valid',
      schedule: {
        ...schedule,
        swaps: [
          {
            id: 's1',
            first: { personId: 'kim', from: at('2026-11-03T15:00Z'), to: at('2026-11-04T15:00Z') },
            second: { personId: 'lee', from: at('2026-11-10T15:00Z'), to: at('2026-11-11T15:00Z') },
          },
        ],
        overrides: [{ id: 'o1', personId: 'kim', from: at('2026-11-04T00:00Z'), to: at('2026-11-05T00:00Z') }],
      },
    });
  });

  const good: readonly (readonly [string, Json])[] = [
    ['a daily rotation', withLayer({ rotation: { kind: 'DAILY', handOver: '23:59' } })],
    ['a day each', days(1)],
    ['a year each', days(366)],
    [
      'hours past midnight and up to its end',
      withLayer({ hours: { mon: [{ from: '18:00', to: '09:00' }], tue: [{ from: '18:00', to: '24:00' }] } }),
    ],
    ['a whole day', withLayer({ hours: { sun: [{ from: '00:00', to: '00:00' }] } })],
    ['an end a day after the start', withLayer({ endDate: '2026-11-03' })],
    ['somebody who takes every other turn', withLayer({ participants: ['kim', 'lee', 'kim'] })],
  ];
  test.each(good)('may have %s', (_, value) => expect(problems(parseSchedule(value, known))).toEqual([]));

  const bad: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['nothing', null, ['WRONG_TYPE object']],
    ['an unknown zone', { ...schedule, zone: 'Asia/Atlantis' }, ['zone UNKNOWN_ZONE Asia/Atlantis']],
    ['a fixed offset for a zone', { ...schedule, zone: '+09:00' }, ['zone UNKNOWN_ZONE +09:00']],
    ['no layers', { ...schedule, layers: [] }, ['layers WRONG_LENGTH 1..50']],
    ['a layer twice', { ...schedule, layers: [layer, layer] }, ['layers[1] DUPLICATE primary']],
    ['a swap twice', { ...schedule, swaps: [swap, swap] }, ['swaps[1] DUPLICATE s1']],
    ['an override twice', { ...schedule, overrides: [override, override] }, ['overrides[1] DUPLICATE o1']],
    [
      'unknown people',
      withLayer({ participants: ['kim', 'ghost'] }),
      ['layers[0].participants[1] UNKNOWN_REFERENCE ghost'],
    ],
    ['nobody', withLayer({ participants: [] }), ['layers[0].participants WRONG_LENGTH 1..200']],
    ['turns of no length', days(0), ['layers[0].rotation.days OUT_OF_RANGE 1..366']],
    ['turns of more than a year', days(367), ['layers[0].rotation.days OUT_OF_RANGE 1..366']],
    ['turns of half a day', days(0.5), ['layers[0].rotation.days WRONG_TYPE integer']],
    ['turns of no number', days('7'), ['layers[0].rotation.days WRONG_TYPE integer']],
    [
      'a rotation that nobody knows',
      withLayer({ rotation: { kind: 'HOURLY' } }),
      ['layers[0].rotation.kind NOT_ONE_OF DAILY|WEEKLY|EVERY_N_DAYS'],
    ],
    [
      'a weekday that nobody knows',
      withLayer({ rotation: { kind: 'WEEKLY', weekday: 'moon', handOver: '09:00' } }),
      ['layers[0].rotation.weekday NOT_ONE_OF mon|tue|wed|thu|fri|sat|sun'],
    ],
    [
      'a hand-over at 24:00',
      withLayer({ rotation: { kind: 'DAILY', handOver: '24:00' } }),
      ['layers[0].rotation.handOver BAD_FORMAT ^([01]\\d|2[0-3]):[0-5]\\d$'],
    ],
    ['a start on no date', withLayer({ startDate: '2026-02-30' }), ['layers[0].startDate BAD_FORMAT date']],
    [
      'a start at some time',
      withLayer({ startDate: '2026-11-2' }),
      ['layers[0].startDate BAD_FORMAT ^\\d{4}-\\d{2}-\\d{2}$'],
    ],
    ['an end on its start', withLayer({ endDate: '2026-11-02' }), ['layers[0].endDate ENDS_BEFORE_START 2026-11-02']],
    ['hours of nothing', withLayer({ hours: { mon: [] } }), ['layers[0].hours EMPTY hours']],
    [
      'hours without length',
      withLayer({
        hours: {
          mon: [
            { from: '00:00', to: '09:00' },
            { from: '12:00', to: '12:00' },
          ],
        },
      }),
      ['layers[0].hours.mon[1] EMPTY_INTERVAL 12:00'],
    ],
    [
      'hours that begin at 24:00',
      withLayer({ hours: { mon: [{ from: '24:00', to: '09:00' }] } }),
      ['layers[0].hours.mon[0].from BAD_FORMAT ^([01]\\d|2[0-3]):[0-5]\\d$'],
    ],
    [
      'hours that end at 25:00',
      withLayer({ hours: { mon: [{ from: '09:00', to: '25:00' }] } }),
      ['layers[0].hours.mon[0].to BAD_FORMAT ^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$'],
    ],
    [
      'an override of unknown people',
      { ...schedule, overrides: [{ ...override, personId: 'ghost' }] },
      ['overrides[0].personId UNKNOWN_REFERENCE ghost'],
    ],
    [
      'an override of no length',
      { ...schedule, overrides: [{ ...override, to: override['from'] }] },
      ['overrides[0].to ENDS_BEFORE_START overrides[0].to'],
    ],
    [
      'an override at a time without an offset',
      { ...schedule, overrides: [{ ...override, to: '2026-11-06T00:00:00' }] },
      ['overrides[0].to BAD_FORMAT instant with offset'],
    ],
    [
      'an override at a number',
      { ...schedule, overrides: [{ ...override, to: 5 }] },
      ['overrides[0].to WRONG_TYPE string'],
    ],
    [
      'a swap of unknown people, backwards',
      {
        ...schedule,
        swaps: [
          {
            id: 's',
            first: { personId: 'x', from: override['to'], to: override['from'] },
            second: { personId: 'y', from: override['to'], to: override['from'] },
          },
        ],
      },
      [
        'swaps[0].first.personId UNKNOWN_REFERENCE x',
        'swaps[0].second.personId UNKNOWN_REFERENCE y',
        'swaps[0].first.to ENDS_BEFORE_START swaps[0].first.to',
        'swaps[0].second.to ENDS_BEFORE_START swaps[0].second.to',
      ],
    ],
    ['a swap with oneself', { ...schedule, swaps: [{ ...swap, second: swap['first'] }] }, ['swaps[0] SAME_PERSON kim']],
    ['a key that nobody knows', { ...schedule, timezone: 'Asia/Seoul' }, ['timezone UNKNOWN_KEY timezone']],
  ];
  test.each(bad)('with %s is refused, and the place named', (_, value, expected) => {
    expect(problems(parseSchedule(value, known))).toEqual(expected);
  });

  test('all problems are told at once', () => {
    const value = { ...withLayer({ participants: ['x'], endDate: '2026-01-01' }), zone: 'Nowhere' };
    expect(problems(parseSchedule(value, known))).toEqual([
      'zone UNKNOWN_ZONE Nowhere',
      'layers[0].participants[0] UNKNOWN_REFERENCE x',
      'layers[0].endDate ENDS_BEFORE_START 2026-01-01',
    ]);
  });
});

describe('a policy', () => {
  const wall = (minutes: unknown): Json => ({ unit: 'WALL_MINUTES', minutes });
  const office: Json = { unit: 'CALENDAR_MINUTES', minutes: 30, calendarId: 'office' };
  const targets: readonly Json[] = [
    { kind: 'CONTACT', contactId: 'c1' },
    { kind: 'ROLE', side: 'CLIENT', role: '담당자' },
    { kind: 'SCHEDULE', scheduleId: 'infra' },
    { kind: 'TEAM', teamId: 't1' },
  ];
  const step: Json = { id: 'first', delay: wall(0), targets };
  const policy: Json = {
    id: 'p1',
    name: named('p1'),
    scope: { contractIds: ['k1'], priorities: ['P1'], types: ['INCIDENT'] },
    steps: [step, { ...step, id: 'second', delay: office }],
    repeats: 2,
    afterLastStep: wall(1),
    fallback: [targets[0]],
  };
  const known = {
    contactIds: new Set(['c1']),
    scheduleIds: new Set(['infra']),
    teamIds: new Set(['t1']),
    calendarIds: new Set(['office']),
    contractIds: new Set(['k1']),
  };
  const withStep = (change: Json): Json => ({ ...policy, steps: [{ ...step, ...change }] });

  test('is read whole', () => expect(parsePolicy(policy, known)).toEqual({ kind: 'valid', policy }));

  const bad: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no steps', { ...policy, steps: [] }, ['steps WRONG_LENGTH 1..50']],
    ['a step twice', { ...policy, steps: [step, step] }, ['steps[1] DUPLICATE first']],
    ['a negative delay', withStep({ delay: wall(-1) }), ['steps[0].delay.minutes OUT_OF_RANGE 0..10080']],
    [
      'a delay of more than a week',
      withStep({ delay: wall(10_081) }),
      ['steps[0].delay.minutes OUT_OF_RANGE 0..10080'],
    ],
    ['a delay that is no number', withStep({ delay: wall(NaN) }), ['steps[0].delay.minutes WRONG_TYPE integer']],
    [
      'a delay in a unit that nobody knows',
      withStep({ delay: { unit: 'HOURS' } }),
      ['steps[0].delay.unit NOT_ONE_OF WALL_MINUTES|CALENDAR_MINUTES'],
    ],
    [
      'a delay by an unknown calendar',
      withStep({ delay: { ...office, calendarId: 'x' } }),
      ['steps[0].delay.calendarId UNKNOWN_REFERENCE x'],
    ],
    [
      'a last wait by an unknown calendar',
      { ...policy, afterLastStep: { ...office, calendarId: 'x' } },
      ['afterLastStep.calendarId UNKNOWN_REFERENCE x'],
    ],
    [
      'rounds without time between them',
      { ...policy, afterLastStep: wall(0) },
      ['afterLastStep.minutes OUT_OF_RANGE 1..10080'],
    ],
    ['a negative number of repeats', { ...policy, repeats: -1 }, ['repeats OUT_OF_RANGE 0..20']],
    ['too many repeats', { ...policy, repeats: 21 }, ['repeats OUT_OF_RANGE 0..20']],
    ['a step without targets', withStep({ targets: [] }), ['steps[0].targets WRONG_LENGTH 1..50']],
    ['no fallback', { ...policy, fallback: [] }, ['fallback WRONG_LENGTH 1..50']],
    [
      'a target twice',
      withStep({ targets: [targets[1], targets[0], targets[1]] }),
      ['steps[0].targets[2] DUPLICATE ROLE/CLIENT/담당자'],
    ],
    [
      'unknown targets',
      withStep({
        targets: [
          { kind: 'CONTACT', contactId: 'x' },
          { kind: 'SCHEDULE', scheduleId: 'y' },
          { kind: 'TEAM', teamId: 'z' },
        ],
      }),
      [
        'steps[0].targets[0].contactId UNKNOWN_REFERENCE x',
        'steps[0].targets[1].scheduleId UNKNOWN_REFERENCE y',
        'steps[0].targets[2].teamId UNKNOWN_REFERENCE z',
      ],
    ],
    [
      'an unknown fallback',
      { ...policy, fallback: [{ kind: 'TEAM', teamId: 'z' }] },
      ['fallback[0].teamId UNKNOWN_REFERENCE z'],
    ],
    [
      'a target of a kind that nobody knows',
      withStep({ targets: [{ kind: 'PAGER' }] }),
      ['steps[0].targets[0].kind NOT_ONE_OF CONTACT|ROLE|SCHEDULE|TEAM'],
    ],
    [
      'an unknown contract',
      { ...policy, scope: { contractIds: ['k1', 'k9'], priorities: [], types: [] } },
      ['scope.contractIds[1] UNKNOWN_REFERENCE k9'],
    ],
    [
      'a scope that says things twice',
      { ...policy, scope: { contractIds: ['k1', 'k1'], priorities: ['P1', 'P1'], types: ['CHANGE', 'CHANGE'] } },
      ['scope.contractIds[1] DUPLICATE k1', 'scope.priorities[1] DUPLICATE P1', 'scope.types[1] DUPLICATE CHANGE'],
    ],
  ];
  test.each(bad)('with %s is refused, and the place named', (_, value, expected) => {
    expect(problems(parsePolicy(value, known))).toEqual(expected);
  });
});

describe('contacts', () => {
  const sms: Json = { id: 'sms', kind: 'SMS', address: '+82 10-1234-5678', bouncedAt: null };
  const contact: Json = {
    id: 'c1',
    tenantId: null,
    personId: 'kim',
    name: '김지훈',
    side: 'PROVIDER',
    order: 0,
    role: '온콜 엔지니어',
    channels: [sms],
    languages: ['ko', 'en'],
    zone: 'Asia/Seoul',
    hoursCalendarId: 'office',
    validFrom: '2026-01-01T00:00:00+09:00',
    validTo: '2027-01-01T00:00:00+09:00',
    lastVerifiedAt: null,
  };
  const known = { calendarIds: new Set(['office']) };
  const withChannel = (kind: string, address: string) => [{ ...contact, channels: [{ ...sms, kind, address }] }];

  test('are read whole, instants from their text', () => {
    const bounced = { ...sms, id: 'old', bouncedAt: '2026-11-01T00:00:00Z' };
    expect(parseContacts([{ ...contact, channels: [sms, bounced] }], known)).toEqual({
      kind: 'valid',
      contacts: [
        {
          ...contact,
          channels: [sms, { ...sms, id: 'old', bouncedAt: at('2026-11-01T00:00Z') }],
          validFrom: at('2025-12-31T15:00Z'),
          validTo: at('2026-12-31T15:00Z'),
        },
      ],
    });
    expect(parseContacts([], known)).toEqual({ kind: 'valid', contacts: [] });
    expect(problems(parseContacts([{ ...contact, validTo: null, hoursCalendarId: null }], known))).toEqual([]);
  });

  const addresses: readonly (readonly [string, string, boolean])[] = [
    ['EMAIL', 'kim@example.com', true],
    ['EMAIL', 'kim', false],
    ['EMAIL', 'kim@', false],
    ['EMAIL', '@example.com', false],
    ['EMAIL', 'k im@example.com', false],
    ['EMAIL', 'a@b@c', false],
    ['SMS', '010-1234-5678', true],
    ['SMS', '+82 (0)10 1234', true],
    ['SMS', '119', false],
    ['SMS', 'call kim 01012345678', false],
    ['SMS', '0101234 ext 5', false],
    ['VOICE', '+821012345678', true],
    ['VOICE', 'kim', false],
    ['VOICE', 'tel:01012345678', false],
    ['VOICE', '01012345678x', false],
    ['MESSENGER', 'kim.jihun', true],
    ['MESSENGER', 'kim jihun', false],
    ['CHAT_WEBHOOK', 'https://chat.example.com/hook/1', true],
    ['CHAT_WEBHOOK', 'http://chat.example.com/hook/1', false],
    ['CHAT_WEBHOOK', 'see https://chat.example.com', false],
    ['CHAT_WEBHOOK', 'https://chat.example.com/a b', false],
  ];
  test.each(addresses)('%s to “%s”: %s', (kind, address, fine) => {
    expect(problems(parseContacts(withChannel(kind, address), known))).toEqual(
      fine ? [] : [`[0].channels[0].address BAD_FORMAT ${kind}`],
    );
  });

  const bad: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['that are no list', {}, ['WRONG_TYPE array']],
    ['of one id', [contact, contact], ['[1] DUPLICATE c1']],
    ['without a channel', [{ ...contact, channels: [] }], ['[0].channels WRONG_LENGTH 1..20']],
    ['with a channel twice', [{ ...contact, channels: [sms, sms] }], ['[0].channels[1] DUPLICATE sms']],
    ['without a language', [{ ...contact, languages: [] }], ['[0].languages WRONG_LENGTH 1..10000']],
    ['with a language twice', [{ ...contact, languages: ['ko', 'ko'] }], ['[0].languages[1] DUPLICATE ko']],
    ['with a negative place', [{ ...contact, order: -1 }], ['[0].order OUT_OF_RANGE 0..10000']],
    ['of a side that nobody knows', [{ ...contact, side: 'VENDOR' }], ['[0].side NOT_ONE_OF CLIENT|PROVIDER']],
    ['in an unknown zone', [contact, { ...contact, id: 'c2', zone: 'KST9' }], ['[1].zone UNKNOWN_ZONE KST9']],
    ['with unknown hours', [{ ...contact, hoursCalendarId: 'x' }], ['[0].hoursCalendarId UNKNOWN_REFERENCE x']],
    [
      'that end as they begin',
      [{ ...contact, validTo: contact['validFrom'] }],
      ['[0].validTo ENDS_BEFORE_START [0].validTo'],
    ],
    [
      'verified on a 30 February',
      [{ ...contact, lastVerifiedAt: '2026-02-30T00:00:00Z' }],
      ['[0].lastVerifiedAt BAD_FORMAT instant with offset'],
    ],
    ['without a name', [{ ...contact, name: ' ' }], ['[0].name EMPTY text']],
    ['with an id that is none', [{ ...contact, id: '-x' }], ['[0].id BAD_FORMAT ^[A-Za-z0-9][A-Za-z0-9._:-]*$']],
  ];
  test.each(bad)('%s are refused, and the place named', (_, value, expected) => {
    expect(problems(parseContacts(value, known))).toEqual(expected);
  });
});
