import type { Language, LocalizedText } from '@daylight/domain';

/** What Daylight adds to a mail's words where they stand in a ticket. */
export const INBOUND_WORDS = {
  noSubject: { ko: '(제목 없음)', en: '(no subject)' },
  noText: { ko: '(본문 없음)', en: '(no text)' },
  cut: {
    ko: '… (이하 생략: 전문은 받은 메일에 보관되어 있습니다)',
    en: '… (cut here: the whole text is kept with the mail)',
  },
  unreadable: {
    ko: '이 메일은 안전하게 읽을 수 없어 원문을 파일로 첨부했습니다.',
    en: 'This mail could not be read safely; the original is attached as a file.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** First line of what somebody outside wrote, so that nobody takes it for the client's own word (M2). */
export function outsiderLine(language: Language, from: { readonly name: string; readonly address: string }): string {
  const who = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  return language === 'ko' ? `[외부 발신자가 보낸 메일: ${who}]` : `[Mail from outside: ${who}]`;
}

/** Names a file that is too large to be kept apart. */
export function tooLargeLine(language: Language, name: string): string {
  return language === 'ko' ? `[첨부 파일이 너무 큽니다: ${name}]` : `[This file is too large to attach: ${name}]`;
}
