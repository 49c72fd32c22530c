import { compare, ONE, whole, ZERO } from '../availability/fraction.js';
import { tierProblems, type CreditTermsProblem } from '../contracts/parse-credit-terms.js';
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

/** A year of the fees with their VAT, at the given rate, has to be told exactly: else the rate is a slip of the pen. */
function rateProblems({ exchange, currency, parts }: CreditInput): readonly CreditProblem[] {
  if (exchange === null) return [];
  const problems = exchangeProblems(exchange, 'exchange');
  const fees = parts.map(({ monthlyFeeMinor }) => monthlyFeeMinor);
  const known = currencyProblems(currency, '').length === 0 && fees.every((fee) => minorProblems(fee, '').length === 0);
  if (problems.length > 0 || !known) return problems;
  const most = exchanged(whole(Math.max(0, ...fees) * 24), currency, exchange);
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
    ...rateProblems(input),
  ];
}
