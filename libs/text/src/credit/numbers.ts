import { floorOf, type Fraction, type Language, type Ms } from '@daylight/domain';
import { currencyDigits } from '@daylight/domain';
import { sayLength } from '../explain/duration.js';

/** `1204` as `1,204`. */
export function grouped(count: bigint | number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Whole milliseconds as seconds that a calculator takes: `2,678,400` or `1,339.201`. */
export function seconds(ms: Ms): string {
  const rest = ms % 1_000;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return `${grouped(Math.floor(ms / 1_000))}${decimals}`;
}

/** Seconds with what they mean: `36,000초(10시간)` / `36,000 s (10 h)`. */
export function saySeconds(ms: Ms, language: Language): string {
  if (language === 'ko') return ms === 0 ? '0초' : `${seconds(ms)}초(${sayLength(ms, 'ko')})`;
  return ms === 0 ? '0 s' : `${seconds(ms)} s (${sayLength(ms, 'en')})`;
}

/** Parts per million as a percentage without idle zeros: `99.95%` / `99.95 %`. */
export function sayPpm(ppm: number, language: Language): string {
  const decimals = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const number = `${Math.floor(ppm / 10_000)}${decimals === '' ? '' : `.${decimals}`}`;
  return language === 'ko' ? `${number}%` : `${number} %`;
}

/** A fraction in decimals, cut and not rounded; `…` where decimals are left off. */
export function decimals({ numerator, denominator }: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = floorOf({ numerator: numerator * scale, denominator });
  const exact = (numerator * scale) % denominator === 0n;
  const tail = digits === 0 ? '' : String(scaled % scale).padStart(digits, '0');
  const shown = exact ? tail.replace(/0+$/, '') : tail;
  return `${grouped(scaled / scale)}${shown === '' ? '' : `.${shown}`}${exact ? '' : '…'}`;
}

/** An exact figure as a percentage, to 0.0001 % and rounded down: 99.99999 % is never shown as 100 %. */
export function sayRatio({ numerator, denominator }: Fraction, language: Language): string {
  const said = decimals({ numerator: numerator * 100n, denominator }, 4);
  return language === 'ko' ? `${said}%` : `${said} %`;
}

/** An amount in its currency, exact: `12,000,000원`, `USD 1,999.99`; parts of a minor unit to two places. */
export function sayAmount(minor: Fraction, currency: string, language: Language): string {
  const digits = currencyDigits(currency);
  const units = { numerator: minor.numerator, denominator: minor.denominator * 10n ** BigInt(digits) };
  const whole = minor.denominator === 1n;
  const said = whole ? fixed(minor.numerator, digits) : decimals(units, digits + 2);
  return currency === 'KRW' && language === 'ko' ? `${said}원` : `${currency} ${said}`;
}

/** Whole minor units of a currency. */
export function sayMinor(minor: number, currency: string, language: Language): string {
  return sayAmount({ numerator: BigInt(minor), denominator: 1n }, currency, language);
}

function fixed(minor: bigint, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const tail = digits === 0 ? '' : `.${String(minor % scale).padStart(digits, '0')}`;
  return `${grouped(minor / scale)}${tail}`;
}
