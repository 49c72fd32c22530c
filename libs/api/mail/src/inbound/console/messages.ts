import type { LocalizedText } from '@daylight/domain';

/** What can't be done with a mail or a mailbox, to the person who asked for it. */
export const INBOUND_PROBLEMS = {
  whichClient: { ko: '어느 고객사의 메일인지 골라 주십시오.', en: 'Choose the client that this mail concerns.' },
  address: { ko: '메일 주소로 쓸 수 없습니다.', en: 'This is no address that mail can come to.' },
  taken: { ko: '이미 쓰고 있는 주소입니다.', en: 'This address is taken.' },
  fixed: {
    ko: '만든 뒤에는 바꿀 수 없습니다. 새로 만들어 주십시오.',
    en: 'This stays as it was made: make another mailbox instead.',
  },
  range: { ko: '1에서 3 사이여야 합니다.', en: 'This has to be within 1..3.' },
  port: { ko: '1에서 65535 사이여야 합니다.', en: 'This has to be within 1..65535.' },
  imap: { ko: '메일을 가져올 서버를 적어 주십시오.', en: 'Say where mail is fetched from.' },
  imapUnwanted: {
    ko: '전달받는 메일함에는 서버가 없습니다.',
    en: 'Mail that is forwarded here has no server to fetch from.',
  },
  password: { ko: '비밀번호를 적어 주십시오.', en: 'The password is missing.' },
  needed: { ko: '1자 이상 250자 이하로 적어 주십시오.', en: 'This needs 1 to 250 characters.' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
