import type { EscalationPolicy } from './policy.js';
import { policyChanges, type PolicyVersion } from './policy-changes.js';

const minutes = (count: number) => ({ unit: 'WALL_MINUTES', minutes: count }) as const;
const contact = (contactId: string) => ({ kind: 'CONTACT', contactId }) as const;
const policy: EscalationPolicy = {
  ...{ id: 'p', name: { ko: '기본', en: 'Default' }, scope: { contractIds: [], priorities: ['P1'], types: [] } },
  steps: [
    { id: 's1', delay: minutes(0), targets: [{ kind: 'SCHEDULE', scheduleId: 'infra' }] },
    { id: 's2', delay: minutes(15), targets: [contact('kim')] },
  ],
  ...{ repeats: 0, afterLastStep: minutes(10), fallback: [contact('park')] },
};
const [first, second] = policy.steps;
if (first === undefined || second === undefined) throw new Error('there are two steps');
const added = { id: 's3', delay: minutes(30), targets: [contact('lee')] };
const version = (change: Partial<EscalationPolicy> = {}, archived = false): PolicyVersion => ({
  policy: { ...policy, ...change },
  archived,
});

test.each([
  ['nothing', {}, []],
  ['the name', { name: { ko: '야간', en: 'Night' } }, [{ kind: 'NAME' }]],
  [
    'what it is for, whatever the order',
    { scope: { ...policy.scope, priorities: ['P2', 'P1'], types: [] } },
    [{ kind: 'SCOPE', of: 'priorities', from: ['P1'], to: ['P2', 'P1'] }],
  ],
  ['a step more', { steps: [first, second, added] }, [{ kind: 'STEP_ADDED', number: 3, step: added }]],
  ['a step less', { steps: [second] }, [{ kind: 'STEP_REMOVED', number: 1, step: first }]],
  [
    'steps in another order',
    { steps: [second, first] },
    [
      { kind: 'STEP_MOVED', from: 2, to: 1 },
      { kind: 'STEP_MOVED', from: 1, to: 2 },
    ],
  ],
  [
    'when a step comes, and who is called',
    { steps: [first, { ...second, delay: minutes(5), targets: [contact('lee')] }] },
    [
      { kind: 'STEP_DELAY', number: 2, from: minutes(15), to: minutes(5) },
      { kind: 'STEP_TARGETS', number: 2, added: [contact('lee')], removed: [contact('kim')] },
    ],
  ],
  [
    'how it ends',
    { repeats: 2, afterLastStep: minutes(20), fallback: [contact('park'), contact('kim')] },
    [
      { kind: 'REPEATS', from: 0, to: 2 },
      { kind: 'AFTER_LAST', from: minutes(10), to: minutes(20) },
      { kind: 'FALLBACK', added: [contact('kim')], removed: [] },
    ],
  ],
] as const)('two versions that differ in %s', (_words, change, expected) => {
  expect(policyChanges(version(), version(change))).toMatchObject(expected);
  expect(policyChanges(version(), version(change))).toHaveLength(expected.length);
});

test('a policy that is taken out of use, and brought back', () => {
  expect(policyChanges(version(), version({}, true))).toEqual([{ kind: 'ARCHIVED' }]);
  expect(policyChanges(version({}, true), version())).toEqual([{ kind: 'RESTORED' }]);
});
