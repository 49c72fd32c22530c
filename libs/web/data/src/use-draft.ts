import { useEffect, useState } from 'react';
import { loadDraft, saveDraft, type DraftKey } from './drafts.js';

export interface Draft {
  /** Null until the browser's storage has answered. */
  readonly initial: string | null;
  readonly save: (text: string) => void;
  readonly clear: () => void;
}

/** The stored draft for a composer: mount the composer when `initial` is known, pass `save` as its `onDraft`. */
export function useDraft({ userId, tenantId, object }: DraftKey): Draft {
  const [loaded, setLoaded] = useState<{ readonly object: string; readonly text: string } | null>(null);
  useEffect(() => {
    let current = true;
    void loadDraft({ userId, tenantId, object }).then((text) => {
      if (current) setLoaded({ object, text });
    });
    return () => {
      current = false;
    };
  }, [userId, tenantId, object]);
  return {
    initial: loaded?.object === object ? loaded.text : null,
    save: (text) => void saveDraft({ userId, tenantId, object }, text),
    clear: () => void saveDraft({ userId, tenantId, object }, ''),
  };
}
