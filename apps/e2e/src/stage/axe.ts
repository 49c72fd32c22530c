import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 390, height: 844 };

type Scheme = (typeof SCHEMES)[number];

/** All rules in the light; the dark scheme changes hues alone, so there only contrast is asked about. */
async function violations(page: Page, scheme: Scheme): Promise<readonly string[]> {
  // Legacy mode: no frames of other origins here, hence no second page to gather their results in.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
  const { violations: found } = await (
    scheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
  ).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${scheme} ${id}: ${target.join(' ')}`));
}

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
    found.push(...(await violations(page, scheme)));
  }
  const desk = page.viewportSize();
  await page.setViewportSize(PHONE);
  found.push(...(await tooWide(page)));
  if (desk !== null) await page.setViewportSize(desk);
  return found;
}
