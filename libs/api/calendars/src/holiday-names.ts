const KOREAN_DAYS: ReadonlyMap<string, string> = new Map([
  ['1월 1일', 'New Year’s Day'],
  ['설날 전날', 'Eve of Seollal'],
  ['설날', 'Seollal (Lunar New Year)'],
  ['설날 다음 날', 'Day after Seollal'],
  ['3ㆍ1절', 'Independence Movement Day'],
  ['노동절', 'Labour Day'],
  ['어린이날', 'Children’s Day'],
  ['부처님 오신 날', 'Buddha’s Birthday'],
  ['현충일', 'Memorial Day'],
  ['제헌절', 'Constitution Day'],
  ['광복절', 'Liberation Day'],
  ['추석 전날', 'Eve of Chuseok'],
  ['추석', 'Chuseok'],
  ['추석 다음 날', 'Day after Chuseok'],
  ['개천절', 'National Foundation Day'],
  ['한글날', 'Hangeul Day'],
  ['기독탄신일', 'Christmas Day'],
  ['임시공휴일', 'Temporary public holiday'],
  ['대통령선거', 'Presidential election'],
  ['전국동시지방선거', 'Local elections'],
]);

/** The English name of a day in the Korean gazette; the Korean one when it is new to us. */
export function englishOfKoreanDay(name: string): string {
  const known = KOREAN_DAYS.get(name);
  if (known !== undefined) return known;
  const [, kind, of] = /^(대체공휴일|임시공휴일)\((.+)\)$/.exec(name) ?? [];
  if (kind !== undefined && of !== undefined) {
    const label = kind === '대체공휴일' ? 'Substitute holiday' : 'Temporary public holiday';
    return `${label} (${englishOfKoreanDay(of)})`;
  }
  return /국회의원\s*선거$/.test(name) ? 'National Assembly election' : name;
}
