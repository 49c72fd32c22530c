import type { ComposedMail, Letter, MailFacts, MailSetting } from './facts.js';
import { letterInEnglish } from './letter-en.js';
import { letterInKorean } from './letter-ko.js';

/** Longest quote in a mail; the rest is read in the application. */
const LONGEST_QUOTE = 4_000;
const LONGEST_SUBJECT = 200;

/** A subject is one line: no header can be smuggled in behind a line break (M7), no invisible direction change either. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_SUBJECT ? line : `${characters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function shortened(quote: string): string {
  const characters = [...quote];
  return characters.length <= LONGEST_QUOTE ? quote : `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}

function greeting({ language, recipientName }: MailSetting): string {
  return language === 'ko' ? `${recipientName} 님, 안녕하십니까.` : `Hello ${recipientName},`;
}

function signature({ language, providerName }: MailSetting): string {
  return language === 'ko'
    ? `${providerName} 드림. 이 메일은 자동으로 발송되었으며, 알림 설정에서 받을 메일을 고를 수 있습니다.`
    : `${providerName}. This mail was sent automatically; choose what you get in your notification settings.`;
}

const STOP = { ko: '이런 메일 그만 받기', en: 'Stop mails like this one' } as const;

function stopLines({ language, unsubscribeUrl }: MailSetting): readonly string[] {
  return unsubscribeUrl == null ? [] : [`${STOP[language]}: ${unsubscribeUrl}`];
}

function toText(letter: Letter, setting: MailSetting): string {
  const blocks = [
    greeting(setting),
    ...letter.paragraphs,
    letter.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    (letter.entries ?? []).map(({ text, url }) => `${text}\n${url}`).join('\n\n'),
    letter.quote === null
      ? ''
      : shortened(letter.quote)
          .split(/\r\n|\r|\n/)
          .map((line) => `> ${line}`)
          .join('\n'),
    `${letter.action.label}:\n${letter.action.url}`,
    letter.notes.join('\n'),
    `--\n${[signature(setting), ...stopLines(setting)].join('\n')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function stopAnchor({ language, unsubscribeUrl }: MailSetting): string {
  return unsubscribeUrl == null ? '' : ` <a href="${escapeHtml(unsubscribeUrl)}">${STOP[language]}</a>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** A single column that reads well without styles, aloud and in the dark; no image, no remote thing. */
function toHtml(letter: Letter, setting: MailSetting): string {
  const subject = oneLine(letter.subject);
  const rows = letter.facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;padding:2px 16px 2px 0;font-weight:600">${escapeHtml(label)}</th><td style="padding:2px 0">${escapeHtml(value)}</td></tr>`,
  );
  const entries = (letter.entries ?? []).map(
    ({ text, url }) => `<li style="margin:0 0 8px"><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></li>`,
  );
  const quote = letter.quote === null ? '' : escapeHtml(shortened(letter.quote)).replaceAll(/\r\n|\r|\n/g, '<br>');
  const parts = [
    `<h1 style="font-size:20px">${escapeHtml(subject)}</h1>`,
    paragraph(greeting(setting)),
    ...letter.paragraphs.map(paragraph),
    rows.length === 0 ? '' : `<table style="border-collapse:collapse">${rows.join('')}</table>`,
    entries.length === 0 ? '' : `<ul style="padding-left:20px">${entries.join('')}</ul>`,
    quote === ''
      ? ''
      : `<blockquote style="margin:16px 0;padding:0 0 0 12px;border-left:3px solid #767676">${quote}</blockquote>`,
    `<p><a href="${escapeHtml(letter.action.url)}">${escapeHtml(letter.action.label)}</a></p>`,
    ...letter.notes.map(paragraph),
    `<hr><p><small>${escapeHtml(signature(setting))}${stopAnchor(setting)}</small></p>`,
  ];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title>`;
  const body = parts.filter((part) => part !== '').join('\n');
  return `<!doctype html>\n<html lang="${setting.language}"><head>${head}</head>\n<body style="font-family:sans-serif;line-height:1.6;max-width:640px;margin:0 auto;padding:16px">\n${body}\n</body></html>\n`;
}

function letterOf(facts: MailFacts, setting: MailSetting): Letter {
  return setting.language === 'ko' ? letterInKorean(facts, setting) : letterInEnglish(facts, setting);
}

/** What a mail is about in one line, and where it leads: as a digest lists it. */
export function mailHeadline(facts: MailFacts, setting: MailSetting): { readonly title: string; readonly url: string } {
  const { subject, action } = letterOf(facts, setting);
  return { title: oneLine(subject), url: action.url };
}

/** A mail in the recipient's language and zone, as text and as HTML that says the same. Everything foreign is escaped. */
export function composeMail(facts: MailFacts, setting: MailSetting): ComposedMail {
  const letter = letterOf(facts, setting);
  return { subject: oneLine(letter.subject), text: toText(letter, setting), html: toHtml(letter, setting) };
}
