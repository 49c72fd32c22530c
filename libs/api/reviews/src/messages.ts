import type { Language, LocalizedText, ReviewProblem } from '@daylight/domain';

type Problem = ReviewProblem['kind'] | 'NOT_YOUR_ACTION' | 'ACTION_CARRIED' | 'NO_SUCH_ACTION' | 'UNKNOWN_MISS';

const PROBLEMS: Readonly<Record<Problem, LocalizedText>> = {
  NOT_ALLOWED_IN_STATUS: {
    ko: '현재 상태의 리뷰에는 할 수 없는 작업입니다. 발행한 뒤의 정정은 추가 기록으로 남겨 주십시오.',
    en: 'A review in this status does not allow this. Correct what is published by an addendum.',
  },
  NOT_ALLOWED_FOR_PARTY: { ko: '이 작업은 상대방만 할 수 있습니다.', en: 'Only the other party does this.' },
  PERIOD_NOT_OVER: { ko: '기간이 끝난 뒤에 발행할 수 있습니다.', en: 'It can be published once its period is over.' },
  OTHER_DIGEST: {
    ko: '읽으신 내용이 발행된 내용과 다릅니다. 다시 불러와 확인하신 뒤 서명해 주십시오.',
    en: 'What you read is not what was published. Load it again, read it, then sign.',
  },
  NOT_AUTHORISED: { ko: '서명 권한이 없습니다.', en: 'You are not authorised to sign.' },
  ALREADY_SIGNED: { ko: '귀측의 서명이 이미 등록되어 있습니다.', en: 'Your party has signed already.' },
  NOT_YOUR_ACTION: {
    ko: '고객사는 고객사가 맡은 조치만 종료할 수 있습니다.',
    en: 'A client closes the actions that the client owns.',
  },
  ACTION_CARRIED: {
    ko: '다음 리뷰로 이월된 조치입니다. 다음 리뷰에서 변경해 주십시오.',
    en: 'This action was carried over; change it in the next review.',
  },
  NO_SUCH_ACTION: { ko: '이 리뷰에 없는 조치입니다.', en: 'This review has no such action.' },
  UNKNOWN_MISS: { ko: '이 기간에 해당하는 SLA 미준수 건이 없습니다.', en: 'There is no such miss in this period.' },
};

/** Why a review can't be changed so, for the one who tried. */
export function problemText(kind: Problem, language: Language): string {
  return PROBLEMS[kind][language];
}

export const NO_PERIOD: LocalizedText = {
  ko: '기간은 2026-Q3, 2026-08 또는 2026과 같이 입력해 주십시오.',
  en: 'A period is written like 2026-Q3, 2026-08 or 2026.',
};
export const ONE_LANGUAGE: LocalizedText = {
  ko: '한국어와 영어 중 하나는 입력해 주십시오.',
  en: 'Write it in Korean or in English at least.',
};
export const COPY_NEEDED: LocalizedText = {
  ko: '날인한 사본 파일을 첨부해 주십시오.',
  en: 'Attach the scan of the sealed copy.',
};
export const NO_PERSON: LocalizedText = { ko: '담당자를 찾을 수 없습니다.', en: 'There is no such person.' };
