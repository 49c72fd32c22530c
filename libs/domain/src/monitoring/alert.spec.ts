import fc from 'fast-check';
import { HOUR, MINUTE } from '../time/instant.js';
import { DEFAULT_FLAP_RULE, stepAlert, type AlertState, type AlertStep } from './alert.js';
import type { Signal } from './signal.js';

type Said = readonly [atMinute: number, state: Signal['state']];

function play(said: readonly Said[]): { readonly steps: readonly AlertStep[]; readonly alert: AlertState | null } {
  let alert: AlertState | null = null;
  const steps = said.map(([minute, state]) => {
    const step = stepAlert(alert, { state }, minute * MINUTE);
    if (step.kind !== 'UNKNOWN') alert = step.next;
    return step;
  });
  return { steps, alert };
}
const kinds = (said: readonly Said[]) => play(said).steps.map(({ kind }) => kind);

describe('an alert (D-MON-1)', () => {
  const stories: readonly (readonly [string, readonly Said[], readonly AlertStep['kind'][]])[] = [
    [
      'fires once, then only counts',
      [
        [0, 'FIRING'],
        [5, 'FIRING'],
        [10, 'FIRING'],
      ],
      ['FIRED', 'REPEATED', 'REPEATED'],
    ],
    [
      'recovers once',
      [
        [0, 'FIRING'],
        [5, 'RECOVERED'],
        [6, 'RECOVERED'],
      ],
      ['FIRED', 'RECOVERED', 'UNCHANGED'],
    ],
    [
      'fires again after it recovered',
      [
        [0, 'FIRING'],
        [5, 'RECOVERED'],
        [9, 'FIRING'],
      ],
      ['FIRED', 'RECOVERED', 'FIRED'],
    ],
    ['that nobody heard of has no end', [[0, 'RECOVERED']], ['UNKNOWN']],
    [
      'is not ended by a signal received earlier',
      [
        [5, 'FIRING'],
        [4, 'RECOVERED'],
      ],
      ['FIRED', 'UNCHANGED'],
    ],
  ];

  test.each(stories)('%s', (_name, said, expected) => {
    expect(kinds(said)).toEqual(expected);
  });

  test('counts every time it was said to fire', () => {
    expect(
      play([
        [0, 'FIRING'],
        [1, 'FIRING'],
        [2, 'RECOVERED'],
        [3, 'FIRING'],
      ]).alert?.count,
    ).toBe(3);
  });

  test('is believed recovered at once when it was steady', () => {
    const { steps } = play([
      [0, 'FIRING'],
      [5, 'RECOVERED'],
    ]);
    expect(steps[1]).toMatchObject({ kind: 'RECOVERED', settledAt: 5 * MINUTE });
  });

  test('that comes and goes four times in half an hour has to be quiet for a quarter of an hour', () => {
    const { steps, alert } = play([
      [0, 'FIRING'],
      [5, 'RECOVERED'],
      [10, 'FIRING'],
      [15, 'RECOVERED'],
    ]);
    expect(alert?.flapping).toBe(true);
    expect(steps[3]).toMatchObject({ kind: 'RECOVERED', settledAt: 30 * MINUTE });
  });

  test('that changes slowly does not flap', () => {
    const { alert } = play([
      [0, 'FIRING'],
      [20, 'RECOVERED'],
      [40, 'FIRING'],
      [60, 'RECOVERED'],
    ]);
    expect(alert?.flapping).toBe(false);
  });

  test('keeps no changes older than the window, whatever happens', () => {
    const states = fc.constantFrom<Signal['state']>('FIRING', 'RECOVERED');
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: HOUR }), states), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (said) => {
        let alert: AlertState | null = null;
        let at = 0;
        let firings = 0;
        for (const [gap, state] of said) {
          at += gap;
          const step: AlertStep = stepAlert(alert, { state }, at);
          if (step.kind === 'UNKNOWN') continue;
          if (state === 'FIRING') firings += 1;
          alert = step.next;
          expect(alert.state).toBe(state);
          expect(alert.count).toBe(firings);
          expect(alert.changes).toEqual([...alert.changes].sort((one, other) => one - other));
          const oldest = alert.changes[0] ?? at;
          if (step.kind === 'FIRED' || step.kind === 'RECOVERED')
            expect(oldest).toBeGreaterThan(at - DEFAULT_FLAP_RULE.windowMs);
        }
      }),
    );
  });
});
