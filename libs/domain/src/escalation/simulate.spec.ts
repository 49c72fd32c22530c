import { directory, incident, policy, step, toContact, toRole } from './house.fixture.js';
import { seoul, told } from './schedule.fixture.js';
import { simulate } from './simulate.js';

const sundayNight = seoul('11-22 03:00');

const clock = (instant: number) => told({ personId: '', from: instant, to: instant }).slice(1, 12);

test('P1 at 03:00 on Sunday for this client: who, when', () => {
  const simulation = simulate(directory(), incident(), sundayNight);
  const said = simulation?.moments.map(({ at, round, stepId, callable, skipped }) => [
    clock(at),
    round,
    stepId,
    callable.map(({ contact }) => contact.personId),
    skipped.map(({ personId, reason }) => [personId, reason.kind]),
  ]);
  expect(said).toEqual([
    ['11-22 03:00', 1, 'first', ['park'], []],
    ['11-22 03:15', 1, 'second', [], [['manager', 'OUTSIDE_OWN_HOURS']]],
    ['11-22 03:35', 2, 'first', ['park'], []],
    ['11-22 03:50', 2, 'second', [], [['manager', 'OUTSIDE_OWN_HOURS']]],
  ]);
  expect(clock(simulation?.exhaustedAt ?? 0)).toBe('11-22 04:10');
  expect([simulation?.policyId, simulation?.startedAt, simulation?.reachesNobody]).toEqual(['p1', sundayNight, false]);
  expect(simulation?.fallback).toMatchObject({ at: seoul('11-22 04:10'), round: 0, stepId: null, skipped: [] });
  expect(simulation?.fallback.callable.map(({ contact }) => contact.personId)).toEqual(['director']);
});

test('whoever comes on shift meanwhile is called in the later round', () => {
  const simulation = simulate(directory(), incident(), seoul('11-23 08:40'));
  expect(simulation?.moments.map(({ callable }) => callable.map(({ contact }) => contact.personId))).toEqual([
    ['park'],
    [],
    ['kim'],
    ['manager'],
  ]);
});

test('several targets of one step are one moment, each person once', () => {
  const steps = [step('all', 5, toContact('c-kim'), toRole('ENGINEER'))];
  const simulation = simulate(directory(), incident(), sundayNight, policy({ steps, repeats: 0 }));
  expect(simulation?.moments.map(({ at, callable, skipped }) => [clock(at), callable.length, skipped.length])).toEqual([
    ['11-22 03:05', 3, 1],
  ]);
});

test('a draft is simulated before it is saved, and a ladder that reaches nobody says so', () => {
  const draft = policy({ id: 'draft', steps: [step('only', 10, toRole('MANAGER'))], fallback: [] });
  const simulation = simulate(directory(), incident(), sundayNight, draft);
  expect([simulation?.policyId, simulation?.reachesNobody]).toEqual(['draft', true]);
  expect(simulation?.fallback).toEqual({
    at: simulation?.exhaustedAt,
    round: 0,
    stepId: null,
    callable: [],
    skipped: [],
  });
});

test('without a policy for the case there is nothing to simulate', () => {
  expect(simulate(directory({ policies: [] }), incident(), sundayNight)).toBeNull();
});
