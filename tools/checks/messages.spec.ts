import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const homes = ['libs/web/ui', 'libs/web/app', 'apps/portal', 'apps/console'];

type Catalogue = Readonly<Record<string, string>>;

const read = (home: string, language: string): Catalogue =>
  JSON.parse(readFileSync(join(root, home, 'src/messages', `${language}.json`), 'utf8'));

/** Names of the arguments in a message. Tags aren't counted: `<j>` stands in Korean alone. */
function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    const inner =
      'options' in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    const children = 'children' in element ? argumentsOf(element.children) : [];
    const isTag = 'children' in element;
    const own = !isTag && element.type !== 0 && element.type !== 7 ? [element.value] : [];
    return [...own, ...inner, ...children];
  });
}

const names = (text: string): readonly string[] => [...new Set(argumentsOf(parse(text)))].sort();

function sources(home: string): string {
  const folder = join(root, home, 'src');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** An id is used when it stands in the source, whole or as the beginning of a template (`ticket.status.${status}`). */
function isUsed(id: string, code: string, prefixes: readonly string[]): boolean {
  return code.includes(`'${id}'`) || code.includes(`"${id}"`) || prefixes.some((prefix) => id.startsWith(prefix));
}

describe.each(homes)('the texts of %s', (home) => {
  const ko = read(home, 'ko');
  const en = read(home, 'en');

  it('exist in Korean and in English', () => {
    expect(Object.keys(en).filter((id) => !(id in ko))).toEqual([]);
    expect(Object.keys(ko).filter((id) => !(id in en))).toEqual([]);
  });

  it('say nothing empty', () => {
    expect([...Object.entries(ko), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const differing = Object.keys(ko).filter((id) => names(ko[id] ?? '').join() !== names(en[id] ?? '').join());
    expect(differing).toEqual([]);
  });

  it('are all used', () => {
    const code = sources(home);
    const prefixes = [...code.matchAll(/`([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9-]+)*\.)\$\{/g)].map(
      (match) => match[1] ?? '',
    );
    expect(Object.keys(ko).filter((id) => !isUsed(id, code, prefixes))).toEqual([]);
  });

  it('are all there: no screen asks for one that is missing', () => {
    const known = home.startsWith('apps/') ? { ...read('libs/web/app', 'ko'), ...ko } : ko;
    const asked = [...sources(home).matchAll(/\b(?:text|t|say)\(\s*'([a-z][\w.-]+\.[\w.-]+)'/g)].map(
      (match) => match[1] ?? '',
    );
    expect([...new Set(asked)].filter((id) => !(id in known))).toEqual([]);
  });
});
