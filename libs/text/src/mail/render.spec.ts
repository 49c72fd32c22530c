import type { MailFacts, MailSetting, MailTemplate } from './facts.js';
import { TOLD_OF_TICKET } from '../told/of-ticket.js';
import { composeMail } from './render.js';

const korean: MailSetting = { language: 'ko', zone: 'Asia/Seoul', recipientName: '김하늘', providerName: '노스' };
const english: MailSetting = { ...korean, language: 'en', recipientName: 'Kim', providerName: 'North' };
const at = Date.UTC(2026, 2, 2, 0, 30);
const ticket = {
  number: 'ACME-7',
  subject: '결제 오류',
  tenantName: 'ACME',
  priority: 'P2',
  url: 'https://d.example/tickets/7',
};
const contract = {
  title: '운영 계약',
  ordinal: 2,
  tenantName: 'ACME',
  effectiveFrom: at,
  byName: '이서준',
  deemed: null,
  url: 'https://d.example/contracts/1',
};
const term = {
  ...{ mark: 'NOTICE_AHEAD', atEnd: 'RENEW', days: '30', termEnd: '2026-12-31', noticeBy: '2026-12-01' },
  ...{ until: null, late: false },
};
const review = { tenantName: 'ACME', period: '2026-Q1', url: 'https://d.example/reviews/1' };

const all: readonly MailFacts[] = [
  { template: 'INVITATION', tenantName: 'ACME', url: 'https://d.example/welcome' },
  { template: 'PASSWORD_RESET', url: 'https://d.example/reset' },
  { template: 'TICKET_OPENED', ticket, at },
  { template: 'TICKET_ASSIGNED', ticket, at },
  { template: 'TICKET_REPLIED', ticket, at, authorName: '이서준', body: '확인했습니다.', question: false },
  { template: 'TICKET_RESOLVED', ticket, at },
  { template: 'CLOCK_WARNED', ticket, clock: 'RESOLUTION', percent: 75, dueAt: at },
  { template: 'CLOCK_BREACHED', ticket, clock: 'FIRST_RESPONSE', dueAt: at },
  { template: 'CONTRACT_PROPOSED', ...contract },
  { template: 'CONTRACT_AGREED', ...contract },
  ...TOLD_OF_TICKET.map((template) => ({ template, ticket, data: {} })),
  { template: 'CONTRACT_TERM_AHEAD', ...contract, told: term },
  {
    template: 'CONTRACT_TERM_REACHED',
    ...contract,
    told: { ...term, mark: 'RENEWED', days: null, until: '2027-12-31' },
  },
  {
    template: 'APPROVALS_LENT',
    lent: { byName: '이서준', from: '2026-06-10', until: '2026-06-12' },
    tenantName: 'ACME',
    url: 'https://d.example/settings',
  },
  { template: 'REVIEW_PUBLISHED', ...review },
  { template: 'REVIEW_SIGNED', ...review },
  { template: 'REVIEW_AMENDED', ...review },
  {
    template: 'DIGEST',
    entries: [
      { at, title: '[ACME-7] 결제 오류', url: 'https://d.example/tickets/7' },
      { at, title: '운영 계약', url: 'https://d.example/contracts/1' },
    ],
    url: 'https://d.example/settings',
  },
  { template: 'MAILBOX_TEST', address: 'help@d.example', url: 'https://d.example/console/mailboxes' },
];

/** The words of the HTML, without its marks. */
function words(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe.each(all)('a mail $template', (facts) => {
  test('is written in the recipient’s language, politely', () => {
    const ko = composeMail(facts, korean);
    expect(ko.text).toContain('김하늘 님, 안녕하십니까.');
    expect(ko.text).toMatch(/(니다|십시오)\./);
    expect(ko.subject).toMatch(/[가-힣]/);
    const en = composeMail(facts, english);
    expect(en.text).toContain('Hello Kim,');
    expect(en.text.replaceAll(/결제 오류|운영 계약|이서준|확인했습니다/g, '')).not.toMatch(/[가-힣]/);
  });

  test('leads to what it is about, in text and in HTML alike', () => {
    const url = 'url' in facts ? facts.url : facts.ticket.url;
    const mail = composeMail(facts, english);
    expect(mail.text).toContain(`\n${url}\n`);
    expect(mail.html).toContain(`href="${url}"`);
  });

  test('says in HTML what it says in text', () => {
    const mail = composeMail(facts, korean);
    const html = words(mail.html);
    for (const line of mail.text.split('\n').filter((each) => !/^(--|>|http)/.test(each) && each !== '')) {
      for (const word of line.replace(/:$/, '').split(': ')) expect(html).toContain(word);
    }
  });
});

test('every template has its words', () => {
  const templates: ReadonlySet<MailTemplate> = new Set(all.map(({ template }) => template));
  expect(templates.size).toBe(14 + TOLD_OF_TICKET.length + 4);
});

test('times are the recipient’s', () => {
  const facts: MailFacts = { template: 'TICKET_OPENED', ticket, at };
  expect(composeMail(facts, korean).text).toContain('2026년 3월 2일(월) 09:30(Asia/Seoul)');
  expect(composeMail(facts, { ...english, zone: 'Europe/Berlin' }).text).toContain(
    'Mon 2 Mar 2026, 01:30 (Europe/Berlin)',
  );
});

test('what others wrote stays text: no tag, no attribute, no link of theirs', () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`;
  const mail = composeMail(
    {
      template: 'TICKET_REPLIED',
      ticket: { ...ticket, subject: hostile, tenantName: hostile, url: 'https://d.example/"onclick="x' },
      at,
      authorName: hostile,
      body: `${hostile}\n</blockquote><script>1</script>`,
      question: true,
    },
    { ...korean, recipientName: hostile, providerName: hostile },
  );
  expect(mail.html).not.toMatch(/<img|<script|onclick="/);
  expect(mail.html.match(/<\/blockquote>/g)).toHaveLength(1);
});

test('a subject is one line, whatever the ticket is called (M7)', () => {
  const subject = 'x\r\nBcc: everybody@example.org\u2028\u202egnp.exe';
  const mail = composeMail({ template: 'TICKET_OPENED', ticket: { ...ticket, subject }, at }, english);
  expect(mail.subject).toBe('[ACME-7] We have your ticket: x Bcc: everybody@example.org gnp.exe');
});

test('a long subject and a long reply are cut between characters', () => {
  const mail = composeMail(
    {
      template: 'TICKET_REPLIED',
      ticket: { ...ticket, subject: '🙂'.repeat(300) },
      at,
      authorName: null,
      body: '🙂'.repeat(5_000),
      question: false,
    },
    korean,
  );
  expect([mail.subject.isWellFormed(), mail.text.isWellFormed(), [...mail.subject].length]).toEqual([true, true, 200]);
  expect([...(/^> (🙂+)…$/mu.exec(mail.text)?.[1] ?? '')]).toHaveLength(4_000);
});

test('a first agreement is called a contract, and only what follows it an amendment', () => {
  for (const template of ['CONTRACT_PROPOSED', 'CONTRACT_AGREED'] as const) {
    const first = { template, ...contract, ordinal: 1 };
    const second = { template, ...contract, ordinal: 2 };
    expect(composeMail(first, english).text + composeMail(first, english).subject).not.toMatch(
      /amendment|new version/i,
    );
    expect(composeMail(second, english).subject).toMatch(/^Amendment /);
    expect(composeMail(first, korean).text + composeMail(first, korean).subject).not.toContain('변경계약');
    expect(composeMail(second, korean).subject).toMatch(/^변경계약이 /);
  }
});

test('a proposal that silence agrees to says until when to object, and an agreement by silence that it was one', () => {
  const proposed = { template: 'CONTRACT_PROPOSED', ...contract, deemed: { at } } as const;
  expect(composeMail(proposed, korean).text).toContain(
    '2026년 3월 2일(월) 09:30(Asia/Seoul)까지 고객사의 이의가 없으면',
  );
  expect(composeMail(proposed, english).text).toMatch(/counts as agreed unless the client objects by Mon 2 Mar 2026/);
  const agreed = { template: 'CONTRACT_AGREED', ...contract, deemed: 'BY_SILENCE' } as const;
  expect(composeMail(agreed, korean).text).toContain('이의가 없어 동의한 것으로 처리');
  expect(composeMail(agreed, english).text).not.toMatch(/Both parties have agreed/);
});

test('a digest links each of its lines, and whatever somebody called a ticket stays text', () => {
  const entries = [{ at, title: '[ACME-7] <b>x</b>', url: 'https://d.example/tickets/7' }];
  const mail = composeMail({ template: 'DIGEST', entries, url: 'https://d.example/settings' }, english);
  expect(mail.subject).toBe('Digest: 1 update');
  expect(mail.html).toContain(
    '<a href="https://d.example/tickets/7">Mon 2 Mar 2026, 09:30 · [ACME-7] &lt;b&gt;x&lt;/b&gt;</a>',
  );
  expect(mail.text).toContain('Mon 2 Mar 2026, 09:30 · [ACME-7] <b>x</b>\nhttps://d.example/tickets/7\n');
});

test('a mail that can be stopped says where, in text and in HTML; one that can not says nothing of it', () => {
  const facts: MailFacts = { template: 'TICKET_OPENED', ticket, at };
  const mail = composeMail(facts, { ...korean, unsubscribeUrl: 'https://d.example/u/1' });
  expect(mail.text).toContain('이런 메일 그만 받기: https://d.example/u/1\n');
  expect(mail.html).toContain('<a href="https://d.example/u/1">이런 메일 그만 받기</a>');
  expect(composeMail(facts, korean).text).not.toContain('그만 받기');
});

test('what law asks for is told with the advice to ask counsel', () => {
  const data = { kind: 'STATUTORY/KR_INTRUSION/REPORT_INTRUSION', percent: '50' };
  const mail = composeMail({ template: 'TICKET_NOTICE_WARNED', ticket, data }, english);
  expect(mail.subject).toMatch(/: 50 % of the time by law is used: /);
  expect(mail.text).toContain('Check with counsel');
});
