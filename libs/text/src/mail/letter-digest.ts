import type { Language } from '@daylight/domain';
import { sayInstant } from '../explain/instant.js';
import type { Letter, MailFacts } from './facts.js';

type Facts = Extract<MailFacts, { readonly template: 'DIGEST' }>;

/** What came together for one person, the oldest first; each line leads to what it is about. */
export function letterOfDigest({ entries, url }: Facts, zone: string, language: Language): Letter {
  const korean = language === 'ko';
  const count = entries.length;
  return {
    subject: korean ? `알림 모음: ${count}건` : `Digest: ${count} update${count === 1 ? '' : 's'}`,
    paragraphs: [korean ? '그동안의 알림을 모아 보내 드립니다.' : 'This is what came together since the last one.'],
    facts: [],
    entries: entries.map(({ at, title, url: to }) => ({
      text: `${sayInstant(at, zone, language)} · ${title}`,
      url: to,
    })),
    quote: null,
    action: { label: korean ? '받는 시간 바꾸기' : 'Change when mails come', url },
    notes: [],
  };
}

type Test = Extract<MailFacts, { readonly template: 'MAILBOX_TEST' }>;

/** A mail to a mailbox of the house itself: that it arrives is all it says. */
export function letterOfMailboxTest({ address, url }: Test, language: Language): Letter {
  const korean = language === 'ko';
  return {
    subject: korean ? `메일 수신 시험: ${address}` : `Test of ${address}`,
    paragraphs: [
      korean
        ? '메일 수신 주소를 시험하려고 보낸 메일입니다. 도착하면 수신 주소 목록에 시각이 표시되며, 문의는 만들어지지 않습니다.'
        : 'This mail tests an address that takes mail in. Once it arrives, the list of addresses says so; it opens no ticket.',
    ],
    facts: [[korean ? '수신 주소' : 'Address', address]],
    quote: null,
    action: { label: korean ? '수신 주소 보기' : 'See the addresses', url },
    notes: [],
  };
}
