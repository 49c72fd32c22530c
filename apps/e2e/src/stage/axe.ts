import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect } from './test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 390, height: 844 };

type Scheme = (typeof SCHEMES)[number];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** All rules in the light; the dark scheme changes hues alone, so there only contrast is asked about. */
const ASKED: Readonly<Record<Scheme, RunOptions>> = {
  light: { runOnly: { type: 'tag', values: TAGS } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};

/** Axe stays in the document once it is there: a page is looked at in two schemes and often in two languages. */
async function violations(page: Page, scheme: Scheme): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (options) => {
      const results = await window.axe?.run(document, options);
      return results?.violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
    },
    { ...ASKED[scheme], resultTypes: ['violations'], preload: false } satisfies RunOptions,
  );
  if (found === undefined) throw new Error('axe did not run');
  return found.flatMap(({ id, targets }) => targets.map((target) => `${scheme} ${id}: ${target}`));
}

/** What was changed is drawn: charts measure themselves a frame after their page got another width. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => void requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** What reaches beyond the right edge of a phone, so that one would have to push the page to and fro. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 3)
      .map((element) => `too wide: ${element.outerHTML.slice(0, 80)}`);
  });

/** Everything about the open page that keeps somebody out: axe in both schemes, and what a phone cuts off. */
export async function obstacles(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    await drawn(page);
    found.push(...(await violations(page, scheme)));
  }
  const desk = page.viewportSize();
  await page.setViewportSize(PHONE);
  await drawn(page);
  found.push(...(await tooWide(page)));
  if (desk !== null) await page.setViewportSize(desk);
  return found;
}
