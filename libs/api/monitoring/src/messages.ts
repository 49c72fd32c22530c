import type { Language, LocalizedText } from '@daylight/domain';
import type { AlertRow } from './apply/alert-rows.js';
import type { MappingFault, Unreadable } from './vendors/read-body.js';

/** The ticket that takes what comes beyond a source's limit. */
export const STORM = {
  subject: (name: string): LocalizedText => ({ ko: `알림 폭주: ${name}`, en: `Storm of alerts: ${name}` }),
  description: (limit: number): LocalizedText => ({
    ko: `10분 동안 이 소스에서 등록된 티켓이 ${limit}건을 넘어, 이후의 알림을 이 티켓 하나로 모읍니다.`,
    en: `This source opened more than ${limit} tickets within ten minutes; what comes after them is gathered here.`,
  }),
};

/** A source that should have been heard of. */
export const SILENT = {
  title: (name: string): LocalizedText => ({ ko: `신호 끊김: ${name}`, en: `No sign of life: ${name}` }),
  description: (minutes: number): LocalizedText => ({
    ko: `${minutes}분 넘게 이 소스에서 아무것도 수신되지 않았습니다. 감시 시스템 자체의 장애일 수 있습니다.`,
    en: `Nothing came from this source for more than ${minutes} minutes. The monitoring itself may be down.`,
  }),
};

/** Said in a ticket when everything it is about has recovered. */
export const RECOVERED = {
  resolved: {
    ko: '모든 감시 신호가 정상으로 돌아와 자동으로 해결 처리했습니다.',
    en: 'Everything this ticket is about has recovered by itself; it was resolved automatically.',
  },
  left: {
    ko: '모든 감시 신호가 정상으로 돌아왔습니다. 담당자가 이미 처리 중이므로 상태는 그대로 둡니다.',
    en: 'Everything this ticket is about has recovered. Somebody is at work on it, so its status was left alone.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const WORDS = {
  source: { ko: '소스', en: 'Source' },
  labels: { ko: '레이블', en: 'Labels' },
  link: { ko: '링크', en: 'Link' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What a ticket says of the alert that opened it. */
export function describeAlert(
  alert: Pick<AlertRow, 'description' | 'labels' | 'link'>,
  source: string,
  language: Language,
): string {
  const labels = Object.entries(alert.labels).map(([name, value]) => `- ${name}: ${value}`);
  const parts = [
    alert.description,
    `${WORDS.source[language]}: ${source}`,
    labels.length === 0 ? '' : `${WORDS.labels[language]}:\n${labels.join('\n')}`,
    alert.link === null ? '' : `${WORDS.link[language]}: ${alert.link}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is wrong with a source as somebody wrote it. */
export const SOURCE_FAULTS = {
  range: (least: number, most: number): LocalizedText => ({
    ko: `${least} 이상 ${most} 이하여야 합니다.`,
    en: `This has to be between ${least} and ${most}.`,
  }),
  labels: { ko: '묶음 기준이 될 레이블을 하나 이상 적어 주십시오.', en: 'Name at least one label to group by.' },
  heartbeat: {
    ko: '생존 신호 소스에는 허용할 침묵 시간(분)이 필요합니다.',
    en: 'A source of signs of life needs the minutes after which silence is an alert.',
  },
} as const;

export const MAPPING_FAULTS = {
  UNKNOWN_KEY: { ko: '알 수 없는 항목입니다.', en: 'There is no such field.' },
  NOT_A_POINTER: {
    ko: 'JSON 포인터는 /로 시작해야 합니다. 예: /alert/title',
    en: 'A JSON pointer begins with a slash, e.g. /alert/title.',
  },
  NOT_A_LIST: { ko: '목록이어야 합니다.', en: 'This has to be a list.' },
  NOT_A_SEVERITY: {
    ko: 'CRITICAL, HIGH, WARNING, INFO 중 하나여야 합니다.',
    en: 'This has to be CRITICAL, HIGH, WARNING or INFO.',
  },
  WRONG_TYPE: { ko: '객체여야 합니다.', en: 'This has to be an object.' },
  MISSING: { ko: '제목의 위치를 적어 주십시오.', en: 'Say where the title stands.' },
  TOO_MANY: { ko: '너무 많습니다(최대 30개).', en: 'These are too many (30 at most).' },
} as const satisfies Readonly<Record<MappingFault['kind'], LocalizedText>>;

/** Why a body could not be read. */
export const UNREADABLE: Readonly<Record<Unreadable, LocalizedText>> = {
  NOT_UTF8: { ko: '본문이 UTF-8이 아닙니다.', en: 'The body is not UTF-8.' },
  NOT_JSON: { ko: '올바른 JSON이 아닙니다.', en: 'This is not JSON.' },
  TOO_DEEP: { ko: 'JSON이 너무 깊게 중첩되어 있습니다.', en: 'The JSON is nested too deeply.' },
  BAD_CHARACTER: {
    ko: '저장할 수 없는 문자(NUL 등)가 있습니다.',
    en: 'It holds a character that cannot be stored (NUL or half a character).',
  },
  DUPLICATE_KEY: { ko: '같은 키가 한 객체에 두 번 있습니다.', en: 'An object holds the same key twice.' },
  EMPTY: { ko: '내용이 비어 있습니다.', en: 'There is nothing in it.' },
  TOO_LARGE: {
    ko: '소스에 허용된 크기를 넘어 본문을 저장하지 않았습니다.',
    en: 'It is larger than the source may send; the body was not kept.',
  },
  WRONG_TYPE: {
    ko: '지원하지 않는 형식(Content-Type 또는 압축)입니다.',
    en: 'This content type or compression is not taken.',
  },
  UNKNOWN_SHAPE: { ko: '이 소스 종류의 메시지 형식이 아닙니다.', en: 'This is not what this kind of source sends.' },
  NO_STATE: { ko: '발생인지 복구인지 알 수 없습니다.', en: 'It does not say whether it fires or has recovered.' },
  NO_TITLE: { ko: '알림의 제목을 찾을 수 없습니다.', en: 'The alert has no title.' },
  TOO_MANY: { ko: '한 번에 담긴 알림이 너무 많습니다.', en: 'It holds too many alerts at once.' },
  BAD_SIGNATURE: { ko: 'AWS SNS 서명을 확인할 수 없습니다.', en: 'The signature is not one of AWS SNS.' },
  NOT_SUBSCRIBED: {
    ko: '이 소스가 구독한 토픽이 아닙니다.',
    en: 'This is not the topic that this source subscribed to.',
  },
  STALE: { ko: '너무 오래된 메시지입니다.', en: 'The message is too old.' },
  FAILED: {
    ko: '처리하지 못했습니다. 다시 처리해 볼 수 있습니다.',
    en: 'It could not be processed. It can be replayed.',
  },
};

/** Why a body that is in order named no alert. */
export const NOTED: Readonly<Record<string, LocalizedText>> = {
  BEAT: { ko: '생존 신호', en: 'Sign of life' },
  TEST: { ko: '시험 메시지', en: 'Test message' },
  DUPLICATE: { ko: '이미 받은 메시지', en: 'Received before' },
  ACKNOWLEDGE: { ko: '확인 알림(상태 변화 없음)', en: 'Acknowledgement; nothing changes' },
  INSUFFICIENT_DATA: { ko: '측정 데이터 부족(상태 변화 없음)', en: 'Too little data; nothing changes' },
  SOFT: { ko: '재시도 중인 상태', en: 'Still being tried again' },
  PENDING: { ko: '대기 상태', en: 'Pending' },
  PAUSED: { ko: '감시 일시 중지', en: 'Paused' },
  MAINTENANCE: { ko: '감시 도구의 점검 상태', en: 'Under maintenance there' },
  SubscriptionConfirmation: { ko: '구독 확인', en: 'Subscription confirmed' },
  UnsubscribeConfirmation: { ko: '구독 해지', en: 'Unsubscribed' },
};

const isUnreadable = (reason: string): reason is Unreadable => Object.hasOwn(UNREADABLE, reason);

/** A delivery's reason in words; null: it has none, or one without words. */
export function sayReason(reason: string | null, language: Language): string | null {
  if (reason === null) return null;
  return (isUnreadable(reason) ? UNREADABLE[reason] : NOTED[reason])?.[language] ?? null;
}

export const TRIAGE_FAULTS = {
  minutes: { ko: '1분 이상 7일 이하로 정해 주십시오.', en: 'Choose between one minute and seven days.' },
  ticket: { ko: '이 고객사의 처리 중인 티켓이 아닙니다.', en: 'That is no open ticket of this client.' },
  taken: { ko: '이미 티켓에 연결된 알림입니다.', en: 'This alert belongs to a ticket already.' },
  service: {
    ko: '이 알림으로 티켓을 등록할 수 없습니다. 소스의 서비스를 확인해 주십시오.',
    en: 'No ticket can be opened for it. Check the service of its source.',
  },
  touched: {
    ko: '티켓에 이미 작업이 있어 되돌릴 수 없습니다.',
    en: 'Somebody has worked on the ticket, so this cannot be undone.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
