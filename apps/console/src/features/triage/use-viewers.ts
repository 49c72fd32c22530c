import { PRESENCE_BEAT_MS } from '@daylight/domain';
import { useClient } from '@daylight/web-data';
import { useCallback, useEffect, useRef, useState } from 'react';
import { LookAtAlertDocument } from './generated/triage.js';

/** Names of the colleagues at an alert, by the alert's id. */
export type Viewers = ReadonlyMap<string, readonly string[]>;
const NOBODY: Viewers = new Map();

interface Looked {
  readonly alertId: string;
  readonly person: { readonly displayName: string };
}

function byAlert(others: readonly Looked[]): Viewers {
  const found = new Map<string, string[]>();
  for (const { alertId, person } of others) found.set(alertId, [...(found.get(alertId) ?? []), person.displayName]);
  return found;
}

/**
 * Says which alert one looks at for as long as it is in sight, and knows where colleagues are. `onArrive` is told who was
 * there before.
 */
export function useViewers(alertId: string | null, onArrive: (names: readonly string[]) => void): Viewers {
  const client = useClient();
  const [viewers, setViewers] = useState(NOBODY);
  const arrive = useRef(onArrive);
  arrive.current = onArrive;
  const look = useCallback(
    async (id: string | null): Promise<Viewers> => {
      const { data } = await client.mutation(LookAtAlertDocument, { input: { alertId: id } }).toPromise();
      const looked = data?.looked;
      return looked?.__typename === 'AlertsLookedAt' ? byAlert(looked.others) : NOBODY;
    },
    [client],
  );
  useEffect(() => {
    let here = true;
    const keep = (found: Viewers): Viewers => {
      if (here) setViewers(found);
      return found;
    };
    const arrived = (found: Viewers): void => {
      const before = alertId === null ? undefined : found.get(alertId);
      if (here && before !== undefined) arrive.current(before);
    };
    void look(alertId).then(keep).then(arrived);
    const beat = setInterval(() => document.hidden || void look(alertId).then(keep), PRESENCE_BEAT_MS);
    return () => {
      here = false;
      clearInterval(beat);
    };
  }, [alertId, look]);
  useEffect(() => () => void look(null), [look]);
  return viewers;
}
