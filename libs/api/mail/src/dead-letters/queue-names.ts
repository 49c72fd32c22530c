import type { Language, LocalizedText } from '@daylight/domain';

const NAMES: Readonly<Record<string, LocalizedText>> = {
  outbox: { ko: '변경 알림 전달', en: 'Relay of changes' },
  subscriber: { ko: '후속 처리', en: 'Follow-up work' },
  mail: { ko: '메일 작성', en: 'Writing mails' },
  'mail-send': { ko: '메일 발송', en: 'Sending mails' },
  'mail-release': { ko: '보류한 메일 내보내기', en: 'Release of held mails' },
  'mailbox-test': { ko: '메일 수신 시험', en: 'Tests of mailboxes' },
  'mail-in': { ko: '메일 수신 처리', en: 'Incoming mail' },
  'contract-timer': { ko: '계약 기한 처리', en: 'Contract timers' },
  'ticket-timer': { ko: '티켓 기한 처리', en: 'Ticket timers' },
  intake: { ko: '알림 수신 처리', en: 'Incoming alerts' },
  'intake-sns': { ko: 'SNS 알림 검증', en: 'Verifying of SNS alerts' },
  'alert-silence': { ko: '알림 소스 무응답 점검', en: 'Watch over silent alert sources' },
  'alert-settle': { ko: '알림 복구 처리', en: 'Recovery of alerts' },
  'availability-keep': { ko: '가용률 산정', en: 'Figures of availability' },
  'outage-settle': { ko: '서비스 중단 종료 확인', en: 'Ends of outages' },
  'maintenance-end': { ko: '계획 작업 종료 처리', en: 'Ends of maintenance' },
  import: { ko: '데이터 가져오기', en: 'Imports' },
  'kpi-check': { ko: '지표 점검', en: 'Checks of figures' },
  'kpi-keep': { ko: '지표 보관', en: 'Keeping of figures' },
  'review-pdf': { ko: '리뷰 PDF 작성', en: 'Review PDFs' },
  webhook: { ko: '웹훅 전송', en: 'Webhooks' },
  'gateway-test': { ko: '게이트웨이 시험 발송', en: 'Tests of gateways' },
  'gateway-report': { ko: '게이트웨이 전달 보고 처리', en: 'Reports of gateways' },
  'escalation-start': { ko: '에스컬레이션 시작', en: 'Start of escalations' },
  'escalation-step': { ko: '에스컬레이션 단계', en: 'Steps of escalations' },
  'escalation-channel': { ko: '비상 호출 발신', en: 'Calls of escalations' },
  'escalation-coverage': { ko: '당직 공백 점검', en: 'Check of on-call gaps' },
};

/** What a queue does, for people; a queue without words shows by its own name. */
export function queueName(queue: string, language: Language): string {
  return NAMES[queue]?.[language] ?? queue;
}
