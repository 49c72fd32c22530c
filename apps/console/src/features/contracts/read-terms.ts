import { parseTerms, type Terms } from '@daylight/domain';

/** The terms as this build knows them; null when the server stores a shape that it doesn't. */
export function readTerms(document: unknown): Terms | null {
  const parsed = parseTerms(document);
  return parsed.kind === 'valid' ? parsed.terms : null;
}
