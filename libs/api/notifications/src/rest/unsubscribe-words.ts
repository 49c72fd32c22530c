import type { LocalizedText } from '@daylight/domain';

/** The page behind the link that stops mails; `{about}` is the kind's name. */
export const UNSUBSCRIBE_PAGE = {
  title: { ko: '메일 알림 수신 거부', en: 'Stop mails' },
  all: { ko: '모든 알림', en: 'everything' },
  stop: { ko: '‘{about}’ 메일 그만 받기', en: 'Stop mails about “{about}”' },
  stopAll: { ko: '모든 알림 메일 그만 받기', en: 'Stop all such mails' },
  start: { ko: '‘{about}’ 메일 다시 받기', en: 'Get mails about “{about}” again' },
  STOPPED: { ko: '‘{about}’ 메일을 더 이상 보내지 않습니다.', en: 'No more mails about “{about}” will come.' },
  ALL_STOPPED: { ko: '알림 메일을 더 이상 보내지 않습니다.', en: 'No more of these mails will come.' },
  STARTED: { ko: '‘{about}’ 메일을 다시 보내 드립니다.', en: 'Mails about “{about}” will come again.' },
  effect: {
    ko: '서비스 안의 알림은 그대로 표시됩니다. 초대, 비밀번호 재설정, 비상 호출 메일은 수신을 거부해도 계속 발송됩니다.',
    en: 'You are still told in the application. Invitations, password resets and calls for help keep coming by mail.',
  },
  settings: { ko: '알림 설정 열기', en: 'Open your notification settings' },
  expired: {
    ko: '링크의 유효 기간(1년)이 지났습니다. 알림 설정에서 바꾸시거나 최근 메일의 링크를 이용해 주십시오.',
    en: 'This link has expired: it was good for a year. Use your notification settings, or the link in a newer mail.',
  },
  unknown: { ko: '유효하지 않은 링크입니다', en: 'This link is not valid' },
  unknownHelp: {
    ko: '주소가 잘렸는지 확인해 주십시오. 변경된 것은 없습니다.',
    en: 'See whether the address was cut off. Nothing was changed.',
  },
  away: {
    ko: '지금은 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'This does not work right now. Please try again in a moment.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
