import type { LocalizedText, MergeObstacle } from '@daylight/domain';

/** Why two tickets can't be merged (D-SLA-7). */
export const MERGE_OBSTACLES: Readonly<Record<MergeObstacle, LocalizedText>> = {
  ITSELF: { ko: '자기 자신에게 병합할 수 없습니다.', en: 'A ticket can’t be merged into itself.' },
  OTHER_TENANT: {
    ko: '다른 고객사의 티켓과는 병합할 수 없습니다.',
    en: 'Tickets of different clients can’t be merged.',
  },
  OTHER_SERVICE_ITEM: { ko: '대상 서비스가 다릅니다.', en: 'They are about different services.' },
  CONFIDENTIAL_INTO_OPEN: {
    ko: '비공개 티켓은 공개 티켓에 병합할 수 없습니다.',
    en: 'A confidential ticket can’t be merged into an open one.',
  },
  TARGET_MERGED: {
    ko: '대상 티켓이 이미 다른 티켓에 병합되었습니다.',
    en: 'The other ticket was merged into yet another.',
  },
  TARGET_ENDED: { ko: '대상 티켓의 처리가 이미 끝났습니다.', en: 'The other ticket is no longer being worked on.' },
  DUPLICATE_ENDED: {
    ko: '병합하려는 티켓의 처리가 이미 끝났습니다.',
    en: 'The duplicate is no longer being worked on.',
  },
  ALREADY_ABSORBED: { ko: '이미 병합된 티켓입니다.', en: 'It was taken in already.' },
};
