// Texts of the seeded tickets: the same on every run.

const PARTS = ['server', 'backup', 'mail', 'printer', 'network', 'account', 'disk', 'report', 'login', 'update'];
const STATES = ['slow', 'failed', 'missing', 'locked', 'full', 'broken', 'requested', 'delayed', 'offline', 'wrong'];
const KOREAN = ['서버', '백업', '메일', '프린터', '네트워크', '계정', '디스크', '보고서', '로그인', '업데이트'];
const KOREAN_STATES = ['느림', '실패', '누락', '잠김', '부족', '고장', '요청', '지연', '중단', '오류'];

export const POOL = 5_000;
/** In a handful of messages only. */
export const RARE = 'zyxqv47';
/** Each in a few per cent of all texts. */
export const TWO_WORDS = 'backup failed';

/** Numbers that look random and are the same on each run (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `POOL` texts of about a dozen words, a third of them Korean. */
export function makeTexts() {
  const random = randomFrom(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const invented = Array.from({ length: 200 }, () =>
    Array.from({ length: 3 }, () => pick(['ka', 'mo', 'ri', 'ten', 'lu', 'sol', 'ber', 'vi', 'da', 'po'])).join(''),
  );
  return Array.from({ length: POOL }, (_, n) => {
    const korean = n % 3 === 0;
    const sentence = korean ? [pick(KOREAN), pick(KOREAN_STATES)] : [pick(PARTS), pick(STATES)];
    const rest = Array.from({ length: 9 }, () => (random() < 0.1 ? pick(korean ? KOREAN : PARTS) : pick(invented)));
    return [...sentence, ...rest].join(' ');
  });
}
