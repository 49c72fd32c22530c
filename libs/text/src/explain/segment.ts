import type { Language, Mark, Segment, SegmentKind } from '@daylight/domain';
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
      return ko ? `${cause.name.ko}(${side} 설정)` : `${cause.name.en} (set by ${side})`;
    }
    default:
      return unreachable(cause);
  }
}

/** A point on a clock's timeline: `2026년 8월 3일(월) 10:30 기한 초과`. */
export function sayMark(mark: Mark, zone: string, language: Language): string {
  const at = sayInstant(mark.at, zone, language);
  return language === 'ko' ? `${at} ${markName(mark, language)}` : `${at}: ${markName(mark, language)}`;
}

function markName(mark: Mark, language: Language): string {
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
    default:
      return unreachable(mark);
  }
}

/** A changed target: by priority, or with the same one by service or type. */
export function sayTargetChange(mark: Extract<Mark, { readonly kind: 'TARGET_CHANGED' }>, language: Language): string {
  if (mark.from === mark.to) return language === 'ko' ? '서비스 변경' : 'service changed';
  return language === 'ko' ? `우선순위 변경 ${mark.from}→${mark.to}` : `priority changed ${mark.from} to ${mark.to}`;
}
