import type { Language, LocalizedText, Terms, TermsProblem } from '@daylight/domain';
import { sayPpm } from '../credit/numbers.js';

/** What can be wrong between the parts of a promise, as whoever writes it would be told; ranges as percentages. */
const WORDS: Readonly<Partial<Record<TermsProblem['kind'], LocalizedText>>> = {
  UNKNOWN_REFERENCE: {
    ko: '이 조건에 없는 항목입니다. 다시 선택해 주십시오.',
    en: 'These terms don’t have it. Choose another one.',
  },
  WEIGHTS_SUM_TO_ZERO: { ko: '자산별 가중치를 하나 이상 적어 주십시오.', en: 'Give at least one asset a weight.' },
  WEIGHTS_NOT_EXPECTED: {
    ko: '가중 방식이 아니므로 가중치를 비워 주십시오.',
    en: 'Assets aren’t weighted: leave the weights empty.',
  },
  CALENDAR_NEEDED: {
    ko: '영업일을 셀 서비스 제공 시간을 선택해 주십시오.',
    en: 'Choose the hours in which business days are counted.',
  },
  TIER_EMPTY: { ko: '구간의 끝은 시작보다 커야 합니다', en: 'A step has to end above its start' },
  TIER_GAP: { ko: '비어 있는 구간이 있습니다', en: 'The steps leave a gap' },
  TIER_OVERLAP: { ko: '다른 구간과 겹칩니다', en: 'This overlaps another step' },
  CREDIT_FALLS: { ko: '실적이 나쁠수록 크레딧이 줄어듭니다', en: 'A worse figure earns a smaller credit' },
  MORE_MISSES_THAN_PERIODS: { ko: '미달 횟수가 기간 수보다 많습니다.', en: 'There can’t be more misses than periods.' },
};
const RANGE = /^(\d+)\.\.(\d+)$/;

/** A problem of availability, maintenance or credit terms in words; null for kinds that the form can't bring about. */
export function promiseProblemText({ kind, detail }: TermsProblem, language: Language): string | null {
  const words = WORDS[kind]?.[language];
  const range = RANGE.exec(detail);
  if (words === undefined || range === null) return words ?? null;
  const [from, to] = [sayPpm(Number(range[1]), language), sayPpm(Number(range[2]), language)];
  return `${words}: ${from}–${to}`;
}

/** Whether a problem is about what is promised beside the SLA: availability, maintenance, credits. */
export function isPromiseProblem({ path }: Pick<TermsProblem, 'path'>): boolean {
  return (['availability', 'maintenance', 'credits'] satisfies readonly (keyof Terms)[]).some(
    (part) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`),
  );
}
