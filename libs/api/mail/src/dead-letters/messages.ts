import type { InputProblem } from '@daylight/api-calendars';
import type { Language, LocalizedText } from '@daylight/domain';

const TOO_MANY = (most: number): LocalizedText => ({
  ko: `한 번에 ${most}건까지 처리할 수 있습니다.`,
  en: `At most ${most} can be settled at once.`,
});

export function manyProblem(most: number, language: Language): InputProblem {
  return { path: 'ids', kind: 'TOO_MANY', message: TOO_MANY(most)[language] };
}
