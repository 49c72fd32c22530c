import type { AppPages, Files, Match } from './app-pages.js';
import { earlyBodies, earlyScript } from './early-script.js';

export type PageLanguage = 'ko' | 'en';

export interface PageRequest {
  readonly match: Match | null;
  readonly signedIn: boolean;
  /** No query in the address: the page asks what it asks by default. */
  readonly plain: boolean;
  readonly language: PageLanguage;
  /** Fresh for each response; stands in its Content-Security-Policy as well. */
  readonly nonce: string;
}

export interface PageSource {
  readonly html: string;
  readonly pages: AppPages;
  /** `/` or `/console/`. */
  readonly base: string;
  readonly graphql: string;
  /** Where the browser keeps the company last chosen; null where there is none to choose. */
  readonly tenantKey: string | null;
}

/** Writes the page for each request: links to what it will need, and its first questions. */
export function createPageWriter({
  html,
  pages,
  base,
  graphql,
  tenantKey,
}: PageSource): (request: PageRequest) => string {
  const links = new Map<string, string>();

  function linksFor({ match, signedIn, language }: PageRequest): string {
    const key = `${match?.route.path ?? ''} ${String(signedIn)} ${language}`;
    const known = links.get(key);
    if (known !== undefined) return known;
    const made = linkTags(base, partsFor(pages, match, signedIn, language));
    links.set(key, made);
    return made;
  }

  return (request) => {
    const questions = earlyBodies(pages.viewer, request.signedIn && request.plain ? request.match : null);
    const script = earlyScript(graphql, tenantKey, questions);
    const head = `<meta name="csp-nonce" content="${request.nonce}"><script nonce="${request.nonce}">${script}</script>${linksFor(request)}`;
    // By function: a replacement text would read `$&` as a command.
    return html
      .replace(/<html lang="\w+"/, () => `<html lang="${request.language}"`)
      .replace('</title>', () => `</title>${head}`);
  };
}

/** What a page needs: the entry, its texts, then the door, or the frame and the page itself. */
function partsFor(pages: AppPages, match: Match | null, signedIn: boolean, language: PageLanguage): readonly Files[] {
  const first = [{ js: pages.entry.js, css: [] }, pages.doorTexts[language]];
  if (match === null) return first;
  if (!match.route.inside) return [...first, match.route];
  if (!signedIn) return [...first, pages.door];
  const texts = match.route.setUp ? [pages.catalogues, pages.setUpTexts] : [pages.catalogues];
  return [...first, ...texts.map((each) => each[language]), pages.shell, match.route];
}

function linkTags(base: string, parts: readonly Files[]): string {
  const css = new Set(parts.flatMap((part) => part.css));
  const js = new Set(parts.flatMap((part) => part.js));
  const sheets = [...css].map((file) => `<link rel="stylesheet" crossorigin href="${base}${file}">`);
  const modules = [...js].map((file) => `<link rel="modulepreload" crossorigin href="${base}${file}">`);
  return [...sheets, ...modules].join('');
}
