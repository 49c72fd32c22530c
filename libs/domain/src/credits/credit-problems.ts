import { compare, ONE, whole, ZERO } from '../availability/fraction.js';
import { tierProblems, type CreditTermsProblem } from '../contracts/parse-credit-terms.js';
import { MAX_MINOR } from '../contracts/currency.js';
import { dayOf } from '../time/date.js';
import type { CreditInput, CreditPart } from './compute.js';
import { currencyProblems, exchanged, exchangeProblems, minorProblems, type MoneyProblem } from './money.js';

export type CreditProblem =
  | CreditTermsProblem
  | MoneyProblem
  | {
      readonly path: string;
      readonly kind: 'REVERSED' | 'OVERLAP' | 'NOT_A_RATIO';
      readonly detail: string;
    };

function dateProblems({ from, to }: CreditPart, path: string): readonly CreditProblem[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  const unreadable = [
    { date: from, day: first, key: 'from' },
    { date: to, day: last, key: 'to' },
  ].flatMap(({ date, day, key }): readonly CreditProblem[] =>
    day === null ? [{ path: `${path}.${key}`, kind: 'BAD_DATE', detail: date }] : [],
  );
  if (first === null || last === null) return unreadable;
  return last < first ? [{ path: `${path}.to`, kind: 'REVERSED', detail: `${from}..${to}` }] : [];
}

function ratioProblems({ measured }: CreditPart, path: string): readonly CreditProblem[] {
  if (measured === null) return [];
  const { numerator, denominator } = measured;
  const fits = denominator > 0n && compare(measured, ZERO) >= 0 && compare(measured, ONE) <= 0;
  return fits ? [] : [{ path: `${path}.measured`, kind: 'NOT_A_RATIO', detail: `${numerator}/${denominator}` }];
}

function partProblems(part: CreditPart, index: number, before: CreditPart | undefined): readonly CreditProblem[] {
  const path = `parts[${index}]`;
  const overlaps = before !== undefined && part.from < before.to;
  return [
    ...dateProblems(part, path),
    ...minorProblems(part.monthlyFeeMinor, `${path}.monthlyFeeMinor`),
    ...ratioProblems(part, path),
    ...tierProblems(part.tiers, `${path}.tiers`),
    ...(overlaps ? [{ path: `${path}.from`, kind: 'OVERLAP' as const, detail: part.from }] : []),
  ];
}

/** A rate that makes amounts too large to be told exactly is a slip of the pen. */
function resultProblems({ exchange, currency }: CreditInput): readonly CreditProblem[] {
  if (exchange === null) return [];
  const problems = exchangeProblems(exchange, 'exchange');
  if (problems.length > 0 || currencyProblems(currency, '').length > 0) return problems;
  const most = exchanged(whole(MAX_MINOR), currency, exchange);
  const fits = compare(most, whole(Number.MAX_SAFE_INTEGER)) <= 0;
  return fits ? [] : [{ path: 'exchange.rate', kind: 'TOO_LARGE', detail: exchange.rate }];
}

/** What is wrong with the input of a credit; empty when nothing is. */
export function creditProblems(input: CreditInput): readonly CreditProblem[] {
  const { currency, parts, capBase } = input;
  return [
    ...currencyProblems(currency, 'currency'),
    ...parts.flatMap((part, index) => partProblems(part, index, parts[index - 1])),
    ...(capBase === null || capBase.feeMinor === null ? [] : minorProblems(capBase.feeMinor, 'capBase.feeMinor')),
    ...(capBase === null ? [] : minorProblems(capBase.usedMinor, 'capBase.usedMinor')),
    ...resultProblems(input),
  ];
}
