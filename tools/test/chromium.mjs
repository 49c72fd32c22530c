// A Chromium for the browser journeys: the one named, one that is installed, else one that we may install.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
/** Korean in the journeys' pictures needs a font that has it. */
const APT_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Path of an executable that runs. Throws with what was tried when there is none. */
export async function findChromium(log) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which does not run (--version failed).`);
  }
  return installed() ?? byApt(log) ?? (await byPlaywright(log)) ?? fail();
}

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const mac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...mac];
  return candidates.find((file) => fs.existsSync(file) && runs(file)) ?? null;
}

/** Debian's and Ubuntu's package, when we may install it. Ubuntu's is an empty shell around a snap: then it does not run. */
function byApt(log) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null;
  log(`installing ${APT_PACKAGES.join(' and ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-y', '-o', 'Acquire::Retries=3', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  apt('update');
  apt('install', '--no-install-recommends', ...APT_PACKAGES);
  return installed();
}

async function byPlaywright(log) {
  const { chromium } = await import('@playwright/test');
  if (runs(chromium.executablePath())) return chromium.executablePath();
  log('downloading the Chromium of Playwright');
  const cli = path.resolve(import.meta.dirname, '../../node_modules/.bin/playwright');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'] });
  return runs(chromium.executablePath()) ? chromium.executablePath() : null;
}

function runs(file) {
  return spawnSync(file, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 }).status === 0;
}

function fail() {
  throw new Error(
    'The browser journeys need a Chromium, and none could be found or installed ' +
      "(tried the PATH, apt-get and Playwright's download). Install one, or name it: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}
