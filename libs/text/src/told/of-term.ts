import type { Language } from '@daylight/domain';

/** What both parties are told of a contract's term, dates as the contract's papers have them. */
export interface ToldOfTerm {
  /** NOTICE_AHEAD, END_AHEAD, RENEWED, HELD_OVER, ENDED, NOTICE_BY_CLIENT or NOTICE_BY_PROVIDER. */
  readonly mark: string;
  /** RENEW, HOLDOVER or END. */
  readonly atEnd: string;
  /** Days ahead; null: reached. */
  readonly days: string | null;
  /** Last day of the term; of notice that was given, of the contract. */
  readonly termEnd: string;
  /** Last day for notice; null: none is owed. */
  readonly noticeBy: string | null;
  /** Last day of the term it renewed for; null: it didn't. */
  readonly until: string | null;
  /** Told after its time. */
  readonly late: boolean;
}

const AHEAD_KO: Readonly<Record<string, string>> = {
  RENEW: '통보가 없으면 자동 갱신됩니다',
  HOLDOVER: '통보가 없으면 만료 후에도 계속됩니다',
  END: '이후 계약이 종료됩니다',
};
const AHEAD_EN: Readonly<Record<string, string>> = {
  RENEW: 'without notice it renews',
  HOLDOVER: 'without notice it goes on past its end',
  END: 'it ends then',
};

function inKorean({ mark, atEnd, days, termEnd, noticeBy, until }: ToldOfTerm): string {
  switch (mark) {
    case 'NOTICE_AHEAD':
      return `계약 해지 통보 기한(${noticeBy ?? termEnd})까지 ${days ?? ''}일 남았습니다. ${AHEAD_KO[atEnd] ?? ''}.`;
    case 'END_AHEAD':
      return atEnd === 'END'
        ? `계약 만료일(${termEnd})까지 ${days ?? ''}일 남았습니다. ${AHEAD_KO['END'] ?? ''}.`
        : `계약 기간이 ${termEnd}에 끝납니다(${days ?? ''}일 남음). ${atEnd === 'RENEW' ? '자동 갱신될 예정입니다' : '만료 후에도 계속될 예정입니다'}.`;
    case 'RENEWED':
      return until === null ? '계약이 자동 갱신되었습니다.' : `계약이 ${until}까지 자동 갱신되었습니다.`;
    case 'NOTICE_BY_CLIENT':
    case 'NOTICE_BY_PROVIDER':
      return `${mark === 'NOTICE_BY_CLIENT' ? '고객사가' : '서비스 제공사가'} 계약 해지를 통보했습니다. 계약은 ${termEnd}에 종료됩니다.`;
    case 'HELD_OVER':
      return `계약 기간이 ${termEnd}에 끝났으며, 종료 통보 시까지 같은 조건으로 계속됩니다.`;
    default:
      return `계약이 ${termEnd}에 종료되었습니다. 이후 접수되는 문의는 계약 범위 외로 처리됩니다.`;
  }
}

function inEnglish({ mark, atEnd, days, termEnd, noticeBy, until }: ToldOfTerm): string {
  const left = days === '1' ? '1 day' : `${days ?? ''} days`;
  switch (mark) {
    case 'NOTICE_AHEAD':
      return `${left} left to give notice (last day ${noticeBy ?? termEnd}); ${AHEAD_EN[atEnd] ?? ''}.`;
    case 'END_AHEAD':
      return atEnd === 'END'
        ? `The contract ends in ${left}, with ${termEnd}.`
        : `The term of the contract ends in ${left}, with ${termEnd}; ${atEnd === 'RENEW' ? 'it is going to renew' : 'it is going to go on'}.`;
    case 'RENEWED':
      return until === null ? 'The contract has renewed.' : `The contract has renewed until ${until}.`;
    case 'NOTICE_BY_CLIENT':
    case 'NOTICE_BY_PROVIDER':
      return `${mark === 'NOTICE_BY_CLIENT' ? 'The client' : 'The provider'} has given notice: the contract ends with ${termEnd}.`;
    case 'HELD_OVER':
      return `The term of the contract ended with ${termEnd}; it goes on as agreed until somebody ends it.`;
    default:
      return `The contract ended with ${termEnd}. Tickets opened since are out of contract.`;
  }
}

/** One sentence about a contract's term that is complete without opening anything. */
export function sayToldOfTerm(told: ToldOfTerm, language: Language): string {
  const late = told.late ? (language === 'ko' ? ' (지연 안내)' : ' (told late)') : '';
  return `${language === 'ko' ? inKorean(told) : inEnglish(told)}${late}`;
}
