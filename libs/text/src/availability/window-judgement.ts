import type { Instant, Language, UnplannedReason } from '@daylight/domain';
import { UNPLANNED } from '../credit/reasons.js';
import { sayLength } from '../explain/duration.js';
import { sayInstantAndZone } from '../explain/instant.js';

/** What a maintenance window counts as for one service (D-MON-2). */
export interface WindowJudgement {
  /** null: all of it is planned. */
  readonly reason: UnplannedReason | null;
  readonly plannedSeconds: number;
  readonly overrunSeconds: number;
  /** The first start that counts as planned by its notice; null: not known, or nothing is agreed. */
  readonly plannedFrom: Instant | null;
  readonly zone: string;
}

const length = (seconds: number, language: Language): string => sayLength(seconds * 1_000, language);

function counts({ reason, plannedSeconds, plannedFrom, zone }: WindowJudgement, language: Language): string {
  const ko = language === 'ko';
  const planned = length(plannedSeconds, language);
  if (reason === null) {
    return ko
      ? `계획 작업으로 인정되어 ${planned}이 가용률에서 제외됩니다.`
      : `It counts as planned: ${planned} are left out of the figure.`;
  }
  const why = UNPLANNED[reason][language];
  if (reason === 'CAP_USED_UP') {
    return ko ? `${planned}까지만 계획 작업으로 인정됩니다(${why}).` : `Only ${planned} count as planned (${why}).`;
  }
  const since = plannedFrom === null ? '' : sayInstantAndZone(plannedFrom, zone, language);
  if (reason === 'NOTICE_TOO_SHORT' && since !== '') {
    return ko
      ? `계획 작업으로 인정되지 않습니다(${why}). ${since} 이후에 시작하면 인정됩니다.`
      : `It doesn’t count as planned (${why}); a start from ${since} on would.`;
  }
  return ko ? `계획 작업으로 인정되지 않습니다(${why}).` : `It doesn’t count as planned (${why}).`;
}

/** What a window counts as, in a sentence or two. */
export function sayWindowJudgement(judged: WindowJudgement, language: Language): string {
  const said = counts(judged, language);
  if (judged.overrunSeconds === 0) return said;
  const over = length(judged.overrunSeconds, language);
  return language === 'ko'
    ? `${said} 예고한 종료 이후 ${over}은 서비스 중단으로 산정됩니다.`
    : `${said} ${over} beyond the announced end count as down.`;
}
