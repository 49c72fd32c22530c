import { useDraft, useSession } from '@daylight/web-data';
import { useEffect, useState } from 'react';
import { parseWritten, writeMapping } from './mapping.js';

export interface MappingDraft {
  /** Null until the browser's store has answered. */
  readonly document: unknown;
  readonly ready: boolean;
  readonly set: (document: unknown) => void;
}

/** The mapping for one uploaded file; kept in this browser, so that leaving the page loses nothing. */
export function useMappingDraft(fileId: string | null): MappingDraft {
  const { viewer } = useSession();
  const kept = useDraft({ userId: viewer.id, tenantId: null, object: `import:${fileId ?? 'none'}` });
  const [document, setDocument] = useState<{ readonly fileId: string | null; readonly value: unknown } | null>(null);
  const stored = kept.initial === null || kept.initial === '' ? null : parseWritten(kept.initial);
  const current =
    document !== null && document.fileId === fileId ? document.value : stored?.kind === 'json' ? stored.document : null;
  const save = kept.save;
  useEffect(() => {
    if (document === null || document.fileId !== fileId || document.value === null) return undefined;
    const timer = setTimeout(() => save(writeMapping(document.value)), 400);
    return () => clearTimeout(timer);
  });
  return { document: current, ready: kept.initial !== null, set: (value) => setDocument({ fileId, value }) };
}
