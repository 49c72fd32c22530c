// Makes the pages of a new slice reachable: route, navigation, texts, and a place among the pages that journeys walk.
import fs from 'node:fs';
import path from 'node:path';

const APPS = {
  portal: { prefix: '', list: 'PORTAL' },
  console: { prefix: '/console', list: 'CONSOLE' },
};

/** Wires the pages of both apps and the parts that they share. Throws where a file is not as the generator knows it. */
export function addPages(root, names) {
  const { feature, noun, Noun } = names;
  edit(root, 'libs/web/app/src/index.ts', (text) => {
    const line = `export { ${Noun}Table, type Shown${Noun} } from './${feature}/${noun}-table.js';`;
    return after(text, /^export type \{ SharedMessageId \}.*$/m, line);
  });
  for (const app of Object.keys(APPS)) {
    edit(root, `apps/${app}/src/app/router.tsx`, (text) => withRoute(text, names));
    edit(root, `apps/${app}/src/app/navigation.tsx`, (text) => withPlace(text, names));
    edit(root, 'apps/e2e/src/stage/routes.ts', (text) => withWalk(text, app, names));
  }
  addTexts(root, names);
}

function withRoute(text, { feature, Feature }) {
  const route = `  createRoute({
    getParentRoute: () => inside,
    path: '/${feature}',
    component: lazyRouteComponent(() => import('../pages/${feature}/${feature}-page.js'), '${Feature}Page'),
  }),`;
  return atEnd(text, /(const pages = \[[\s\S]*?)(\n\];)/, route);
}

function withPlace(text, { feature, featureField }) {
  const taken = new Set([...text.matchAll(/'KeyG Key([A-Z])'/g)].map(([, letter]) => letter));
  const wanted = `${feature}abcdefghijklmnopqrstuvwxyz`.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const free = [...wanted].find((letter) => !taken.has(letter));
  if (free === undefined) throw new Error('The navigation has no letter left for another place.');
  const place = `  { href: '/${feature}', id: 'app.nav.${featureField}', icon: <IconListDetails />, keys: 'KeyG Key${free}' },`;
  const placed = atEnd(text, /(export const places[\s\S]*?)(\n\];)/, place);
  if (/\bIconListDetails,/.test(placed)) return placed;
  const icons = /import \{([^}]*)\} from '@tabler\/icons-react';/.exec(placed)?.[1];
  if (icons === undefined) throw new Error('navigation.tsx has no icons any more.');
  const all = [...icons.split(',').map((name) => name.trim()), 'IconListDetails'].filter((name) => name !== '');
  return placed.replace(icons, `\n  ${all.sort((a, b) => a.localeCompare(b, 'en')).join(',\n  ')},\n`);
}

function withWalk(text, app, { feature }) {
  const { prefix, list } = APPS[app];
  return atEnd(
    text,
    new RegExp(`(export const ${list}: readonly Route\\[\\] = \\[[\\s\\S]*?)(\\n\\];)`),
    `  '${prefix}/${feature}',`,
  );
}

/** Texts in both languages: what both apps say stands in libs/web/app, what one says in its own catalogue. */
function addTexts(root, { featureField, nounField, words, wordsKo }) {
  const shared = {
    en: { list: words, title: 'Title', createdAt: 'Added', none: 'Nothing here yet' },
    ko: { list: wordsKo, title: '제목', createdAt: '등록 시각', none: '등록된 항목이 없습니다' },
  };
  const own = {
    portal: {
      en: { lead: 'What your provider keeps for you here.' },
      ko: { lead: '서비스 제공사가 관리하는 내용입니다.' },
    },
    console: {
      en: { lead: 'What is kept for each client.', add: 'Add', added: 'Added.' },
      ko: { lead: '고객사별로 관리하는 내용입니다.', add: '추가하기', added: '추가했습니다.' },
    },
  };
  for (const language of ['ko', 'en']) {
    const prefixed = (texts) =>
      Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${nounField}.${id}`, text]));
    put(root, 'libs/web/app', language, prefixed(shared[language]));
    for (const [app, texts] of Object.entries(own)) {
      const name = language === 'ko' ? wordsKo : words;
      put(root, `apps/${app}`, language, { [`app.nav.${featureField}`]: name, ...prefixed(texts[language]) });
    }
  }
}

function put(root, home, language, texts) {
  edit(root, `${home}/src/messages/${language}.json`, (text) => {
    const known = JSON.parse(text);
    const taken = Object.keys(texts).find((id) => id in known);
    if (taken !== undefined) throw new Error(`${home} has a text "${taken}" already.`);
    return `${JSON.stringify({ ...known, ...texts }, null, 2)}\n`;
  });
}

const after = (text, place, line) =>
  changed(
    text,
    text.replace(place, (found) => `${line}\n${found}`),
    line,
  );
const atEnd = (text, list, line) =>
  changed(
    text,
    text.replace(list, (_, start, end) => `${start}\n${line}${end}`),
    line,
  );

function changed(before, text, line) {
  if (before === text) throw new Error(`There is no place any more for: ${line.trim()}`);
  return text;
}

function edit(root, file, change) {
  const where = path.join(root, file);
  fs.writeFileSync(where, change(fs.readFileSync(where, 'utf8')));
}
