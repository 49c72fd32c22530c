import type { DateCause, Language, LocalizedText, Mark, Segment, SegmentKind } from '@daylight/domain';
import { unreachable } from '@daylight/domain';
import { sayLength } from './duration.js';
import { sayInstant } from './instant.js';
import { sideName } from './names.js';

/** A stretch of a clock's life with its length on the wall: `고객 회신 대기(서비스 제공사 설정), 17시간`. */
export function saySegment(segment: Segment, language: Language): string {
  return `${sayCause(segment.cause, language)}, ${sayLength(segment.to - segment.from, language)}`;
}

/** Why a stretch counts or doesn't. */
export function sayCause(cause: SegmentKind, language: Language): string {
  const ko = language === 'ko';
  switch (cause.kind) {
    case 'RUNNING':
      return ko ? '진행' : 'Running';
    case 'OVERDUE':
      return ko ? '기한 초과' : 'Overdue';
    case 'OUTSIDE_HOURS':
      return ko ? '서비스 제공 시간 외' : 'Outside service hours';
    case 'RESOLVED':
      return ko ? '해결 상태' : 'Resolved';
    case 'HOLIDAY':
      return ko ? `${cause.name.ko}(${cause.date})` : `${cause.name.en} (${cause.date})`;
    case 'WAITING': {
      const side = sideName(cause.bySide, language);
      if (cause.contested) {
        return ko
          ? `${cause.name.ko}(${side} 설정, 고객사 이의 제기)`
          : `${cause.name.en} (set by ${side}, contested by the client)`;
      }
      return ko ? `${cause.name.ko}(${side} 설정)` : `${cause.name.en} (set by ${side})`;
    }
    default:
      return unreachable(cause);
  }
}

/** A point on a clock's timeline: `2026년 8월 3일(월) 10:30 기한 초과`. */
export function sayMark(mark: Mark, zone: string, language: Language): string {
  const at = sayInstant(mark.at, zone, language);
  return language === 'ko' ? `${at} ${markName(mark, zone, language)}` : `${at}: ${markName(mark, zone, language)}`;
}

function markName(mark: Mark, zone: string, language: Language): string {
  const ko = language === 'ko';
  switch (mark.kind) {
    case 'STARTED':
      return ko ? '시작' : 'started';
    case 'MET':
      return ko ? '완료' : 'met';
    case 'BREACHED':
      return ko ? '기한 초과' : 'missed';
    case 'REOPENED':
      return ko ? '재개' : 'resumed';
    case 'CANCELLED':
      return ko ? '취소' : 'cancelled';
    case 'TARGET_CHANGED':
      return sayTargetChange(mark, language);
    case 'DATE_SET':
      return sayDate(mark, zone, language);
    case 'WAITING_CONCEDED':
      return ko ? '이의 인정, 대기 시간 산입' : 'contest conceded, the waiting counts';
    case 'REBOUND':
      return ko ? '양측 합의로 다른 계약 개정본 적용' : 'judged by another version, as both sides agreed';
    case 'UNMERGED':
      return ko ? '병합 취소, 계속 진행' : 'merge undone, goes on';
    default:
      return unreachable(mark);
  }
}

/** A changed target: by priority, or with the same one by service or type. */
export function sayTargetChange(mark: Extract<Mark, { readonly kind: 'TARGET_CHANGED' }>, language: Language): string {
  if (mark.from === mark.to) return language === 'ko' ? '서비스 변경' : 'service changed';
  return language === 'ko' ? `우선순위 변경 ${mark.from}→${mark.to}` : `priority changed ${mark.from} to ${mark.to}`;
}

const DATE_CAUSES: Readonly<Record<DateCause, LocalizedText>> = {
  REQUESTED: { ko: '고객사 요청', en: 'asked for by the client' },
  AGREED: { ko: '양측 합의', en: 'agreed by both' },
  GIVEN_BY_CLIENT: { ko: '고객사 연장', en: 'extended by the client' },
  CONSENT_RECORDED: { ko: '고객사 동의 기록', en: 'with the client’s consent on record' },
  WITHOUT_CONSENT: { ko: '고객사 동의 없이 변경', en: 'moved without the client’s consent' },
};

/** A date that was agreed or moved, who did it and how (D-SLA-12): `합의 기한 2026년 8월 5일(수) 18:00(고객사 요청)`. */
export function sayDate(mark: Extract<Mark, { readonly kind: 'DATE_SET' }>, zone: string, language: Language): string {
  const to = sayInstant(mark.dueAt, zone, language);
  const from = mark.before === null ? null : sayInstant(mark.before, zone, language);
  const how = DATE_CAUSES[mark.cause][language];
  const side = sideName(mark.bySide, language);
  if (language === 'ko') return `합의 기한 ${from === null ? to : `${from} → ${to}`}(${how}, ${side})`;
  return `${from === null ? `agreed date ${to}` : `agreed date ${from} → ${to}`} (${how}, by ${side})`;
}
