import type { Language } from '@daylight/domain';

/** What the codes of a terms document mean in the middle of a sentence. */
const CODES: ReadonlyMap<string, readonly [ko: string, en: string]> = new Map([
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
  ['ALWAYS', ['24시간 365일', '24×7']],
  ['KR', ['대한민국', 'Korea']],
  ['EU', ['유럽연합(EU)', 'European Union']],
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
  ['YEAR', ['연', 'year']],
  ['QUARTER', ['분기', 'quarter']],
  ['MONTH', ['월', 'month']],
  ['mon', ['월', 'Mon']],
  ['tue', ['화', 'Tue']],
  ['wed', ['수', 'Wed']],
  ['thu', ['목', 'Thu']],
  ['fri', ['금', 'Fri']],
  ['sat', ['토', 'Sat']],
  ['sun', ['일', 'Sun']],
]);

/** A code in words; one that has none, like `P1`, stands as it is. */
export function codeWord(code: string, language: Language): string {
  return CODES.get(code)?.[language === 'ko' ? 0 : 1] ?? code;
}

/** Several, one after the other; null for none. */
export function codeWords(codes: readonly string[], language: Language): string | null {
  return codes.length === 0 ? null : codes.map((code) => codeWord(code, language)).join(', ');
}
