import { FIRST_STAGES, nextStages, TENANT_STAGES, type TenantStage } from './stages.js';

it.each<[string, TenantStage, TenantStage, boolean]>([
  ['a prospect may try a pilot', 'PROSPECT', 'PILOT', true],
  ['a prospect may sign without a pilot', 'PROSPECT', 'ACTIVE', true],
  ['a lost prospect is closed', 'PROSPECT', 'CLOSED', true],
  ['a pilot becomes a contract', 'PILOT', 'ACTIVE', true],
  ['a pilot that ends is handed over first', 'PILOT', 'CLOSED', false],
  ['a client under contract is handed over before it is closed', 'ACTIVE', 'CLOSED', false],
  ['one who leaves may stay after all', 'LEAVING', 'ACTIVE', true],
  ['one who has left is closed', 'LEAVING', 'CLOSED', true],
  ['nobody becomes a prospect again', 'PILOT', 'PROSPECT', false],
])('%s', (_sentence, from, to, allowed) => {
  expect(nextStages(from).includes(to)).toBe(allowed);
});

it('what is closed stays closed', () => {
  expect(nextStages('CLOSED')).toEqual([]);
});

it('every stage is reached from a first one, and leads to the end', () => {
  const reached = new Set<TenantStage>(FIRST_STAGES);
  for (const stage of reached) for (const next of nextStages(stage)) reached.add(next);
  expect([...reached].sort()).toEqual([...TENANT_STAGES].sort());
});
