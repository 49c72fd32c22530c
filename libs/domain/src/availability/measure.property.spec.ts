import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../time/instant.js';
import type { AvailabilityFacts, ExclusionClaim, Outage } from './facts.js';
import { compare, fraction } from './fraction.js';
import { at, claim, gap, measured, outage, told, work } from './sample-facts.fixture.js';

const START = at('08-01 00:00');
/** Stretches on a coarse grid, so that they touch, nest and overlap often; some leave the month. */
const stretch = fc
  .tuple(fc.integer({ min: -20, max: 31 * 24 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, hours]) => ({ from: START + from * HOUR, to: START + (from + hours) * HOUR }));
const assets = fc.subarray(['a', 'b', 'c']);
const terms = fc.record({
  assetRule: fc.constantFrom('ANY' as const, 'ALL' as const),
  degradedPercent: fc.constantFrom(0, 30, 100),
  unmeasured: fc.constantFrom('UP' as const, 'DOWN' as const, 'EXCLUDED' as const),
});
const weighted = fc.record({
  assetRule: fc.constant('WEIGHTED' as const),
  weights: fc
    .constantFrom([1, 2, 3], [0, 5, 1])
    .map((list) => list.map((weight, n) => ({ assetId: 'abc'.charAt(n), weight }))),
  degradedPercent: fc.constantFrom(0, 30, 100),
  unmeasured: fc.constantFrom('UP' as const, 'DOWN' as const, 'EXCLUDED' as const),
});
const anyTerms = fc.oneof(terms, weighted);

const outages: fc.Arbitrary<readonly Outage[]> = fc
  .array(fc.tuple(stretch, assets, fc.constantFrom('DOWN' as const, 'DEGRADED' as const)), { maxLength: 6 })
  .map((list) =>
    list.map(([span, assetIds, state], n) => outage(`o${n}`, '08-01 00:00', null, { ...span, assetIds, state })),
  );
const claims: fc.Arbitrary<readonly ExclusionClaim[]> = fc
  .array(fc.tuple(stretch, assets), { maxLength: 4 })
  .map((list) =>
    list.map(([span, assetIds], n) => claim(`c${n}`, '08-01 00:00', '08-01 00:00', { ...span, assetIds })),
  );
const facts: fc.Arbitrary<AvailabilityFacts> = fc.record({
  assetIds: fc.constant(['a', 'b', 'c']),
  outages,
  gaps: fc
    .array(fc.tuple(stretch, assets), { maxLength: 3 })
    .map((list) =>
      list.map(([span, assetIds], n) => gap(`g${n}`, '08-01 00:00', '08-01 00:00', { ...span, assetIds })),
    ),
  maintenance: fc
    .array(stretch, { maxLength: 3 })
    .map((list) =>
      list.map((span, n) => work(`w${n}`, [{ ...told('07-01 00:00', '08-01 00:00', '08-01 00:00'), ...span }])),
    ),
  exclusions: claims,
});

describe('availability as sets of instants (D-AVL-1)', () => {
  test('the order in which things are written means nothing', () => {
    fc.assert(
      fc.property(facts, anyTerms, (given, rules) => {
        const reversed = {
          ...given,
          outages: [...given.outages].reverse(),
          gaps: [...given.gaps].reverse(),
          maintenance: [...given.maintenance].reverse(),
          exclusions: [...given.exclusions].reverse(),
        };
        const [there, back] = [measured(given, rules), measured(reversed, rules)];
        expect(back.parts).toEqual(there.parts);
        expect(back.ratio).toEqual(there.ratio);
        expect(back.n).toBe(there.n);
      }),
    );
  });

  test('splitting an outage at any instant changes nothing', () => {
    fc.assert(
      fc.property(facts, anyTerms, stretch, assets, fc.nat(100), (given, rules, span, assetIds, percent) => {
        const cut = span.from + Math.floor(((span.to - span.from) * percent) / 100);
        const one = outage('x', '08-01 00:00', null, { ...span, assetIds });
        const halves = [
          { ...one, to: cut },
          { ...one, id: 'y', from: cut },
        ];
        const whole = measured({ ...given, outages: [...given.outages, one] }, rules);
        const split = measured({ ...given, outages: [...given.outages, ...halves] }, rules);
        expect(split.parts).toEqual(whole.parts);
        expect(split.ratio).toEqual(whole.ratio);
      }),
    );
  });

  test('accepting an exclusion of downtime never lowers the figure', () => {
    fc.assert(
      fc.property(facts, anyTerms, stretch, assets, (given, rules, span, assetIds) => {
        const down = outage('x', '08-01 00:00', null, { ...span, assetIds });
        const before = { ...given, outages: [...given.outages, down] };
        const accepted = claim('x', '08-01 00:00', '08-01 00:00', { ...span, assetIds });
        const after = { ...before, exclusions: [...given.exclusions, accepted] };
        const [was, is] = [measured(before, rules).ratio, measured(after, rules).ratio];
        if (was !== null && is !== null) expect(compare(is, was)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('more downtime never raises the figure', () => {
    fc.assert(
      fc.property(facts, anyTerms, stretch, assets, (given, { unmeasured: _, ...rules }, span, assetIds) => {
        // Writing an outage down measures it, so that time left out before as unmeasured would begin to count.
        const known = { ...rules, unmeasured: 'DOWN' as const };
        const more = outage('x', '08-01 00:00', null, { ...span, assetIds });
        const was = measured(given, known).ratio;
        const is = measured({ ...given, outages: [...given.outages, more] }, known).ratio;
        if (was !== null && is !== null) expect(compare(is, was)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('agreed time is its parts, and counted time is never less than what was missed of it', () => {
    fc.assert(
      fc.property(facts, anyTerms, (given, rules) => {
        for (const part of measured(given, rules).parts) {
          expect(part.agreedMs).toBe(31 * DAY);
          expect(part.countedMs + part.plannedMs + part.acceptedMs + part.unmeasuredMs).toBe(part.agreedMs);
          expect(part.downMs + part.degradedMs).toBeLessThanOrEqual(part.countedMs);
        }
      }),
    );
  });

  test('the figure agrees with asking minute by minute who was up', () => {
    const once = { numRuns: 40 };
    fc.assert(
      fc.property(facts, terms, (given, rules) => {
        const windows = { ...given, maintenance: [] };
        const figure = measured(windows, rules);
        const [up, counted] = askEveryHour(windows, rules);
        const expected = counted === 0 ? null : fraction(BigInt(up), BigInt(counted));
        expect(figure.ratio).toEqual(expected);
      }),
      once,
    );
  });
});

type Rules = { readonly assetRule: 'ANY' | 'ALL'; readonly degradedPercent: number; readonly unmeasured: string };

/** An independent oracle: all stretches above lie on full hours, so that asking once an hour asks every instant. */
function askEveryHour(
  given: AvailabilityFacts,
  { assetRule, degradedPercent, unmeasured }: Rules,
): readonly [number, number] {
  let [up, counted] = [0, 0];
  for (let hour = 0; hour < 31 * 24; hour += 1) {
    const now = START + hour * HOUR + MINUTE;
    const hits = (item: { assetIds: readonly string[]; from: number; to: number | null }, asset: string) =>
      (item.assetIds.length === 0 || item.assetIds.includes(asset)) && item.from <= now && now < (item.to ?? Infinity);
    const states = given.assetIds.flatMap((asset): readonly number[] => {
      if (given.exclusions.some((item) => hits(item, asset))) return [];
      const found = given.outages.filter((item) => hits(item, asset)).map(({ state }) => state);
      if (found.includes('DOWN')) return [0];
      if (found.includes('DEGRADED')) return [100 - degradedPercent];
      if (!given.gaps.some((item) => hits(item, asset)) || unmeasured === 'UP') return [100];
      return unmeasured === 'DOWN' ? [0] : [];
    });
    if (states.length === 0) continue;
    counted += 100;
    up += assetRule === 'ANY' ? Math.min(...states) : Math.max(...states);
  }
  return [up, counted];
}
