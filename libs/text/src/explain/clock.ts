import type { Clock, ClockExplanation, Instant, Language } from '@daylight/domain';
import { unreachable } from '@daylight/domain';
import { sayDuration } from './duration.js';
import { sayInstantAndZone } from './instant.js';
import { clockStateName, numberedClockName } from './names.js';
import { overdueTime, sayRemarks, standingReason } from './remarks.js';

/**
 * One sentence about a clock, the same for client and staff (D-SLA-9): where it stands against its target, when it is or was
 * due, and what was not counted. Instants are in the zone of the clock's calendar, named.
 */
export function sayClock(explanation: ClockExplanation, language: Language): string {
  const { kind, cycle } = explanation.clock;
  const remarks = [sayRemarks(explanation, language), sayIfConceded(explanation, language)]
    .filter((part) => part !== '')
    .join('; ');
  const name = numberedClockName(kind, cycle, language);
  if (language === 'ko') return `${name}: ${sayInKorean(explanation)}${remarks === '' ? '' : `(${remarks})`}.`;
  return `${name}: ${sayInEnglish(explanation)}${remarks === '' ? '' : ` (${remarks})`}.`;
}

/** What the clock says without the waiting that the client contests (D-SLA-4); '' when nothing is contested. */
function sayIfConceded({ clock, zone }: ClockExplanation, language: Language): string {
  const other = clock.ifConceded;
  if (other === undefined) return '';
  const used = sayDuration(other.usedMs, language);
  const state = clockStateName(other.state, language);
  const due = other.dueAt === null ? null : sayInstantAndZone(other.dueAt, zone, language);
  if (language === 'ko')
    return `고객사 이의 제기 중, 대기 시간 산입 시 ${used} 경과, ${state}${due === null ? '' : `, 처리 기한 ${due}`}`;
  return `contested: counting the waiting, ${used} used, ${state.toLowerCase()}${due === null ? '' : `, due ${due}`}`;
}

// Korean durations end in 시간, 분 or 미만, all with a final consonant: the particles 이 and 을 always fit.
function sayInKorean(explanation: ClockExplanation): string {
  const { clock } = explanation;
  const used = `목표 ${sayDuration(clock.targetMs, 'ko')} 중 ${sayDuration(clock.usedMs, 'ko')}이`;
  switch (clock.state) {
    case 'RUNNING':
      return clock.dueAt === null
        ? `${used} 경과했습니다`
        : `${used} 경과했으며 처리 기한은 ${say(explanation, clock.dueAt, 'ko')}입니다`;
    case 'PAUSED': {
      const { reason, since } = standingReason(explanation, 'ko');
      return `‘${reason}’ 사유로 ${say(explanation, since, 'ko')}부터 시간 계산이 멈춰 있으며 ${used} 경과했습니다`;
    }
    case 'MET':
      return `${say(explanation, clock.metAt, 'ko')}에 완료하여 기한을 준수했으며 ${used} 걸렸습니다`;
    case 'BREACHED':
      return sayMissInKorean(explanation);
    case 'CANCELLED':
      return `판정 전에 취소되었으며 ${used} 경과한 상태였습니다`;
    case 'NONE':
      return '현재 적용되는 목표가 없습니다';
    default:
      return unreachable(clock.state);
  }
}

function sayMissInKorean(explanation: ClockExplanation): string {
  const { clock } = explanation;
  const target = `목표 ${sayDuration(clock.targetMs, 'ko')}을 지키지 못했`;
  const due = `처리 기한은 ${say(explanation, dueOf(clock), 'ko')}`;
  const over = overdueTime(explanation);
  const late = over > 0 ? `${sayDuration(over, 'ko')} 초과` : '';
  if (clock.metAt !== null) {
    return `${target}고 ${due}, 완료는 ${say(explanation, clock.metAt, 'ko')}${late === '' ? '' : `로 ${late}`}입니다`;
  }
  return late === '' ? `${target}으며 ${due}이었습니다` : `${target}으며 ${due}, 현재 ${late}입니다`;
}

function sayInEnglish(explanation: ClockExplanation): string {
  const { clock } = explanation;
  const used = `${sayDuration(clock.usedMs, 'en')} of ${sayDuration(clock.targetMs, 'en')} used`;
  switch (clock.state) {
    case 'RUNNING':
      return clock.dueAt === null ? used : `${used}, due ${say(explanation, clock.dueAt, 'en')}`;
    case 'PAUSED': {
      const { reason, since } = standingReason(explanation, 'en');
      return `paused since ${say(explanation, since, 'en')} for “${reason}”, ${used}`;
    }
    case 'MET':
      return `met in time on ${say(explanation, clock.metAt, 'en')}, ${used}`;
    case 'BREACHED':
      return sayMissInEnglish(explanation);
    case 'CANCELLED':
      return `cancelled before a verdict, ${used}`;
    case 'NONE':
      return 'no target applies at present';
    default:
      return unreachable(clock.state);
  }
}

function sayMissInEnglish(explanation: ClockExplanation): string {
  const { clock } = explanation;
  const missed = `target of ${sayDuration(clock.targetMs, 'en')} missed, due ${say(explanation, dueOf(clock), 'en')}`;
  const over = overdueTime(explanation);
  const late = over > 0 ? sayDuration(over, 'en') : '';
  if (clock.metAt !== null)
    return `${missed}, done ${late === '' ? '' : `${late} late `}on ${say(explanation, clock.metAt, 'en')}`;
  return late === '' ? missed : `${missed}, now ${late} over`;
}

function dueOf(clock: Clock): Instant | null {
  return clock.dueAt ?? clock.breachedAt;
}

function say(explanation: ClockExplanation, at: Instant | null, language: Language): string {
  return sayInstantAndZone(at ?? explanation.asOf, explanation.zone, language);
}
