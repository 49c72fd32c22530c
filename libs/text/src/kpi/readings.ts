import type { ImplementationOutcome, Language, LocalizedText, Score } from '@daylight/domain';

const IMPLEMENTATIONS: Readonly<Record<ImplementationOutcome, LocalizedText>> = {
  AS_PLANNED: { ko: '정상 완료', en: 'Carried out as planned' },
  WITH_ISSUES: { ko: '완료(일부 문제 발생)', en: 'Carried out with issues' },
  ROLLED_BACK: { ko: '원복(롤백)', en: 'Rolled back' },
  FAILED: { ko: '실패', en: 'Failed' },
};

/** How a change went: `원복(롤백)` / `Rolled back`. */
export function implementationName(outcome: ImplementationOutcome, language: Language): string {
  return IMPLEMENTATIONS[outcome][language];
}

/** `5점 만점에 4점` / `4 of 5`. */
export function ratingText(score: Score, language: Language): string {
  return language === 'ko' ? `5점 만점에 ${score}점` : `${score} of 5`;
}
