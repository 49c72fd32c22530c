const KEY = 'daylight.reloaded-at';
/** Within this time a second failure is no deploy, and reloading again would never end. */
const ONCE_MS = 60_000;

/** Whether a reload at `at` (ms) is the first in a while; `last` is when it happened before. */
export const mayReload = (last: string | null, at: number): boolean => last === null || at - Number(last) > ONCE_MS;

interface Browser {
  readonly target: EventTarget;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly now: () => number;
  readonly reload: () => void;
}

/**
 * After a deploy the chunks of the page that is open are gone: what it fetches next fails. Reloads once, so that the
 * reader gets the new build at the address they wanted; a failure right after is shown.
 */
export function reloadAfterDeploy({ target, storage, now, reload }: Browser): void {
  target.addEventListener('vite:preloadError', (event) => {
    try {
      if (!mayReload(storage.getItem(KEY), now())) return;
      storage.setItem(KEY, String(now()));
    } catch {
      // Without storage nothing says when we last did: better a visible failure than a page that reloads for ever.
      return;
    }
    event.preventDefault();
    reload();
  });
}
