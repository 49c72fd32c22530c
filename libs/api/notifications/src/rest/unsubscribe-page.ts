import type { Language } from '@daylight/domain';
import { escapeHtml } from '@daylight/text';
import { kindName } from '../kind-names.js';
import { isKind } from '../kinds.js';
import { UNSUBSCRIBE_PAGE } from './unsubscribe-words.js';

/** What the database says behind a link. */
export interface LinkView {
  readonly template: string;
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly language: Language;
  readonly provider_name: string;
  readonly expired: boolean;
  readonly stopped: boolean;
}

/** What was just done. */
export type Done = 'STOPPED' | 'ALL_STOPPED' | 'STARTED';

/** One column, dark by night; no script, nothing from elsewhere. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText;word-break:keep-all}
main{max-width:34rem;margin:0 auto;padding:1.5rem}h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem;overflow-wrap:anywhere}
form{margin:0 0 .75rem}button{font:inherit;font-weight:600;width:100%;min-height:3.25rem;padding:.5rem 1rem;border-radius:.5rem;cursor:pointer;border:.1rem solid currentColor;background:Canvas;color:CanvasText;word-break:keep-all}
button.first{border-color:#0b5d3b;background:#0b5d3b;color:#fff}button:focus-visible,a:focus-visible{outline:.2rem solid currentColor;outline-offset:.2rem}
.said{font-weight:700;padding:.75rem 1rem;border:.15rem solid;border-radius:.5rem}`;

function page(language: Language, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

const button = (path: string, words: string, first = false): string =>
  `<form method="post" action="${path}"><button type="submit"${first ? ' class="first"' : ''}>${escapeHtml(words)}</button></form>`;

/** Which mails the link is about, in the reader's words. */
function aboutOf({ template, language }: LinkView): string {
  return isKind(template) ? kindName(template, language) : UNSUBSCRIBE_PAGE.all[language];
}

function saidOf(done: Done, about: string, language: Language): string {
  const words = UNSUBSCRIBE_PAGE[done][language].replace('{about}', () => about);
  return `<p class="said" role="status">${escapeHtml(words)}</p>`;
}

/** The page behind a mail's link, in its person's language: what is stopped, and how to undo it. */
export function unsubscribePage(view: LinkView, token: string, done: Done | null): string {
  const { language, provider_name: provider } = view;
  const words = UNSUBSCRIBE_PAGE;
  const about = aboutOf(view);
  const settings = `<p><a href="${view.side === 'PROVIDER' ? '/console/settings' : '/settings?tab=notifications'}">${words.settings[language]}</a></p>`;
  const heading = `<h1>${escapeHtml(provider)}<br>${words.title[language]}</h1>`;
  if (view.expired) {
    return page(language, words.title[language], `${heading}<p class="said">${words.expired[language]}</p>${settings}`);
  }
  const off = done === null ? view.stopped : done !== 'STARTED';
  const path = `/u/${token}`;
  const buttons = [
    off
      ? button(
          `${path}/again`,
          words.start[language].replace('{about}', () => about),
        )
      : '',
    off
      ? ''
      : button(
          path,
          words.stop[language].replace('{about}', () => about),
          true,
        ),
    done === 'ALL_STOPPED' || !isKind(view.template) ? '' : button(`${path}/all`, words.stopAll[language]),
  ];
  const standing = off ? saidOf('STOPPED', about, language) : '';
  const body = [
    heading,
    done === null ? standing : saidOf(done, about, language),
    ...buttons,
    `<p>${words.effect[language]}</p>`,
    settings,
  ];
  return page(language, words.title[language], body.join(''));
}

/** Both languages: whose link it would have been is not known. */
export function unknownPage(): string {
  const { unknown, unknownHelp } = UNSUBSCRIBE_PAGE;
  const said = (['ko', 'en'] as const)
    .map((each) => `<section lang="${each}"><h1>${unknown[each]}</h1><p>${unknownHelp[each]}</p></section>`)
    .join('');
  return page('ko', unknown.ko, said);
}

/** The database is away: the address stays, so that trying again helps. */
export function awayPage(): string {
  const said = (['ko', 'en'] as const).map((each) => `<p lang="${each}">${UNSUBSCRIBE_PAGE.away[each]}</p>`).join('');
  return page('ko', UNSUBSCRIBE_PAGE.title.ko, said);
}
