import { createStore, clear, del, get, set } from 'idb-keyval';

/** What is being written, by whom: a draft never shows in another account or another tenant. */
export interface DraftKey {
  readonly userId: string;
  readonly tenantId: string | null;
  /** e.g. `ticket:<id>:reply`, `new-ticket`. */
  readonly object: string;
}

const textKey = (key: DraftKey): string => `${key.userId}|${key.tenantId ?? '-'}|${key.object}`;

let store: ReturnType<typeof createStore> | null = null;
const drafts = (): ReturnType<typeof createStore> => (store ??= createStore('daylight-drafts', 'drafts'));

// A browser may refuse storage (private mode, full disk); losing a draft is bad, failing to write a reply is worse.
async function quietly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

/** The draft's text, or '' when there is none. */
export function loadDraft(key: DraftKey): Promise<string> {
  return quietly(async () => {
    const text: unknown = await get(textKey(key), drafts());
    return typeof text === 'string' ? text : '';
  }, '');
}

/** Keeps the text; an empty one removes the draft. */
export function saveDraft(key: DraftKey, text: string): Promise<void> {
  return quietly(() => (text === '' ? del(textKey(key), drafts()) : set(textKey(key), text, drafts())), undefined);
}

/** Removes all drafts of this browser: at sign-out. */
export const wipeDrafts = (): Promise<void> => quietly(() => clear(drafts()), undefined);
