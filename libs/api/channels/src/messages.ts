import type { LocalizedText } from '@daylight/domain';
import type { TemplateFault } from './gateways/template.js';

/** What can't be taken of a webhook or gateway, to the person who wrote it. */
export const CHANNEL_FAULTS = {
  url: {
    ko: '보낼 수 없는 주소입니다. https://로 시작하고 공용 인터넷에 있어야 합니다.',
    en: 'Nothing can be sent there: an address begins with https:// and lies on the public internet.',
  },
  topics: { ko: '알릴 이벤트를 하나 이상 골라 주십시오.', en: 'Choose at least one event to be told of.' },
  language: { ko: 'ko 또는 en이어야 합니다.', en: 'This has to be ko or en.' },
  overlap: { ko: '0시간에서 168시간 사이여야 합니다.', en: 'This has to be within 0 and 168 hours.' },
  preset: { ko: '알 수 없는 서식입니다.', en: 'There is no such template.' },
  secret: {
    ko: '이름은 영문자로 시작하는 40자 이하, 값은 4,000자 이하여야 합니다.',
    en: 'A name begins with a letter and has at most 40 characters, a value at most 4,000.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What is wrong with a gateway's template. */
export function templateFaultText(kind: TemplateFault['kind'], detail: string): LocalizedText {
  switch (kind) {
    case 'UNKNOWN_PLACE':
      return { ko: `알 수 없는 항목입니다: ${detail}`, en: `This stands for nothing: ${detail}` };
    case 'NOT_JSON':
      return {
        ko: '값을 넣으면 올바른 JSON이 되지 않습니다. 항목은 큰따옴표 안에 두십시오.',
        en: 'With values in it this is no JSON. Put places between double quotes.',
      };
    case 'BODY_UNEXPECTED':
      return { ko: 'GET에는 본문이 없습니다. NONE으로 정하십시오.', en: 'GET has no body: say NONE.' };
    case 'INSECURE':
      return {
        ko: 'https://와 고정된 호스트로 시작하는 공용 인터넷 주소여야 합니다.',
        en: 'This has to begin with https:// and a fixed host on the public internet.',
      };
    case 'WRONG':
      return { ko: `형식이 맞지 않습니다. ${detail}`.trim(), en: `This is not as expected. ${detail}`.trim() };
  }
}

/** Words of chat messages. */
export const CHAT_WORDS = {
  confidential: { ko: '비공개 문의', en: 'Confidential ticket' },
  open: { ko: '문의 열기', en: 'Open the ticket' },
  client: { ko: '고객사', en: 'Client' },
  priority: { ko: '우선순위', en: 'Priority' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const TEST_MESSAGE: LocalizedText = {
  ko: '[Daylight] 연결 시험 메시지입니다. 조치할 일은 없습니다.',
  en: '[Daylight] This is a test message. There is nothing to do.',
};

const CLOCKS: Readonly<Record<string, LocalizedText>> = {
  FIRST_RESPONSE: { ko: '최초 응답 기한', en: 'First response due' },
  NEXT_RESPONSE: { ko: '후속 응답 기한', en: 'Next response due' },
  UPDATE_CADENCE: { ko: '경과 보고 기한', en: 'Update due' },
  RESTORE: { ko: '복구 기한', en: 'Restore due' },
  RESOLUTION: { ko: '해결 기한', en: 'Resolution due' },
  AGREED_DATE: { ko: '합의한 날짜', en: 'Agreed date' },
};

/** A step that should have been done; `name`: what the table calls it. */
export function overdueName(
  kind: 'CLOCK' | 'ESCALATION' | 'INTAKE' | 'MAIL_IN' | 'MAIL_OUT',
  name: string,
): LocalizedText {
  switch (kind) {
    case 'CLOCK':
      return CLOCKS[name] ?? { ko: name, en: name };
    case 'ESCALATION':
      return { ko: `비상 호출 다음 단계(${name})`, en: `Next step of a ${name} escalation` };
    case 'INTAKE':
      return { ko: `읽지 않은 알림(${name})`, en: `Alerts that were not read (${name})` };
    case 'MAIL_IN':
      return { ko: '읽지 않은 수신 메일', en: 'Incoming mail that was not read' };
    case 'MAIL_OUT':
      return { ko: '보내지 않은 메일', en: 'Mail that was not sent' };
  }
}
