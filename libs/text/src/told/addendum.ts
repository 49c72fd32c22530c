import type { ClockKind, Language, LocalizedText } from '@daylight/domain';
import { numberedClockName } from '../explain/names.js';

/** How a clock stands: judged, running again, or not promised (any more). */
export type VerdictTold = 'MET' | 'MISSED' | 'OPEN' | 'NONE';

/** Why a verdict that was published is another one now. */
export type AddendumCause = 'REBOUND' | 'CONTEST_SETTLED' | 'REOPENING_UNDONE' | 'JUDGED_AGAIN';

/** A published verdict that changed. */
export interface ChangedSince {
  /** null: the ticket is confidential, and a review is read by more than one. */
  readonly ticket: string | null;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly before: VerdictTold;
  readonly after: VerdictTold;
  readonly cause: AddendumCause;
}

const VERDICTS: Readonly<Record<VerdictTold, LocalizedText>> = {
  MET: { ko: '준수', en: 'met' },
  MISSED: { ko: '미준수', en: 'missed' },
  OPEN: { ko: '진행 중', en: 'running' },
  NONE: { ko: '목표 없음', en: 'without a target' },
};
const CAUSES: Readonly<Record<AddendumCause, LocalizedText>> = {
  REBOUND: {
    ko: '양측이 다른 계약 개정본을 적용하기로 합의하여',
    en: 'Both parties agreed to judge it by another version of the contract',
  },
  CONTEST_SETTLED: {
    ko: '대기 시간에 대한 이의가 처리되어',
    en: 'The objection to waiting that stopped the clock was settled',
  },
  REOPENING_UNDONE: {
    ko: '추가 조치가 필요 없는 재접수로 확인되어',
    en: 'The reopening turned out to need no action',
  },
  JUDGED_AGAIN: { ko: '재접수 후 다시 판정되어', en: 'It was judged again after it had been reopened' },
};
const HIDDEN: LocalizedText = { ko: '비공개 문의', en: 'Confidential ticket' };

/** What an addendum says of one clock: which, what was published, what holds now and why; the figures stand (D-SLA-6). */
export function sayAddendum(changed: ChangedSince, language: Language): string {
  const { clock, cycle, before, after, cause } = changed;
  const ticket = changed.ticket ?? HIDDEN[language];
  const name = numberedClockName(clock, cycle, language);
  const [was, is, why] = [VERDICTS[before][language], VERDICTS[after][language], CAUSES[cause][language]];
  return language === 'ko'
    ? `${ticket} ${name}: ${why} 판정이 ‘${was}’에서 ‘${is}’(으)로 변경되었습니다. 발행된 수치는 그대로 유지됩니다.`
    : `${ticket}, ${name}: ${was} before, ${is} now. ${why}. The published figures stand.`;
}
