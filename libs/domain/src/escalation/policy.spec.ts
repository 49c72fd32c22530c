import { incident, policy } from './house.fixture.js';
import type { EscalationCase, EscalationTarget, PolicyScope } from './policy.js';
import { choosePolicy, targetKey } from './policy.js';

const of = (id: string, scope: Partial<PolicyScope>) =>
  policy({ id, scope: { contractIds: [], priorities: [], types: [], ...scope } });

describe('the most specific policy is chosen', () => {
  const any = of('any', {});
  const type = of('type', { types: ['INCIDENT'] });
  const priority = of('priority', { priorities: ['P1'] });
  const both = of('both', { priorities: ['P1'], types: ['INCIDENT'] });
  const contract = of('contract', { contractIds: ['k1'] });
  const other = of('other', { contractIds: ['k2'], priorities: ['P1'], types: ['INCIDENT'] });

  const rows: readonly (readonly [
    string,
    readonly ReturnType<typeof policy>[],
    Partial<EscalationCase>,
    string | null,
  ])[] = [
    ['one for everything, when there is no other', [any], {}, 'any'],
    ['one that names the type', [any, type], {}, 'type'],
    ['one that names the priority before one that names the type', [type, priority], {}, 'priority'],
    ['one that names priority and type before one that names the priority', [priority, both], {}, 'both'],
    ['one that names the contract before all of these', [both, contract, priority, type, any], {}, 'contract'],
    ['never one of another contract', [other, any], {}, 'any'],
    ['never one of a contract, out of contract', [contract, other, priority], { contractId: null }, 'priority'],
    ['never one of another priority', [priority, any], { priority: 'P2' }, 'any'],
    ['never one of another type', [type, any], { type: 'CHANGE' }, 'any'],
    ['none when none is for the case', [contract, priority], { contractId: 'k3', priority: 'P5' }, null],
    [
      'the shorter list of contracts',
      [of('a', { contractIds: ['k1', 'k2'] }), of('b', { contractIds: ['k1'] })],
      {},
      'b',
    ],
    [
      'the shorter list of priorities',
      [of('a', { priorities: ['P1', 'P2'] }), of('b', { priorities: ['P1'] })],
      {},
      'b',
    ],
    [
      'the shorter list of types',
      [of('a', { types: ['INCIDENT', 'CHANGE'] }), of('b', { types: ['INCIDENT'] })],
      {},
      'b',
    ],
    [
      'contracts before priorities before types where lists differ in length',
      [
        of('a', { contractIds: ['k1', 'k2'], priorities: ['P1'] }),
        of('b', { contractIds: ['k1'], priorities: ['P1', 'P2'] }),
      ],
      {},
      'b',
    ],
    ['the smaller id between equals', [of('p', {}), of('P', {}), of('q', {})], {}, 'P'],
  ];
  test.each(rows)('%s', (_, policies, change, expected) => {
    expect(choosePolicy(policies, incident(change))?.id ?? null).toBe(expected);
    expect(choosePolicy([...policies].reverse(), incident(change))?.id ?? null).toBe(expected);
  });
});

test.each<readonly [EscalationTarget, string]>([
  [{ kind: 'CONTACT', contactId: 'x' }, 'CONTACT/x'],
  [{ kind: 'ROLE', side: 'CLIENT', role: 'CISO' }, 'ROLE/CLIENT/CISO'],
  [{ kind: 'SCHEDULE', scheduleId: 'x' }, 'SCHEDULE/x'],
  [{ kind: 'TEAM', teamId: 'x' }, 'TEAM/x'],
])('a target is known by one word: %j', (target, key) => expect(targetKey(target)).toBe(key));
