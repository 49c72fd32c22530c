// Lab figures of a running Daylight: when the largest thing was painted, how far things moved, what was fetched.
//   node tools/checks/web-vitals.mjs http://localhost:4280 [runs]      printed, never asserted: machines differ
import { chromium } from '@playwright/test';
import { demoAccounts, demoPassword } from '../demo/accounts.mjs';
import { findChromium } from '../test/chromium.mjs';

/** A phone on slow 4G with a processor four times slower than this one, and a desktop as it is. */
const DEVICES = [
  { name: 'phone', viewport: { width: 390, height: 844 }, slowdown: 4, network: { latency: 150, kbps: 1_600 } },
  { name: 'desktop', viewport: { width: 1280, height: 900 }, slowdown: 1, network: null },
];
const PAGES = [
  { app: 'portal', path: '/tickets' },
  { app: 'console', path: '/console/queue' },
];

/** Runs in the page, before its own scripts. */
function observe() {
  globalThis.__vitals = { lcp: 0, cls: 0 };
  const { __vitals: vitals } = globalThis;
  new PerformanceObserver((list) => (vitals.lcp = list.getEntries().at(-1).startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: the figures, and how many early answers nobody took (each is a question asked twice). */
function read() {
  const files = performance.getEntriesByType('resource');
  const sum = (list) => list.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const questions = files.filter(({ name }) => name.endsWith('/graphql')).length;
  return {
    ...globalThis.__vitals,
    scriptKb: sum(files.filter(({ name }) => name.endsWith('.js'))) / 1000,
    fontKb: sum(files.filter(({ name }) => name.endsWith('.woff2'))) / 1000,
    questions,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(browser, { viewport, slowdown, network }, url, cookies) {
  const context = await browser.newContext({ viewport, locale: 'ko-KR' });
  await context.addCookies(cookies);
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network !== null) {
    const throughput = (network.kbps * 1000) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  await page.goto(url, { waitUntil: 'load' });
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(network === null ? 1_500 : 4_000);
  const figures = await page.evaluate(read);
  await context.close();
  return figures;
}

async function signIn(browser, origin, app) {
  const { email } = demoAccounts.find(({ audience }) => audience === app);
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto(`${origin}${app === 'portal' ? '/' : '/console/'}`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', demoPassword());
  await page.click('button[type=submit]');
  await page.locator('nav').first().waitFor();
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Prints a line per page and device: medians of `runs`. */
export async function printVitals(origin, runs = 3) {
  const browser = await chromium.launch({ executablePath: await findChromium(console.log), args: ['--no-sandbox'] });
  try {
    const targets = [{ url: `${origin}/`, name: 'sign-in', cookies: [] }];
    for (const { app, path } of PAGES)
      targets.push({ url: origin + path, name: `${app} ${path}`, cookies: await signIn(browser, origin, app) });
    console.log(`${'page'.padEnd(26)} ${'device'.padEnd(8)}    LCP    CLS    scripts kB  fonts kB  questions`);
    for (const { url, name, cookies } of targets) {
      for (const device of DEVICES) {
        const all = [];
        for (let run = 0; run < runs; run += 1) all.push(await measure(browser, device, url, cookies));
        const of = (key, digits) => median(all.map((figures) => figures[key])).toFixed(digits);
        console.log(
          `${name.padEnd(26)} ${device.name.padEnd(8)} ${of('lcp', 0).padStart(5)} ms ${of('cls', 3)} ${of('scriptKb', 1).padStart(9)} ${of('fontKb', 1).padStart(10)} ${of('questions', 0).padStart(8)}`,
        );
      }
    }
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === import.meta.filename)
  await printVitals(process.argv[2] ?? 'http://localhost:4280', Number(process.argv[3] ?? 3));
