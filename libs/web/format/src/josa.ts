export type Particle =
  '을/를' | '이/가' | '은/는' | '와/과' | '으로/로' | '이나/나' | '이에요/예요' | '이란/란' | '아/야';

// What the last character is called when read aloud; the particle follows the sound, not the letter.
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const;
const LETTERS: Readonly<Record<string, string>> = {
  a: '이',
  b: '비',
  c: '씨',
  d: '디',
  e: '이',
  f: '프',
  g: '지',
  h: '치',
  i: '이',
  j: '이',
  k: '이',
  l: '엘',
  m: '엠',
  n: '엔',
  o: '오',
  p: '피',
  q: '큐',
  r: '알',
  s: '스',
  t: '티',
  u: '유',
  v: '이',
  w: '유',
  x: '스',
  y: '이',
  z: '트',
};
/** 10, 100, 1000, 10000 are read 십, 백, 천, 만: the trailing zeros decide. */
const ZEROS = ['', '십', '백', '천', '만', '만', '만', '만', '억'] as const;

function spokenEnding(word: string): string {
  const bare = word.replace(/[\s)\]}"'”’.,!?%]+$/u, '');
  const zeros = /[1-9]\d*?(0+)$/.exec(bare)?.[1]?.length;
  if (zeros !== undefined) return ZEROS[Math.min(zeros, ZEROS.length - 1)] ?? '십';
  const last = bare.at(-1) ?? '';
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? last;
  return LETTERS[last.toLowerCase()] ?? last;
}

const SYLLABLES = 0xac00;
const FINALS = 28;
const RIEUL = 8;

/** The final consonant of a Hangul syllable, 0 for none; null for anything else. */
function finalConsonant(syllable: string): number | null {
  const index = (syllable.codePointAt(0) ?? 0) - SYLLABLES;
  return index < 0 || index >= 11_172 ? null : index % FINALS;
}

/**
 * The particle that follows `word` when it is read aloud: `particleFor('OPS-7', '을/를')` is "을" (칠을). Done here
 * rather than by es-hangul, which says 를 after a 7 and would weigh 4 kB on the sign-in page.
 */
export function particleFor(word: string, particle: Particle): string {
  const final = finalConsonant(spokenEnding(word)) ?? 0;
  const [closed = '', open = ''] = particle === '와/과' ? ['과', '와'] : particle.split('/');
  const takesOpen = final === 0 || (particle === '으로/로' && final === RIEUL);
  return takesOpen ? open : closed;
}

/** `word` with its particle: "한빛전자를", "OPS-7을". */
export const josa = (word: string, particle: Particle): string => `${word}${particleFor(word, particle)}`;

const PARTICLE_AT_END = /^(.*)(을\/를|이\/가|은\/는|와\/과|으로\/로|이나\/나|이란\/란|아\/야)$/su;

/** "한빛전자을/를" -> "한빛전자를": what the `<j>` tag of our Korean messages does. Text without a pair stays. */
export function resolveParticle(text: string): string {
  const match = PARTICLE_AT_END.exec(text);
  const particle = match?.[2];
  return match === null || !isParticle(particle) ? text : josa(match[1] ?? '', particle);
}

const isParticle = (value: string | undefined): value is Particle => value !== undefined;
