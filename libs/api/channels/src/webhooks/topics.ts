import type { Language, LocalizedText } from '@daylight/domain';

/** What webhooks can be told of, as a heading of a chat message. Never what only one side of a conversation may read. */
const TOPICS = {
  'ticket.opened': { ko: '문의 등록', en: 'Ticket opened' },
  'ticket.replied': { ko: '새 답변', en: 'New reply' },
  'ticket.assigned': { ko: '담당자 지정', en: 'Assigned' },
  'ticket.priority-changed': { ko: '우선순위 변경', en: 'Priority changed' },
  'ticket.waiting': { ko: '대기 전환', en: 'Waiting' },
  'ticket.resumed': { ko: '처리 재개', en: 'Resumed' },
  'ticket.restored': { ko: '서비스 복구', en: 'Service restored' },
  'ticket.resolved': { ko: '해결', en: 'Resolved' },
  'ticket.reopened': { ko: '재접수', en: 'Reopened' },
  'ticket.closed': { ko: '종료', en: 'Closed' },
  'ticket.cancelled': { ko: '취소', en: 'Cancelled' },
  'clock.warned': { ko: 'SLA 기한 임박', en: 'Deadline near' },
  'clock.breached': { ko: 'SLA 기한 초과', en: 'Deadline missed' },
  'escalation.started': { ko: '비상 호출 시작', en: 'Calls started' },
  'escalation.acknowledged': { ko: '비상 호출 응답', en: 'Call answered' },
  'escalation.exhausted': { ko: '비상 호출 무응답', en: 'Nobody answered the calls' },
  'escalation.stopped': { ko: '비상 호출 종료', en: 'Calls stopped' },
  'contract.proposed': { ko: '변경계약 제안', en: 'Contract version proposed' },
  'contract.agreed': { ko: '변경계약 합의', en: 'Contract version agreed' },
  'review.published': { ko: '서비스 리뷰 발행', en: 'Review published' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type WebhookTopic = keyof typeof TOPICS;

/** Somebody tries the webhook; not to be chosen. */
export const TEST_TOPIC = 'webhook.test';
const TEST: LocalizedText = { ko: '연결 시험', en: 'Test' };

export const isTopic = (text: string): text is WebhookTopic => Object.hasOwn(TOPICS, text);

export function topicName(topic: string, language: Language): string {
  if (topic === TEST_TOPIC) return TEST[language];
  return isTopic(topic) ? TOPICS[topic][language] : topic;
}

export const topicList = (language: Language) =>
  Object.keys(TOPICS).map((topic) => ({ topic, name: topicName(topic, language) }));

export const topicKeys: readonly string[] = Object.keys(TOPICS);
