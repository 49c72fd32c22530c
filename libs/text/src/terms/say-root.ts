import { DEFAULT_REMIND_DAYS, jurisdictionsOf, type Language, type RenewalTerms, type Terms } from '@daylight/domain';
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
  deemedConsent: (terms, _keys, language) =>
    terms.deemedConsent === undefined ? null : sayDeemedConsent(terms, language),
  jurisdictions: (terms, _keys, language) =>
    terms.jurisdictions === undefined ? null : sayJurisdictions(terms, language),
  maintenance: (terms, _keys, language) => {
    const { maintenance } = terms;
    return maintenance === undefined ? null : `${sayNotice(terms, language)}; ${sayMaintenanceCap(terms, language)}`;
  },
};

function sayRenewal(renewal: RenewalTerms, language: Language): string {
  const { atEnd, renewMonths, noticeDays } = renewal;
  const how = codeWord(atEnd, language);
  const remind = renewal.remindDays === undefined ? '' : `, ${sayReminders(renewal, language)}`;
  if (language === 'ko')
    return `${how}${atEnd === 'RENEW' ? ` ${renewMonths}개월` : ''}, 통보 ${noticeDays}일 전${remind}`;
  return `${how}${atEnd === 'RENEW' ? ` for ${renewMonths} months` : ''}, ${noticeDays} days’ notice${remind}`;
}

/** How many days ahead of the last day for notice and of the end both parties are reminded. */
export function sayReminders({ remindDays = DEFAULT_REMIND_DAYS }: RenewalTerms, language: Language): string {
  const ko = language === 'ko';
  if (remindDays.length === 0) return ko ? '사전 안내 없음' : 'no reminders';
  const days = [...remindDays].sort((a, b) => b - a).join(', ');
  return ko ? `${days}일 전 안내` : `reminders ${days} days ahead`;
}

/** When silence counts as consent, and about what (D-SLA-8, D-CON-4). */
export function sayDeemedConsent({ deemedConsent, calendars }: Terms, language: Language): string {
  const ko = language === 'ko';
  if (deemedConsent === undefined)
    return ko ? '동의 간주 없음(항상 회신 필요)' : 'never: only the client’s word counts';
  const { calendarId, proposalDays, amendmentDays } = deemedConsent;
  const about = [
    ...(proposalDays === null
      ? []
      : [
          sayAfter(
            proposalDays,
            ko ? '고객사 책임 업무 확인 요청' : 'requests to confirm the client’s own responsibility',
            ko,
          ),
        ]),
    ...(amendmentDays === null ? [] : [sayAfter(amendmentDays, ko ? '변경계약 제안' : 'proposed amendments', ko)]),
  ];
  const calendar = calendars.find(({ id }) => id === calendarId)?.name[language];
  const counted = calendar === undefined ? '' : ko ? `(${calendar} 기준)` : ` (counted in ${calendar})`;
  return `${about.join(ko ? ', ' : '; ')}${counted}`;
}

function sayAfter(days: number, what: string, ko: boolean): string {
  if (ko) return `${what} 후 ${days}영업일 내 이의가 없으면 동의`;
  return `${what}: after ${days} business ${days === 1 ? 'day' : 'days'} without an objection`;
}

/** Whose law may ask for notices after a security incident, and whether the contract says so. */
export function sayJurisdictions(terms: Pick<Terms, 'jurisdictions' | 'calendars'>, language: Language): string {
  const ko = language === 'ko';
  const { agreed, codes } = jurisdictionsOf(terms);
  const named = codeWords(codes, language) ?? (ko ? '없음' : 'none');
  if (agreed) return named;
  return ko ? `${named}(공휴일 국가 기준)` : `${named} (by the regions of public holidays)`;
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
