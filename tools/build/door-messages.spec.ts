import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { atTheDoor } from './door-messages.mjs';

const root = resolve(__dirname, '../..');
const ui = 'libs/web/ui/src';
const door = (app: string) => [
  ...['broken-page', 'not-found-page', 'offline-banner', 'gate', 'closed-company', 'switches'].map(
    (name) => `apps/${app}/src/app/${name}.tsx`,
  ),
  ...['features/session', 'pages/welcome', 'pages/forgot'].map((name) => `apps/${app}/src/${name}`),
];
const kit = [
  'gate',
  'preferences',
  'layout/full-page.tsx',
  'layout/app-shell.tsx',
  'feedback/toast.tsx',
  'feedback/states.tsx',
  'feedback/notice.tsx',
  'forms/text-field.tsx',
  'forms/button.tsx',
  'keyboard/hotkeys.tsx',
  'keyboard/hotkey-sheet.tsx',
  'overlays/dialog-box.tsx',
].map((name) => `${ui}/${name}`);

function sources(path: string): readonly string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [readFileSync(full, 'utf8')];
  return readdirSync(full).flatMap((name) =>
    /\.tsx?$/.test(name) && !name.includes('.spec.') ? [readFileSync(join(full, name), 'utf8')] : [],
  );
}

it.each(['portal', 'console'])('every text that the %s shows before signing in is there by then', (app) => {
  const code = [...door(app), ...kit].flatMap(sources).join('\n');
  const asked = [...code.matchAll(/(?:text|Text)\)?\(+\s*[^'`)]*['`]([a-zA-Z]+\.[\w.-]*)/g)].map(
    (match) => match[1] ?? '',
  );
  expect(asked.length).toBeGreaterThan(20);
  expect([...new Set(asked)].filter((id) => !atTheDoor(id))).toEqual([]);
});

it('what is said of tickets and contracts comes later', () => {
  expect(['ui.sla.met', 'tickets.views', 'app.nav.home', 'contract.title'].filter(atTheDoor)).toEqual([]);
});
