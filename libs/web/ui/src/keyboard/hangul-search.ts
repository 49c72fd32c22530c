import { convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');
const onlyConsonants = (text: string): boolean => /^[ㄱ-ㅎ]+$/.test(text);

/**
 * Whether `label` is what a Korean typist means by `typed`: part of it, a syllable not yet finished (하ㄴ), its initial
 * consonants (ㅎㅂ), or the same keys with Hangul off (gksqlc).
 */
export function matches(label: string, typed: string): boolean {
  const wanted = plain(typed);
  if (wanted === '') return true;
  const name = plain(label);
  if (name.includes(wanted)) return true;
  if (onlyConsonants(wanted)) return plain(getChoseong(label)).includes(wanted);
  const letters = disassemble(name);
  if (/[가-힣ㄱ-ㅣ]/.test(wanted)) return letters.includes(disassemble(wanted));
  // The case of a Latin letter decides its Hangul one (P is ㅖ, p is ㅔ): take what was typed, not its lower case.
  const hangul = convertQwertyToHangul(typed.replace(/\s+/g, ''));
  return /[가-힣]/.test(hangul) && letters.includes(disassemble(hangul));
}
