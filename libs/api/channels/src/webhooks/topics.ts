import type { Language, LocalizedText } from '@daylight/domain';

/** What webhooks can be told of, as a heading of a chat message. Never what only one side of a conversation may read. */
const TOPICS = {
  'ticket.opened': { ko: '문의가 등록되었습니다', en: 'Ticket opened' },
  'ticket.replied': { ko: '새 답변이 등록되었습니다', en: 'New reply' },
  'ticket.assigned': { ko: '담당자가 지정되었습니다', en: 'Assigned' },
  'ticket.priority-changed': { ko: '우선순위가 변경되었습니다', en: 'Priority changed' },
  'ticket.waiting': { ko: '대기 상태로 전환되었습니다', en: 'Waiting' },
  'ticket.resumed': { ko: '처리를 재개했습니다', en: 'Resumed' },
  'ticket.restored': { ko: '서비스가 복구되었습니다', en: 'Service restored' },
  'ticket.resolved': { ko: '해결되었습니다', en: 'Resolved' },
  'ticket.reopened': { ko: '재접수되었습니다', en: 'Reopened' },
  'ticket.closed': { ko: '종료되었습니다', en: 'Closed' },
  'ticket.cancelled': { ko: '취소되었습니다', en: 'Cancelled' },
  'clock.warned': { ko: 'SLA 기한이 다가오고 있습니다', en: 'A deadline is near' },
  'clock.breached': { ko: 'SLA 기한을 넘겼습니다', en: 'A deadline was missed' },
  'escalation.started': { ko: '비상 호출을 시작했습니다', en: 'People are being called' },
  'escalation.acknowledged': { ko: '비상 호출에 응답했습니다', en: 'Somebody answered the call' },
  'escalation.exhausted': { ko: '비상 호출에 아무도 응답하지 않았습니다', en: 'Nobody answered the calls' },
  'escalation.stopped': { ko: '비상 호출이 종료되었습니다', en: 'Calls were stopped' },
  'contract.proposed': { ko: '변경계약이 제안되었습니다', en: 'Contract version proposed' },
  'contract.agreed': { ko: '변경계약이 합의되었습니다', en: 'Contract version agreed' },
  'review.published': { ko: '서비스 리뷰가 발행되었습니다', en: 'Review published' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type WebhookTopic = keyof typeof TOPICS;

/** Somebody tries the webhook; not to be chosen. */
export const TEST_TOPIC = 'webhook.test';
const TEST: LocalizedText = { ko: '연결 시험입니다', en: 'This is a test' };

export const isTopic = (text: string): text is WebhookTopic => Object.hasOwn(TOPICS, text);

export function topicName(topic: string, language: Language): string {
  if (topic === TEST_TOPIC) return TEST[language];
  return isTopic(topic) ? TOPICS[topic][language] : topic;
}

export const topicList = (language: Language) =>
  Object.keys(TOPICS).map((topic) => ({ topic, name: topicName(topic, language) }));

export const topicKeys: readonly string[] = Object.keys(TOPICS);
