import type { Language, RenewalTerms, Terms } from '@daylight/domain';
import { sayCount, sayFee, sayMinutes, sayTargetAmount, type Say } from './amounts.js';
import { codeWord, codeWords } from './codes.js';

/** What stands in a terms document once. */
export const ROOT: Readonly<Record<string, Say>> = {
  schema: ({ schema }) => String(schema),
  reportingZone: ({ reportingZone }) => reportingZone,
  currency: ({ currency }) => currency,
  monthlyFeeMinor: ({ monthlyFeeMinor, currency }, _keys, language) => sayFee(monthlyFeeMinor, currency, language),
  priorityMatrix: ({ priorityMatrix }) => priorityMatrix.map((row) => row.join(', ')).join(' | '),
  responseMetBy: ({ responseMetBy }, _keys, language) => codeWords(responseMetBy, language),
  reopenWindowDays: ({ reopenWindowDays }, _keys, language) => sayCount(reopenWindowDays, ['일', 'day'], language),
  autoCloseDays: ({ autoCloseDays }, _keys, language) => sayCount(autoCloseDays, ['일', 'day'], language),
  renewal: ({ renewal }, _keys, language) => sayRenewal(renewal, language),
  maintenance: (terms, _keys, language) => {
    const { maintenance } = terms;
    return maintenance === undefined ? null : `${sayNotice(terms, language)}; ${sayMaintenanceCap(terms, language)}`;
  },
};

function sayRenewal({ atEnd, renewMonths, noticeDays }: RenewalTerms, language: Language): string {
  const how = codeWord(atEnd, language);
  if (language === 'ko') return `${how}${atEnd === 'RENEW' ? ` ${renewMonths}개월` : ''}, 통보 ${noticeDays}일 전`;
  return `${how}${atEnd === 'RENEW' ? ` for ${renewMonths} months` : ''}, ${noticeDays} days’ notice`;
}

/** How long before planned work it has to be announced, and in which hours that is counted (D-MON-2). */
export function sayNotice({ maintenance, calendars }: Terms, language: Language): string {
  const ko = language === 'ko';
  if (maintenance === undefined) return ko ? '계획 작업으로 인정하지 않음' : 'no work counts as planned';
  const { notice, noticeCalendarId } = maintenance;
  if (notice === null) return ko ? '사전 통보 없이 계획 작업으로 인정' : 'no notice is asked';
  const amount = sayTargetAmount(notice, language);
  const calendar = calendars.find(({ id }) => id === noticeCalendarId)?.name[language];
  if (ko) return `사전 통보 ${amount} 전${calendar === undefined ? '' : `(${calendar} 기준)`}`;
  return `announced ${amount} ahead${calendar === undefined ? '' : `, counted in ${calendar}`}`;
}

/** How much planned work a month may hold. */
export function sayMaintenanceCap({ maintenance }: Terms, language: Language): string {
  const cap = maintenance?.capMinutesPerMonth ?? null;
  if (cap === null) return language === 'ko' ? '월 한도 없음' : 'no limit a month';
  const amount = sayMinutes(cap, language);
  return language === 'ko' ? `월 한도 ${amount}` : `at most ${amount} a month`;
}
