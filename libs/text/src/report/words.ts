import type { ClockKind, ContractParty, Language, LocalizedText, SnapshotDifference } from '@daylight/domain';
import { kpiDefinition } from '@daylight/domain';
import { clockName } from '../explain/names.js';
import { KPI_WORDS } from '../kpi/words.js';

export type ReportSection = 'SUMMARY' | 'SERVICE_LEVELS' | 'INCIDENTS' | 'CHANGES' | 'OUTLOOK';

const SECTIONS: Readonly<Record<ReportSection, LocalizedText>> = {
  SUMMARY: { ko: '총평', en: 'Summary' },
  SERVICE_LEVELS: { ko: '서비스 수준', en: 'Service levels' },
  INCIDENTS: { ko: '주요 장애', en: 'Major incidents' },
  CHANGES: { ko: '변경 및 개선', en: 'Changes and improvements' },
  OUTLOOK: { ko: '향후 계획', en: 'Outlook' },
};

const CONTRACT_DATES = {
  TERM_END: { ko: '계약 기간 만료', en: 'End of the contract term' },
  NOTICE_BY: { ko: '해지 통지 기한', en: 'Last day to give notice' },
  VERSION_STARTS: { ko: '변경계약 발효', en: 'Amended terms take effect' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const PARTIES: Readonly<Record<ContractParty, LocalizedText>> = {
  CLIENT: { ko: '고객사', en: 'Client' },
  PROVIDER: { ko: '서비스 제공사', en: 'Provider' },
};

/** Title of a part of a review that people write. */
export function sectionTitle(key: ReportSection, language: Language): string {
  return SECTIONS[key][language];
}

export function contractDateText(kind: keyof typeof CONTRACT_DATES, language: Language): string {
  return CONTRACT_DATES[kind][language];
}

export function partyName(party: ContractParty, language: Language): string {
  return PARTIES[party][language];
}

/** A difference between published and recomputed figures; beside the domain's, what only the stored bytes can tell. */
export type ReviewDifferenceFact =
  SnapshotDifference | { readonly kind: 'DOCUMENT' } | { readonly kind: 'TICKET_LOG'; readonly ticketId: string };

function figureName(key: string, clock: string | null, language: Language): string {
  const words = kpiDefinition(key) === null ? null : Object.entries(KPI_WORDS).find(([name]) => name === key)?.[1];
  const name = words?.name[language] ?? key;
  return clock === null ? name : `${name} · ${isClock(clock) ? clockName(clock, language) : clock}`;
}

function isClock(clock: string): clock is ClockKind {
  return ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION', 'AGREED_DATE'].includes(clock);
}

function ofTicket(name: string, before: number | null, after: number | null): LocalizedText {
  if (before === null) {
    return {
      ko: `${name}: 발행할 때는 이 기간에 없던 티켓입니다.`,
      en: `${name} was not part of this period when it was published.`,
    };
  }
  if (after === null)
    return {
      ko: `${name}: 발행할 때 있던 티켓이 더 이상 없습니다.`,
      en: `${name} was there when it was published and is gone.`,
    };
  return {
    ko: `${name}: 발행할 때는 이벤트 ${before}번까지 있었으나 지금은 ${after}번까지만 있습니다.`,
    en: `${name} had events up to number ${before} when it was published; now they end at number ${after}.`,
  };
}

function sentence(
  difference: ReviewDifferenceFact,
  ticketName: (ticketId: string) => string,
  language: Language,
): LocalizedText {
  switch (difference.kind) {
    case 'DOCUMENT':
      return {
        ko: '저장된 문서의 무결성 값이 발행할 때와 다릅니다.',
        en: 'The stored document is not the one whose digest was published.',
      };
    case 'TICKET_LOG': {
      const name = ticketName(difference.ticketId);
      return {
        ko: `${name}: 발행 이후에 이벤트 기록이 변경되었습니다.`,
        en: `${name}: its events were altered after publishing.`,
      };
    }
    case 'TICKET':
      return ofTicket(ticketName(difference.ticketId), difference.before, difference.after);
    case 'PERIOD':
      return { ko: '기간의 경계가 발행할 때와 다릅니다.', en: 'The edges of the period differ from those published.' };
    case 'TERMS':
      return {
        ko: '적용된 계약 조건이 발행할 때와 다릅니다.',
        en: 'The terms that tickets were judged by differ from those published.',
      };
    case 'CALENDAR':
      return {
        ko: '공휴일 기록의 개정 번호가 발행할 때와 다릅니다.',
        en: 'The revision of the calendars differs from the one published.',
      };
    case 'TIME_ZONE_DATA':
      return {
        ko: `시간대 데이터가 ${difference.before}에서 ${difference.after}(으)로 바뀌었습니다.`,
        en: `The time-zone data moved from ${difference.before} to ${difference.after}.`,
      };
    case 'FIGURE': {
      const name = figureName(difference.key, difference.clock, language);
      return {
        ko: `${name}: 다시 계산한 값이 발행한 값과 다릅니다.`,
        en: `${name}: recomputed, it differs from what was published.`,
      };
    }
    case 'REPORT':
      return { ko: '건수 집계가 발행할 때와 다릅니다.', en: 'The counts differ from those published.' };
  }
}

/** What isn't as it was when a review was published, in one sentence. */
export function sayDifference(
  difference: ReviewDifferenceFact,
  ticketName: (ticketId: string) => string,
  language: Language,
): string {
  return sentence(difference, ticketName, language)[language];
}
