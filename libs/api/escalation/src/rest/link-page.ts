import type { Instant, Language } from '@daylight/domain';
import { escapeHtml, sayInstantAndZone } from '@daylight/text';
import { LINK_PAGE } from '../messages.js';

/** What the database says behind a link. */
export interface LinkView {
  readonly number: string;
  readonly subject: string | null;
  readonly tenant_name: string;
  readonly provider_name: string;
  readonly priority: string;
  readonly state: 'RUNNING' | 'EXHAUSTED' | 'ACKNOWLEDGED' | 'STOPPED';
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly contact_name: string;
  readonly answered_by: string | null;
  readonly language: Language;
  readonly zone: string;
}

/** One column, large letters, dark by night; no script, nothing from elsewhere. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.25rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:32rem;margin:0 auto;padding:1.5rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem;overflow-wrap:anywhere}
dl{margin:0 0 1.5rem}dt{font-size:1rem;opacity:.75}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
button{font:inherit;font-weight:700;width:100%;min-height:5rem;border:0;border-radius:.75rem;background:#0b5d3b;color:#fff;cursor:pointer}
button:focus-visible{outline:.25rem solid currentColor;outline-offset:.25rem}.said{font-size:1.5rem;font-weight:700;padding:1rem;border:.2rem solid;border-radius:.75rem}`;

function page(language: Language, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function facts(view: LinkView): string {
  const { language, zone } = view;
  const by: readonly (readonly [string, string])[] =
    view.state === 'ACKNOWLEDGED' && view.answered_by !== null ? [[LINK_PAGE.by[language], view.answered_by]] : [];
  const rows: readonly (readonly [string, string])[] = [
    [view.provider_name, view.tenant_name],
    [LINK_PAGE.started[language], sayInstantAndZone(view.started_at, zone, language)],
    ...by,
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function standing(view: LinkView, justAnswered: boolean): string {
  const { language, state } = view;
  if (state === 'STOPPED') return `<p class="said" role="status">${LINK_PAGE.stopped[language]}</p>`;
  if (state === 'ACKNOWLEDGED') {
    return `<p class="said" role="status">${(justAnswered ? LINK_PAGE.done : LINK_PAGE.already)[language]}</p>`;
  }
  // A form without an action posts to where it came from. Looking at the page answers nothing: scanners of links look too.
  return `<form method="post"><button type="submit">${LINK_PAGE.answer[language]}</button></form><p>${LINK_PAGE.effect[language]}</p>`;
}

/** The page that a call's link opens, in its contact's language. */
export function linkPage(view: LinkView, justAnswered: boolean): string {
  const subject = view.subject ?? LINK_PAGE.confidential[view.language];
  const title = `${view.priority} ${view.number}`;
  const heading = `<h1>${escapeHtml(title)}<br>${escapeHtml(subject)}</h1>`;
  return page(
    view.language,
    `${title} · ${LINK_PAGE.title[view.language]}`,
    heading + standing(view, justAnswered) + facts(view),
  );
}

/** Both languages: whose link it would have been is not known. */
export function unknownLinkPage(): string {
  const said = (['ko', 'en'] as const)
    .map(
      (each) =>
        `<section lang="${each}"><h1>${LINK_PAGE.unknown[each]}</h1><p>${LINK_PAGE.unknownHelp[each]}</p></section>`,
    )
    .join('');
  return page('ko', LINK_PAGE.unknown.ko, said);
}

/** The database is away: said on the page, since nobody reads JSON at night. The address stays, so that pressing again helps. */
export function awayPage(): string {
  const button = `<form method="post"><button type="submit">${LINK_PAGE.answer.ko} / ${LINK_PAGE.answer.en}</button></form>`;
  const said = (['ko', 'en'] as const).map((each) => `<p lang="${each}">${LINK_PAGE.away[each]}</p>`).join('');
  return page('ko', LINK_PAGE.title.ko, said + button);
}
