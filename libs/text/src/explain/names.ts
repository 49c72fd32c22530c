import type { ClockKind, ClockState, Language, LocalizedText, Side } from '@daylight/domain';

const CLOCKS: Readonly<Record<ClockKind, LocalizedText>> = {
  FIRST_RESPONSE: { ko: '최초 응답', en: 'First response' },
  NEXT_RESPONSE: { ko: '후속 응답', en: 'Next response' },
  UPDATE_CADENCE: { ko: '경과 보고 주기', en: 'Update cadence' },
  RESTORE: { ko: '복구', en: 'Restore' },
  RESOLUTION: { ko: '해결', en: 'Resolution' },
  AGREED_DATE: { ko: '합의 기한', en: 'Agreed date' },
};

const STATES: Readonly<Record<ClockState, LocalizedText>> = {
  RUNNING: { ko: '진행 중', en: 'Running' },
  PAUSED: { ko: '일시 정지', en: 'Paused' },
  MET: { ko: '기한 준수', en: 'Met' },
  BREACHED: { ko: '기한 초과', en: 'Overdue' },
  CANCELLED: { ko: '취소', en: 'Cancelled' },
  NONE: { ko: '목표 없음', en: 'No target' },
};

const SIDES: Readonly<Record<Side, LocalizedText>> = {
  CLIENT: { ko: '고객사', en: 'the client' },
  PROVIDER: { ko: '서비스 제공사', en: 'the provider' },
  SYSTEM: { ko: '자동', en: 'the system' },
};

/** What a clock is called on screens and in reports. */
export function clockName(kind: ClockKind, language: Language): string {
  return CLOCKS[kind][language];
}

/** The name with its number where there are several: `후속 응답 2회차` / `Next response 2`. */
export function numberedClockName(kind: ClockKind, cycle: number, language: Language): string {
  const name = clockName(kind, language);
  if (cycle === 1) return name;
  return language === 'ko' ? `${name} ${cycle}회차` : `${name} ${cycle}`;
}

/** A state in a word or two. */
export function clockStateName(state: ClockState, language: Language): string {
  return STATES[state][language];
}

/** Which side did something, for the middle of a sentence. */
export function sideName(side: Side, language: Language): string {
  return SIDES[side][language];
}
