import type { Terms } from './terms.js';

/** Whose law is known here; contracts name one or more of them. ISO 3166-1 alpha-2 codes, or `EU`. */
export const STATUTORY_JURISDICTIONS = ['KR', 'EU'] as const;

/** Where no terms say which law applies: the house's own. */
const HOME = 'KR';
const EU: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/**
 * Whose law may ask for notices after a security incident (domain.md section 5): what the contract names, also when that is
 * none; where it says nothing, that of the regions whose public holidays it follows. `agreed`: the contract says so. Check
 * with counsel.
 */
export function jurisdictionsOf(terms: Pick<Terms, 'jurisdictions' | 'calendars'> | null): {
  readonly agreed: boolean;
  readonly codes: readonly string[];
} {
  if (terms?.jurisdictions !== undefined) return { agreed: true, codes: terms.jurisdictions };
  const regions = (terms?.calendars ?? []).flatMap(({ holidayRegion }) => holidayRegion ?? []);
  const found = regions.map((region) => (EU.has(region) ? 'EU' : region));
  return { agreed: false, codes: found.length === 0 ? [HOME] : [...new Set(found)] };
}
