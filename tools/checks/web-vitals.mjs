// Lab figures of a running Daylight: when the largest thing was painted, how long scripts kept the page from answering,
// how far things moved, what was fetched. The floor is a page of words without a script, in the same browser and run.
//   node tools/checks/web-vitals.mjs http://localhost:4280 [runs]      printed, never asserted: machines differ
// `npm run bench -- web` does so in a house of its own.
import http from 'node:http';
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
/** What a page may take, in ms (and in shifts), on each device: clients' pages, and those of staff (docs/operations.md). */
const BUDGET = {
  portal: { phone: { lcp: 2_700, tbt: 300, cls: 0.02 }, desktop: { lcp: 800, tbt: 80, cls: 0.02 } },
  console: { phone: { lcp: 2_900, tbt: 350, cls: 0.02 }, desktop: { lcp: 900, tbt: 100, cls: 0.02 } },
};

/** Runs in the page, before its own scripts. */
function observe() {
  globalThis.__vitals = { lcp: 0, cls: 0, fcp: 0, tasks: [] };
  const { __vitals: vitals } = globalThis;
  new PerformanceObserver((list) => (vitals.lcp = list.getEntries().at(-1).startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    vitals.fcp = list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? vitals.fcp;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) vitals.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: the figures, and how many early answers nobody took (each is a question asked twice). */
function read() {
  const files = performance.getEntriesByType('resource');
  const sum = (list) => list.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const questions = files.filter(({ name }) => name.endsWith('/graphql')).length;
  const { lcp, cls, fcp, tasks } = globalThis.__vitals;
  // Total blocking time: what each task after the first paint takes beyond 50 ms.
  const tbt = tasks
    .filter(({ startTime }) => startTime >= fcp)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return {
    lcp,
    cls,
    fcp,
    tbt,
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

/** Pages in turn, `runs` times over: what slows the machine down for a while slows all of them down. */
async function measureAll(browser, device, targets, runs) {
  const results = targets.map((target) => ({ target, figures: [] }));
  for (let run = 0; run < runs; run += 1)
    for (const { target, figures } of results) figures.push(await measure(browser, device, target.url, target.cookies));
  return results;
}

/** Which figures are beyond the budget, in words; empty when all are within it, or none is set. */
function beyond(medians, budget) {
  if (budget === null) return '';
  const over = Object.entries(budget).filter(([key, most]) => medians[key] > most);
  return over.length === 0 ? 'within' : over.map(([key, most]) => `${key.toUpperCase()} over ${most}`).join(', ');
}

function line(page, device, medians, budget) {
  const of = (key, digits, width) => medians[key].toFixed(digits).padStart(width);
  const times = ['fcp', 'lcp', 'tbt'].map((key) => `${of(key, 0, 5)} ms`).join(' ');
  return `${page.padEnd(26)} ${device.padEnd(8)} ${times} ${of('cls', 3, 5)} ${of('scriptKb', 1, 10)} ${of('fontKb', 1, 9)} ${of('questions', 0, 9)}  ${beyond(medians, budget)}`;
}

async function signIn(browser, origin, app) {
  const { email } = demoAccounts.find(({ audience }) => audience === app);
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto(`${origin}${app === 'portal' ? '/' : '/console/'}`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', demoPassword());
  await page.click('button[type=submit]');
  await page.locator('nav').first().waitFor({ state: 'attached' });
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** A page of one heading and some lines, and nothing to wait for: below it no page of ours can come on this machine. */
async function serveFloor() {
  const page = `<!doctype html><html lang="ko"><meta name="viewport" content="width=device-width"><title>Floor</title><body><h1>Daylight</h1>${'<p>서비스 현황과 티켓을 같은 사실로 봅니다.</p>'.repeat(20)}</body></html>`;
  const server = http.createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(page),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Prints a line per page and device, medians of `runs` against the budget, and returns them. */
export async function printVitals(origin, runs = 5) {
  const floor = await serveFloor();
  const browser = await chromium.launch({ executablePath: await findChromium(console.log), args: ['--no-sandbox'] });
  try {
    const targets = [
      { url: floor.url, name: 'floor: words alone', cookies: [], budget: null },
      { url: `${origin}/`, name: 'sign-in', cookies: [], budget: BUDGET.portal },
    ];
    for (const { app, path } of PAGES)
      targets.push({
        ...{ url: origin + path, name: `${app} ${path}`, cookies: await signIn(browser, origin, app) },
        budget: BUDGET[app],
      });
    console.log(
      `${'page'.padEnd(26)} ${'device'.padEnd(8)}      FCP      LCP      TBT   CLS scripts kB  fonts kB questions  budget`,
    );
    const results = [];
    for (const device of DEVICES)
      for (const { target, figures } of await measureAll(browser, device, targets, runs)) {
        const keys = Object.keys(figures[0] ?? {});
        const medians = Object.fromEntries(keys.map((key) => [key, median(figures.map((each) => each[key]))]));
        const budget = target.budget?.[device.name] ?? null;
        console.log(line(target.name, device.name, medians, budget));
        results.push({ page: target.name, device: device.name, ...medians, budget });
      }
    return results;
  } finally {
    await browser.close();
    floor.close();
  }
}

if (process.argv[1] === import.meta.filename)
  await printVitals(process.argv[2] ?? 'http://localhost:4280', Number(process.argv[3] ?? 5));
