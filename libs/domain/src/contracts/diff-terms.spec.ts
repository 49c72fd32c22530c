import fc from 'fast-check';
import { diffTerms, TERMS_SUBJECTS } from './diff-terms.js';
import { SAMPLE_TERMS } from './sample-terms.fixture.js';
import type { Terms } from './terms.js';

const [service] = SAMPLE_TERMS.services;
const [policy] = SAMPLE_TERMS.policies;
const [response, resolution] = policy?.targets ?? [];
if (!service || !policy || !response || !resolution) throw new Error('the sample lost its parts');

describe('what an amendment changes', () => {
  test('the same terms differ in nothing, whatever the order of lists', () => {
    const shuffled = {
      ...SAMPLE_TERMS,
      policies: [{ ...policy, targets: [resolution, response] }],
      waiting: [...SAMPLE_TERMS.waiting].reverse(),
    };
    expect(diffTerms(SAMPLE_TERMS, shuffled)).toEqual([]);
  });

  test('a shorter target is one change, named by policy and target', () => {
    const faster = { ...response, amount: { unit: 'MINUTES', minutes: 15 } as const };
    expect(
      diffTerms(SAMPLE_TERMS, { ...SAMPLE_TERMS, policies: [{ ...policy, targets: [faster, resolution] }] }),
    ).toEqual([
      {
        ...{
          path: 'policies[standard].targets[p1-response].amount',
          subject: 'policies.targets.amount',
          kind: 'CHANGED',
        },
        ...{
          keys: ['standard', 'p1-response'],
          before: { unit: 'MINUTES', minutes: 30 },
          after: { unit: 'MINUTES', minutes: 15 },
        },
      },
    ]);
  });

  test('a service that comes and one that goes are an addition and a removal', () => {
    const network = { ...service, serviceItemId: 'network' };
    expect(diffTerms(SAMPLE_TERMS, { ...SAMPLE_TERMS, services: [network] })).toEqual([
      {
        path: 'services[servers]',
        subject: 'services',
        keys: ['servers'],
        kind: 'REMOVED',
        before: service,
        after: null,
      },
      {
        path: 'services[network]',
        subject: 'services',
        keys: ['network'],
        kind: 'ADDED',
        before: null,
        after: network,
      },
    ]);
  });

  test('every part of the terms is looked at', () => {
    const parts = Object.keys(SAMPLE_TERMS);
    expect(parts.filter((part) => !TERMS_SUBJECTS.includes(part))).toEqual([]);
    const fieldsOf = (list: readonly object[]) => Object.keys(list[0] ?? {});
    const keyed = {
      services: SAMPLE_TERMS.services,
      policies: SAMPLE_TERMS.policies,
      calendars: SAMPLE_TERMS.calendars,
      waiting: SAMPLE_TERMS.waiting,
      'policies.targets': policy.targets,
    };
    const unseen = Object.entries(keyed).flatMap(([part, list]) =>
      fieldsOf(list)
        .map((field) => `${part}.${field}`)
        .filter((subject) => !TERMS_SUBJECTS.includes(subject)),
    );
    expect(unseen).toEqual([
      'services.serviceItemId',
      'policies.id',
      'calendars.id',
      'waiting.reason',
      'policies.targets.id',
    ]);
  });

  test('changing back is the mirror of the change', () => {
    const terms: fc.Arbitrary<Terms> = fc
      .record({
        reopenWindowDays: fc.nat(3),
        autoCloseDays: fc.nat(3),
        waiting: fc.subarray([...SAMPLE_TERMS.waiting]),
        services: fc.subarray([service]),
      })
      .map((changes) => ({ ...SAMPLE_TERMS, ...changes }));
    const mirror = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED' } as const;
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const there = diffTerms(a, b).map(({ path, kind, before, after }) => ({
          path,
          kind: mirror[kind],
          before: after,
          after: before,
        }));
        const back = diffTerms(b, a).map(({ path, kind, before, after }) => ({ path, kind, before, after }));
        const byPath = (x: { path: string }, y: { path: string }) => (x.path < y.path ? -1 : 1);
        expect(back.sort(byPath)).toEqual(there.sort(byPath));
      }),
    );
  });
});
