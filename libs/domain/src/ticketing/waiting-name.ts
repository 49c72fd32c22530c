import { DEFAULT_WAITING_RULES } from '../contracts/defaults.js';
import type { Terms } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import { CLIENT_ACCOUNTABLE_REASON } from './events.js';

/** What the client agreed to be accountable for is named alike under all terms (D-SLA-8). */
export const CLIENT_ACCOUNTABLE_NAME: LocalizedText = {
  ko: '고객사 책임 업무 진행 중',
  en: 'The client’s own responsibility',
};

/** What a waiting reason is called: in the words of the terms, out of contract in those of the default rules. */
export function waitingName(reason: string, terms: Pick<Terms, 'waiting'> | null): LocalizedText {
  if (reason === CLIENT_ACCOUNTABLE_REASON) return CLIENT_ACCOUNTABLE_NAME;
  const rules = terms?.waiting ?? DEFAULT_WAITING_RULES;
  return rules.find((rule) => rule.reason === reason)?.name ?? { ko: reason, en: reason };
}
