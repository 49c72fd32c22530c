import { reloadAfterDeploy } from './reload-after-deploy.js';

function browser(at: number[]) {
  const kept = new Map<string, string>();
  const target = new EventTarget();
  const reload = jest.fn();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  let tick = 0;
  reloadAfterDeploy({ target, storage, reload, now: () => at[tick] ?? 0 });
  const fail = (): Event => {
    const event = new Event('vite:preloadError', { cancelable: true });
    target.dispatchEvent(event);
    tick += 1;
    return event;
  };
  return { fail, reload };
}

describe('a page whose parts were replaced by a deploy', () => {
  it('is loaded anew', () => {
    const { fail, reload } = browser([1_000]);
    expect(fail().defaultPrevented).toBe(true);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('shows the failure when loading anew did not help, and does not go round in circles', () => {
    const { fail, reload } = browser([1_000, 5_000]);
    fail();
    expect(fail().defaultPrevented).toBe(false);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is loaded anew once more after the next deploy', () => {
    const { fail, reload } = browser([1_000, 3_600_000]);
    fail();
    fail();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('stays as it is where the browser keeps nothing', () => {
    const target = new EventTarget();
    const reload = jest.fn();
    const closed = () => {
      throw new Error('denied');
    };
    reloadAfterDeploy({ target, storage: { getItem: closed, setItem: closed }, reload, now: () => 0 });
    target.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
    expect(reload).not.toHaveBeenCalled();
  });
});
