import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Files {
  readonly js: readonly string[];
  readonly css: readonly string[];
}

/** A first question of a page, as its body will be sent; `variables` may name the route's parameters (`$ticketId`). */
export interface EarlyQuestion {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: unknown;
}

export interface AppRoute extends Files {
  readonly path: string;
  /** Behind the door: without a session the sign-in page stands in its place. */
  readonly inside: boolean;
  /** Shows texts that no other page does. */
  readonly setUp: boolean;
  readonly early: readonly EarlyQuestion[];
}

/** What the build says about an app (`.vite/pages.json`, written by tools/build/pages.mjs). */
export interface AppPages {
  /** What every page begins with; its sheet stands in the HTML already. */
  readonly entry: Files;
  readonly catalogues: Readonly<Record<'ko' | 'en', Files>>;
  readonly setUpTexts: Readonly<Record<'ko' | 'en', Files>>;
  /** The part of the texts that is shown before signing in. */
  readonly doorTexts: Readonly<Record<'ko' | 'en', Files>>;
  readonly door: Files;
  readonly shell: Files;
  readonly viewer: readonly EarlyQuestion[];
  readonly routes: readonly AppRoute[];
}

/** A built app: its page, cut where we add to it, and what its addresses need. Null when it isn't built. */
export function readApp(root: string): { readonly html: string; readonly pages: AppPages } | null {
  const page = join(root, 'index.html');
  const pages = join(root, '.vite/pages.json');
  if (!existsSync(page) || !existsSync(pages)) return null;
  const html = readFileSync(page, 'utf8');
  const parsed: AppPages = JSON.parse(readFileSync(pages, 'utf8'));
  return { html, pages: parsed };
}

export interface Match {
  readonly route: AppRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The route for a path below the app's base (`/tickets/1`); null when the app will say that there is no such page. */
export function matchRoute(routes: readonly AppRoute[], path: string): Match | null {
  const parts = path.split('/').filter((part) => part !== '');
  let best: Match | null = null;
  for (const route of routes) {
    const parameters = parametersOf(route.path, parts);
    // `/tickets/new` is a page of its own and no ticket's: what is spelled out wins.
    if (parameters !== null && (best === null || !route.path.includes('$'))) best = { route, parameters };
  }
  return best;
}

function parametersOf(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = pattern.split('/').filter((part) => part !== '');
  if (wanted.length !== parts.length) return null;
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith('$')) found[part.slice(1)] = given;
    else if (part !== given) return null;
  }
  return found;
}
