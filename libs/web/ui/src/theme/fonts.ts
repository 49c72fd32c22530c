const KNOWN = 'daylight.fonts';

function addSheet(href: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

function fetchedBefore(href: string): boolean {
  try {
    return globalThis.localStorage.getItem(KNOWN) === href;
  } catch {
    return false;
  }
}

function remember(href: string): void {
  try {
    globalThis.localStorage.setItem(KNOWN, href);
  } catch {
    // Without storage the sheet comes after the first paint each time.
  }
}

/**
 * Loads Pretendard without ever standing in the way: on a first visit once the page has been painted and the browser
 * is idle, so that the next page has it; afterwards at once, since it then lies in the browser's cache.
 */
export function loadFonts(href: string): void {
  if (fetchedBefore(href)) return addSheet(href);
  const later = (): void => {
    addSheet(href);
    remember(href);
  };
  const whenIdle = (): void =>
    void ('requestIdleCallback' in globalThis
      ? requestIdleCallback(later, { timeout: 5_000 })
      : setTimeout(later, 2_000));
  if (document.readyState === 'complete') whenIdle();
  else globalThis.addEventListener('load', whenIdle, { once: true });
}
