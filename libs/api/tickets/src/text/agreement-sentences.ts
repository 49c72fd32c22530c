import { implementationName, ratingText, sayInstantAndZone } from '@daylight/text';
import {
  STATUTORY_TEMPLATES,
  unreachable,
  type DateCause,
  type Language,
  type LocalizedText,
  type Offer,
  type OfferKind,
  type TicketEvent,
} from '@daylight/domain';

/** What the sides agree, contest and owe beside the work itself. */
export type AgreementEvent = Extract<
  TicketEvent,
  {
    kind:
      | ('PROPOSED' | 'PROPOSAL_ANSWERED' | 'DATE_SET' | 'WAITING_CONTESTED' | 'CONTEST_SETTLED')
      | ('REBOUND' | 'NO_ACTION_NEEDED' | 'PERSONAL_DATA_SET' | 'NOTICE_GIVEN')
      | ('CHANGE_OUTCOME_SET' | 'RATED');
  }
>;

const OFFERS: Readonly<Record<OfferKind, LocalizedText>> = {
  DATE: { ko: '완료 희망일', en: 'a date' },
  REBINDING: { ko: '다른 계약 개정본 적용', en: 'judging it by another version of the contract' },
  CLIENT_ACCOUNTABLE: { ko: '고객사 책임 업무 확인', en: 'that this is the client’s own responsibility' },
};

const ANSWERS: Readonly<Record<'AGREED' | 'DECLINED' | 'WITHDRAWN' | 'DEEMED', LocalizedText>> = {
  AGREED: { ko: '제안에 동의했습니다', en: 'Agreed' },
  DECLINED: { ko: '제안을 거절했습니다', en: 'Declined' },
  WITHDRAWN: { ko: '제안을 철회했습니다', en: 'Took the proposal back' },
  DEEMED: {
    ko: '계약에 정한 기간 내 이의가 없어 동의한 것으로 처리되었습니다',
    en: 'Agreed by silence, as the contract allows',
  },
};

const DATES: Readonly<Record<DateCause, LocalizedText>> = {
  REQUESTED: { ko: '완료 희망일을 요청했습니다', en: 'Asked to have it done by' },
  AGREED: { ko: '합의 기한을 정했습니다', en: 'The agreed date is' },
  GIVEN_BY_CLIENT: { ko: '고객사가 합의 기한을 늦췄습니다', en: 'The client moved the agreed date to' },
  CONSENT_RECORDED: {
    ko: '고객사 동의를 받아 합의 기한을 변경했습니다',
    en: 'With the client’s consent on record the agreed date is',
  },
  WITHOUT_CONSENT: {
    ko: '고객사 동의 없이 합의 기한을 변경하여 미준수로 처리됩니다',
    en: 'Moved without the client’s consent, which counts as missed, to',
  },
};

/** Ordinals of the versions of the contract that a rebinding is about, as its papers number them; null: not known here. */
export interface VersionsNamed {
  readonly from: number | null;
  readonly to: number | null;
}

const UNNAMED: VersionsNamed = { from: null, to: null };

/** `제3차 개정본(현재 제2차)` / `version 3 of the contract (so far version 2)`; without numbers where none is known. */
function sayVersions({ from, to }: VersionsNamed, before: LocalizedText): LocalizedText {
  if (to === null) return { ko: '다른 계약 개정본', en: 'another version of the contract' };
  const so =
    from === null ? { ko: '', en: '' } : { ko: `(${before.ko} 제${from}차)`, en: ` (${before.en} version ${from})` };
  return { ko: `계약 개정본 제${to}차${so.ko}`, en: `version ${to} of the contract${so.en}` };
}

function sayOffer(offer: Offer, zone: string, versions: VersionsNamed): LocalizedText {
  switch (offer.kind) {
    case 'DATE': {
      const at = (language: Language) => sayInstantAndZone(offer.dueAt, zone, language);
      return { ko: `완료 희망일을 제안했습니다: ${at('ko')}`, en: `Proposed to have it done by ${at('en')}.` };
    }
    case 'REBINDING': {
      const { ko, en } = sayVersions(versions, { ko: '현재', en: 'now' });
      return { ko: `${ko} 적용을 제안했습니다.`, en: `Proposed to judge it by ${en}.` };
    }
    case 'CLIENT_ACCOUNTABLE':
      return {
        ko: `책임 분담표에 따라 고객사 책임 업무임을 확인해 달라고 요청했습니다: ${offer.activity.ko}`,
        en: `Asked the client to confirm its responsibility by the matrix: ${offer.activity.en}.`,
      };
    default:
      return unreachable(offer);
  }
}

function dutyName(templateId: string, dutyId: string): LocalizedText {
  const template = STATUTORY_TEMPLATES.find(({ id }) => id === templateId);
  return template?.duties.find(({ id }) => id === dutyId)?.name ?? { ko: dutyId, en: dutyId };
}

/** One sentence about what was agreed, contested or owed; reasons are added by the caller. */
export function sayAgreement(event: AgreementEvent, zone: string, versions = UNNAMED): LocalizedText {
  switch (event.kind) {
    case 'PROPOSED':
      return sayOffer(event.offer, zone, versions);
    case 'PROPOSAL_ANSWERED': {
      const [answer, offer] = [ANSWERS[event.answer], OFFERS[event.offer]];
      return { ko: `${answer.ko}(${offer.ko}).`, en: `${answer.en}: ${offer.en}.` };
    }
    case 'REBOUND': {
      const { ko, en } = sayVersions(versions, { ko: '이전', en: 'before' });
      return {
        ko: `양측 합의에 따라 ${ko} 기준으로 처음부터 다시 판정했습니다.`,
        en: `Judged anew from the opening by ${en}, as both sides agreed.`,
      };
    }
    case 'DATE_SET': {
      const at = (language: Language) => sayInstantAndZone(event.dueAt, zone, language);
      return { ko: `${DATES[event.cause].ko}: ${at('ko')}`, en: `${DATES[event.cause].en} ${at('en')}.` };
    }
    case 'WAITING_CONTESTED':
      return {
        ko: '대기 시간을 제외한 것에 이의를 제기했습니다.',
        en: 'Contested that waiting stopped the clocks.',
      };
    case 'CONTEST_SETTLED':
      return event.outcome === 'CONCEDED'
        ? { ko: '이의를 인정하여 대기 시간을 산입했습니다.', en: 'Conceded: the waiting counts.' }
        : { ko: '이의를 철회했습니다. 대기 시간은 제외됩니다.', en: 'Let the waiting stand: it does not count.' };
    case 'NO_ACTION_NEEDED':
      return {
        ko: '추가 조치가 필요 없는 회신으로 확인하고 재접수를 취소했습니다.',
        en: 'The client’s word asked for nothing: the reopening is undone.',
      };
    case 'PERSONAL_DATA_SET':
      return event.affected
        ? { ko: '개인정보 유출 사고로 표시했습니다.', en: 'Marked as a leak of personal data.' }
        : { ko: '개인정보 유출 표시를 해제했습니다.', en: 'No longer marked as a leak of personal data.' };
    case 'NOTICE_GIVEN': {
      const { ko, en } = dutyName(event.templateId, event.dutyId);
      const at = (language: Language) => sayInstantAndZone(event.givenAt, zone, language);
      return { ko: `통지·신고 이행: ${ko}, ${at('ko')}`, en: `Notice given: ${en}, ${at('en')}.` };
    }
    case 'CHANGE_OUTCOME_SET': {
      const name = (language: Language) => implementationName(event.outcome, language);
      return { ko: `변경 작업 결과: ${name('ko')}`, en: `How the change went: ${name('en')}.` };
    }
    case 'RATED':
      return {
        ko: `고객 만족도: ${ratingText(event.score, 'ko')}`,
        en: `Rated ${ratingText(event.score, 'en')} by the client.`,
      };
    default:
      return unreachable(event);
  }
}
