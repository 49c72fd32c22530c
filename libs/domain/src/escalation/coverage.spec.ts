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
import { coverageGaps, coveredSpans } from './coverage.js';
import { bouncedChannels, coverageReport, ownerlessActivities, unverifiedContacts } from './coverage-report.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationTarget } from './policy.js';
import { layer, named, schedule, seoul, told } from './schedule.fixture.js';

const hanbit = { tenantId: 'hanbit', contractIds: ['k1'] };
const week = { from: seoul('11-23 00:00'), to: seoul('11-30 00:00') };
const nights = { mon: [{ from: '18:00', to: '09:00' }], tue: [{ from: '18:00', to: '09:00' }] };

const gapsOf = (house: EscalationDirectory, range = week) =>
  coverageGaps(house, hanbit, 'P1', range).map((gap) => told({ ...gap, personId: gap.policyId ?? '-' }));
const withTargets = (targets: readonly EscalationTarget[], change: Partial<EscalationDirectory> = {}) =>
  directory({ policies: [policy({ steps: [step('only', 0, ...targets)] })], ...change });

describe('gaps of coverage (D-ESC-2)', () => {
  test('there is none while somebody is on shift', () => expect(gapsOf(directory())).toEqual([]));

  test('office hours leave the nights and the weekend', () => {
    expect(gapsOf(withTargets([toRole('MANAGER')]))).toEqual([
      'p1 11-23 00:00 - 11-23 09:00',
      'p1 11-23 18:00 - 11-24 09:00',
      'p1 11-24 18:00 - 11-25 09:00',
      'p1 11-25 18:00 - 11-26 09:00',
      'p1 11-26 18:00 - 11-27 09:00',
      'p1 11-27 18:00 - 11-30 00:00',
    ]);
  });

  test('shifts by night and a manager by day close each other’s gaps', () => {
    const house = withTargets([onSchedule('infra'), toContact('c-manager')], {
      schedules: [schedule({ layers: [layer({ hours: nights })] })],
    });
    expect(gapsOf(house)).toEqual([
      'p1 11-23 00:00 - 11-23 09:00',
      'p1 11-25 18:00 - 11-26 09:00',
      'p1 11-26 18:00 - 11-27 09:00',
      'p1 11-27 18:00 - 11-30 00:00',
    ]);
  });

  const only: readonly (readonly [string, Partial<EscalationContact>, readonly string[]])[] = [
    ['before a contact is valid', { validFrom: seoul('11-25 00:00') }, ['p1 11-23 00:00 - 11-25 00:00']],
    ['after it ended', { validTo: seoul('11-25 00:00') }, ['p1 11-25 00:00 - 11-30 00:00']],
    [
      'from when its last channel bounces',
      {
        channels: [
          channel('a', { bouncedAt: seoul('11-24 00:00') }),
          channel('b', { bouncedAt: seoul('11-26 00:00') }),
        ],
      },
      ['p1 11-26 00:00 - 11-30 00:00'],
    ],
    ['without any channel', { channels: [] }, ['p1 11-23 00:00 - 11-30 00:00']],
    ['with hours that nobody knows', { hoursCalendarId: 'gone' }, ['p1 11-23 00:00 - 11-30 00:00']],
    ['never, when it is valid throughout', {}, []],
  ];
  test.each(only)('%s', (_, change, expected) => {
    expect(gapsOf(withTargets([toContact('c-x')], { contacts: [contact('x', change)] }))).toEqual(expected);
  });

  test('a person on shift whose details ended, or whom nobody knows, covers nothing', () => {
    const contacts = [contact('kim', { validTo: seoul('11-25 00:00'), hoursCalendarId: 'office' })];
    const range = { from: week.from, to: seoul('12-08 00:00') };
    const house = directory({
      contacts,
      policies: [policy({ steps: [step('only', 0, onSchedule('infra'))] })],
      schedules: [schedule({ layers: [layer({ participants: ['kim', 'ghost'], startDate: '2026-11-23' })] })],
    });
    expect(gapsOf(house, range)).toEqual(['p1 11-23 00:00 - 11-23 09:00', 'p1 11-25 00:00 - 12-08 00:00']);
  });

  test('a team covers as its members do; unknown schedules and teams cover nothing', () => {
    const teams = [{ id: 't', name: named('t'), memberIds: ['manager', 'ghost'] }];
    const wednesday = { from: seoul('11-25 00:00'), to: seoul('11-26 00:00') };
    expect(gapsOf(withTargets([toTeam('t')], { teams }), wednesday)).toEqual([
      'p1 11-25 00:00 - 11-25 09:00',
      'p1 11-25 18:00 - 11-26 00:00',
    ]);
    const nobody = withTargets([toTeam('gone'), onSchedule('gone'), toContact('gone'), toRole('GONE')]);
    expect(gapsOf(nobody, wednesday)).toEqual(['p1 11-25 00:00 - 11-26 00:00']);
  });

  test('another client’s contacts cover nothing, and neither does the fallback', () => {
    const house = withTargets([toContact('c-x')], {
      contacts: [contact('x', { tenantId: 'daehan' }), contact('director')],
    });
    expect(gapsOf(house)).toEqual(['p1 11-23 00:00 - 11-30 00:00']);
  });

  test('a horizon of nothing has no gaps', () => {
    expect(gapsOf(withTargets([]), { from: week.from, to: week.from })).toEqual([]);
    expect(gapsOf(withTargets([]), { from: week.to, to: week.from })).toEqual([]);
  });

  test('a P1 out of contract is asked for too where the only policy is for the contract; a P2 calls nobody then', () => {
    const scope = { contractIds: ['k1'], priorities: [], types: [] };
    const house = directory({ contacts: [], policies: [policy({ scope })], schedules: [] });
    const policies = (priority: 'P1' | 'P2') =>
      coverageGaps(house, hanbit, priority, week).map(({ policyId }) => policyId);
    expect(policies('P1')).toEqual([null, 'p1']);
    expect(policies('P2')).toEqual(['p1']);
  });

  test('each policy that a contract or a type would choose is looked at by itself', () => {
    const empty = (id: string, scope: Partial<ReturnType<typeof policy>['scope']>) =>
      policy({
        id,
        scope: { contractIds: [], priorities: [], types: [], ...scope },
        steps: [step('only', 0, toRole('NONE'))],
      });
    const house = directory({
      policies: [policy(), empty('security', { types: ['SECURITY_INCIDENT'] }), empty('k2', { contractIds: ['k2'] })],
    });
    const gaps = (contractIds: readonly string[]) =>
      coverageGaps(house, { tenantId: 'hanbit', contractIds }, 'P2', week).map(
        ({ policyId, types, priority, tenantId }) => [policyId, types, priority, tenantId],
      );
    const security = ['security', ['SECURITY_INCIDENT'], 'P2', 'hanbit'];
    expect(gaps(['k1'])).toEqual([security]);
    expect(gaps([])).toEqual([security]);
    expect(gaps(['k1', 'k2'])).toEqual([
      ['k2', ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'], 'P2', 'hanbit'],
      security,
    ]);
  });

  test('gaps of several policies come in order of time, then of policy', () => {
    const hours = { types: ['CHANGE'] as const, only: toRole('MANAGER') };
    const house = directory({
      policies: [
        policy({ id: 'z', steps: [step('only', 0, hours.only)] }),
        policy({
          id: 'a',
          scope: { contractIds: [], priorities: [], types: hours.types },
          steps: [step('only', 0, hours.only)],
        }),
      ],
    });
    const monday = { from: seoul('11-23 00:00'), to: seoul('11-24 00:00') };
    expect(gapsOf(house, monday)).toEqual([
      'a 11-23 00:00 - 11-23 09:00',
      'z 11-23 00:00 - 11-23 09:00',
      'a 11-23 18:00 - 11-24 00:00',
      'z 11-23 18:00 - 11-24 00:00',
    ]);
  });

  test('each team covers by its own members', () => {
    const teams = [
      { id: 'other', name: named('other'), memberIds: ['kim'] },
      { id: 't', name: named('t'), memberIds: ['manager'] },
    ];
    const wednesday = { from: seoul('11-25 00:00'), to: seoul('11-26 00:00') };
    expect(gapsOf(withTargets([toTeam('t')], { teams }), wednesday)).toHaveLength(2);
    expect(gapsOf(withTargets([toTeam('other')], { teams }), wednesday)).toEqual([]);
  });

  test('without a policy the list of contacts covers, and without contacts nothing does', () => {
    expect(gapsOf(directory({ policies: [] }))).toEqual([]);
    expect(gapsOf(directory({ policies: [], contacts: [] }))).toEqual(['- 11-23 00:00 - 11-30 00:00']);
  });

  test('what is covered is the rest', () => {
    const spans = coveredSpans(withTargets([toRole('MANAGER')]), incident(), seoul('11-27 12:00'), week.to);
    expect(spans).toEqual([{ from: seoul('11-27 12:00'), to: seoul('11-27 18:00') }]);
  });
});

describe('the report (D-ESC-2)', () => {
  const DAY = 86_400_000;
  const now = seoul('11-23 00:00');

  test('names contacts that nobody confirmed for 90 days, the longest first', () => {
    const contacts = [
      contact('fresh', { lastVerifiedAt: now - 90 * DAY + 1 }),
      contact('stale', { lastVerifiedAt: now - 90 * DAY }),
      contact('never', { lastVerifiedAt: null, validFrom: now - 200 * DAY }),
      contact('new', { lastVerifiedAt: null, validFrom: now - 5 * DAY }),
      contact('gone', { lastVerifiedAt: null, validTo: now }),
      contact('next', { lastVerifiedAt: now - 300 * DAY, validFrom: now + 1 }),
      contact('today', { lastVerifiedAt: now - 100 * DAY, validFrom: now, validTo: now + 1 }),
    ];
    expect(unverifiedContacts(directory({ contacts }), now)).toEqual([
      { contactId: 'c-never', since: now - 200 * DAY },
      { contactId: 'c-today', since: now - 100 * DAY },
      { contactId: 'c-stale', since: now - 90 * DAY },
    ]);
  });

  test('names channels that bounce, the longest first', () => {
    const contacts = [
      contact('a', { channels: [channel('x', { bouncedAt: now, kind: 'EMAIL' }), channel('y')] }),
      contact('b', { channels: [channel('z', { bouncedAt: now - 5 }), channel('w', { bouncedAt: now + 1 })] }),
      contact('c', { validTo: now, channels: [channel('v', { bouncedAt: now - 9 })] }),
    ];
    expect(bouncedChannels(directory({ contacts }), now)).toEqual([
      { contactId: 'c-b', channelId: 'z', kind: 'SMS', since: now - 5 },
      { contactId: 'c-a', channelId: 'x', kind: 'EMAIL', since: now },
    ]);
  });

  test('puts gaps of every client and priority beside them', () => {
    const house = directory({
      policies: [],
      contacts: [contact('x', { channels: [channel('a', { bouncedAt: now })] })],
    });
    const tenants = [hanbit, { tenantId: 'daehan', contractIds: [] }];
    const report = coverageReport(house, { tenants, priorities: ['P1', 'P2'], range: week, asOf: now });
    expect(report.gaps.map(({ tenantId, priority }) => `${tenantId} ${priority}`)).toEqual([
      'hanbit P1',
      'hanbit P2',
      'daehan P1',
      'daehan P2',
    ]);
    expect(report.unverified).toEqual([]);
    expect(report.bounced).toHaveLength(1);
  });

  test('names activities that nobody answers for', () => {
    const backup = { ko: '백업', en: 'Backup' };
    const patch = { ko: '패치', en: 'Patching' };
    const restore = { ko: '복구 시험', en: 'Restore test' };
    const rows = [
      { activity: backup, accountable: null },
      { activity: patch, accountable: 'PROVIDER' as const },
    ];
    expect(ownerlessActivities(rows, [{ ko: ' 패치 ', en: 'Patches' }, { ko: '덤프', en: 'BACKUP' }, restore])).toEqual(
      [
        { activity: backup, reason: 'NOBODY_ACCOUNTABLE' },
        { activity: restore, reason: 'NO_ROW' },
      ],
    );
    expect(ownerlessActivities([], [])).toEqual([]);
  });
});
