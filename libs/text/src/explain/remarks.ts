import type { ClockExplanation, Instant, Language, Ms, Segment } from '@daylight/domain';
import { sayCause, sayDate, sayTargetChange } from './segment.js';

/** Open time past the due instant (ms). */
export function overdueTime({ segments }: ClockExplanation): Ms {
  return segments.reduce((sum, { cause, countedMs }) => (cause.kind === 'OVERDUE' ? sum + countedMs : sum), 0);
}

/** Why a paused clock stands still, and since when. */
export function standingReason(
  explanation: ClockExplanation,
  language: Language,
): { readonly reason: string; readonly since: Instant } {
  const last = explanation.segments[explanation.segments.length - 1];
  // A clock that was stopped at this very instant has no stretch of standing still yet.
  if (last === undefined || !isStop(last))
    return { reason: language === 'ko' ? '대기' : 'waiting', since: explanation.asOf };
  return { reason: nameOf(last, language), since: last.from };
}

/** What a reader should know beside the figures: what was not counted, and what changed. Empty when there is nothing. */
export function sayRemarks(explanation: ClockExplanation, language: Language): string {
  const ko = language === 'ko';
  const excluded = excludedNames(explanation, language);
  const remarks = excluded.length === 0 ? [] : [`${ko ? '제외: ' : 'not counted: '}${excluded.join(', ')}`];
  for (const mark of explanation.marks) {
    if (mark.kind === 'TARGET_CHANGED') remarks.push(sayTargetChange(mark, language));
    if (mark.kind === 'REOPENED') remarks.push(sayResumption(explanation, language));
    if (mark.kind === 'DATE_SET' && mark.before !== null) remarks.push(sayDate(mark, explanation.zone, language));
    if (mark.kind === 'WAITING_CONCEDED')
      remarks.push(ko ? '이의 인정으로 대기 시간 산입' : 'contested waiting was conceded');
  }
  return [...new Set(remarks)].join('; ');
}

/** A response clock resumes only because its answer was taken back. */
function sayResumption({ clock }: ClockExplanation, language: Language): string {
  const answer = clock.kind === 'FIRST_RESPONSE' || clock.kind === 'NEXT_RESPONSE';
  if (answer) return language === 'ko' ? '응답 철회' : 'answer withdrawn';
  return language === 'ko' ? '재접수' : 'reopened';
}

/** Waiting, resolved time and holidays by name, each once. The reason of a paused clock is told apart. */
function excludedNames({ segments, clock }: ClockExplanation, language: Language): readonly string[] {
  const past = clock.state === 'PAUSED' ? segments.slice(0, -1) : segments;
  const named = past.filter((segment) => isStop(segment) || segment.cause.kind === 'HOLIDAY');
  return [...new Set(named.map((segment) => nameOf(segment, language)))];
}

function isStop({ cause }: Segment): boolean {
  return cause.kind === 'WAITING' || cause.kind === 'RESOLVED';
}

function nameOf({ cause }: Segment, language: Language): string {
  return cause.kind === 'WAITING' || cause.kind === 'HOLIDAY' ? cause.name[language] : sayCause(cause, language);
}
