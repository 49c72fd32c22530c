import type { Language, LocalizedText } from '@daylight/domain';
import type { AlertRow } from './apply/alert-rows.js';

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
