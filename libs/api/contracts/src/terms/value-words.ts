import { canonicalJson } from '@daylight/domain';

type Language = 'ko' | 'en';

const WORDS: ReadonlyMap<string, readonly [ko: string, en: string]> = new Map([
  ['FIRST_RESPONSE', ['최초 응답', 'first response']],
  ['NEXT_RESPONSE', ['후속 응답', 'next response']],
  ['UPDATE_CADENCE', ['경과 보고 주기', 'update cadence']],
  ['RESTORE', ['복구', 'restore']],
  ['RESOLUTION', ['해결', 'resolution']],
  ['AGREED_DATE', ['합의 일자', 'agreed date']],
  ['MONITOR', ['모니터링', 'monitor']],
  ['OPERATE', ['운영', 'operate']],
  ['SECURE', ['보안 운영', 'secure']],
  ['RENEW', ['자동 갱신', 'renews']],
  ['HOLDOVER', ['종료 통보 시까지 계속', 'goes on until ended']],
  ['END', ['기간 만료 시 종료', 'ends']],
  ['ALWAYS', ['24시간 365일', '24x7']],
  ['WEEKLY', ['요일별', 'weekly']],
  ['FOLLOW_OFFICIAL', ['공휴일 휴무', 'closed on public holidays']],
  ['FIXED_LIST', ['지정 휴일만 휴무', 'closed on listed days']],
  ['NONE', ['휴일 없음', 'no holidays']],
  ['PUBLIC_REPLY', ['담당자 답변', 'a public reply']],
  ['LOGGED_CALL', ['기록된 통화', 'a logged call']],
  ['OWNER_ACCEPTANCE', ['담당자 접수', 'acceptance by an owner']],
  ['ON_SITE', ['현장 도착', 'arrival on site']],
  ['INCIDENT', ['장애', 'incident']],
  ['SERVICE_REQUEST', ['서비스 요청', 'service request']],
  ['CHANGE', ['변경', 'change']],
  ['PROBLEM', ['문제', 'problem']],
  ['SECURITY_INCIDENT', ['보안 침해사고', 'security incident']],
  ['WAITING_ON_CLIENT', ['고객 회신 대기', 'waiting on client']],
  ['WAITING_ON_THIRD_PARTY', ['외부 업체 대기', 'waiting on third party']],
  ['SCHEDULED', ['일정 협의 완료', 'scheduled']],
  ['CLIENT', ['고객사', 'client']],
  ['PROVIDER', ['서비스 제공사', 'provider']],
  ['CLOUD_VENDOR', ['클라우드 사업자', 'cloud vendor']],
  ['THIRD_PARTY', ['외부 업체', 'third party']],
  ['AT_LEAST', ['이상', 'at least']],
  ['AT_MOST', ['이하', 'at most']],
  ['mon', ['월', 'Mon']],
  ['tue', ['화', 'Tue']],
  ['wed', ['수', 'Wed']],
  ['thu', ['목', 'Thu']],
  ['fri', ['금', 'Fri']],
  ['sat', ['토', 'Sat']],
  ['sun', ['일', 'Sun']],
]);
const LONGEST = 300;

function wordOf(text: string, language: Language): string {
  const known = WORDS.get(text);
  return known === undefined ? text : known[language === 'ko' ? 0 : 1];
}

/** A value of a terms document as a person would say it; `subject` is one of the domain's `TERMS_SUBJECTS`. */
export function sayValue(value: unknown, subject: string, language: Language): string {
  const said = say(value, subject, language);
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}

function say(value: unknown, subject: string, language: Language): string {
  if (value === null || value === undefined) return language === 'ko' ? '없음' : 'none';
  if (typeof value === 'boolean')
    return value ? (language === 'ko' ? '예' : 'yes') : language === 'ko' ? '아니요' : 'no';
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value === 'string') return value === '' ? say(null, subject, language) : wordOf(value, language);
  if (Array.isArray(value)) return sayList(value, subject, language);
  if (typeof value !== 'object') return '';
  return sayObject(Object.fromEntries(Object.entries(value)), subject, language);
}

function sayList(values: readonly unknown[], subject: string, language: Language): string {
  if (values.length === 0)
    return subject === 'policies.targets.types' ? (language === 'ko' ? '전체' : 'all') : say(null, subject, language);
  const rows = values.some(Array.isArray);
  return values.map((value) => say(value, subject, language)).join(rows ? ' | ' : ', ');
}

function sayObject(fields: Readonly<Record<string, unknown>>, subject: string, language: Language): string {
  const own = fields[language];
  if (typeof own === 'string') return own === '' ? say(null, subject, language) : own;
  if (fields['unit'] !== undefined) return sayAmount(fields, language);
  if (typeof fields['from'] === 'string' && typeof fields['to'] === 'string')
    return `${fields['from']}–${fields['to']}`;
  if (fields['atEnd'] !== undefined) return sayRenewal(fields, language);
  if (fields['clock'] !== undefined && fields['amount'] !== undefined) {
    return `${say(fields['priority'], subject, language)} ${say(fields['clock'], subject, language)} ${say(fields['amount'], subject, language)}`;
  }
  const name = fields['name'] ?? fields['activity'];
  if (name !== undefined) {
    const date = typeof fields['date'] === 'string' ? `${fields['date']} ` : '';
    return `${date}${say(name, subject, language)}`;
  }
  if (subject === 'calendars.weekly') {
    const days = Object.entries(fields).map(([day, hours]) => `${wordOf(day, language)} ${say(hours, '', language)}`);
    return days.join('; ');
  }
  return canonicalJson(fields);
}

function sayAmount(fields: Readonly<Record<string, unknown>>, language: Language): string {
  if (fields['unit'] === 'BUSINESS_DAYS') {
    const days = Number(fields['days']);
    return language === 'ko' ? `${days}영업일` : `${days} business day${days === 1 ? '' : 's'}`;
  }
  const minutes = Number(fields['minutes']);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = language === 'ko' ? [`${hours}시간`, `${rest}분`] : [`${hours} h`, `${rest} min`];
  if (hours === 0) return parts[1] ?? '';
  return rest === 0 ? (parts[0] ?? '') : parts.join(' ');
}

function sayRenewal(fields: Readonly<Record<string, unknown>>, language: Language): string {
  const how = say(fields['atEnd'], '', language);
  const [months, days] = [Number(fields['renewMonths']), Number(fields['noticeDays'])];
  const length = fields['atEnd'] === 'RENEW' ? (language === 'ko' ? ` ${months}개월` : ` for ${months} months`) : '';
  return language === 'ko' ? `${how}${length}, 통보 ${days}일 전` : `${how}${length}, ${days} days’ notice`;
}
