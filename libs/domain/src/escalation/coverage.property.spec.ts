import fc from 'fast-check';
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
import { coverageGaps, coveredSpans } from './coverage.js';
import type { EscalationDirectory } from './directory.js';
import { anySchedule } from './on-call-oracle.fixture.js';
import { named } from './schedule.fixture.js';
import { whoToCall } from './who-to-call.js';

const place = ['Asia/Seoul', '2026-09-25'] as const;
const from = Date.UTC(2026, 8, 23);
const to = Date.UTC(2026, 8, 28);
const instant = fc.integer({ min: from - 86_400_000, max: to + 86_400_000 });
const person = fc.constantFrom('kim', 'lee', 'park', 'choi');

const anyContact = fc
  .record({
    personId: person,
    tenantId: fc.constantFrom(null, 'hanbit', 'daehan'),
    side: fc.constantFrom('PROVIDER' as const, 'CLIENT' as const),
    role: fc.constantFrom('ENGINEER', 'MANAGER'),
    order: fc.integer({ min: 0, max: 3 }),
    validFrom: instant,
    validTo: fc.option(instant, { nil: null }),
    hoursCalendarId: fc.constantFrom(null, 'office', 'never', 'gone'),
    channels: fc.array(
      fc.option(instant, { nil: null }).map((bouncedAt) => channel('x', { bouncedAt })),
      { maxLength: 2 },
    ),
  })
  .map((change) => contact(change.personId, change));

const anyTarget = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((id) => toContact(`c${id}`)),
  fc.constantFrom(toRole('ENGINEER'), toRole('MANAGER', 'CLIENT'), onSchedule('any'), onSchedule('gone'), toTeam('t')),
);

const anyDirectory: fc.Arbitrary<EscalationDirectory> = fc
  .record({
    contacts: fc.array(anyContact, { maxLength: 5 }),
    schedule: anySchedule(place),
    members: fc.array(person, { maxLength: 2 }),
    targets: fc.array(anyTarget, { maxLength: 3 }),
    policies: fc.boolean(),
  })
  .map(({ contacts, schedule, members, targets, policies }) =>
    directory({
      contacts: contacts.map((one, index) => ({ ...one, id: `c${index}` })),
      schedules: [schedule],
      teams: [{ id: 't', name: named('t'), memberIds: members }],
      policies: policies ? [policy({ steps: [step('only', 0, ...targets)] })] : [],
    }),
  );

test('an instant lies in a gap just when nobody can be called, and whatever is covered ends where a gap begins', () => {
  fc.assert(
    fc.property(
      anyDirectory,
      fc.array(fc.integer({ min: from, max: to - 1 }), { minLength: 8, maxLength: 8 }),
      (house, instants) => {
        const gaps = coverageGaps(house, { tenantId: 'hanbit', contractIds: ['k1'] }, 'P1', { from, to });
        const covered = coveredSpans(house, incident(), from, to);
        const edges = gaps.flatMap((gap) => [gap.from, gap.to - 1]);
        for (const at of [...instants, ...edges, ...covered.flatMap((span) => [span.from, span.to - 1])]) {
          const open = gaps.some((gap) => at >= gap.from && at < gap.to);
          expect([at, whoToCall(house, incident(), at).callable.length === 0]).toEqual([at, open]);
        }
        const total = [...gaps, ...covered].reduce((sum, span) => sum + span.to - span.from, 0);
        expect(total).toBe(to - from);
      },
    ),
    { numRuns: 150, seed: 20261122 },
  );
});
