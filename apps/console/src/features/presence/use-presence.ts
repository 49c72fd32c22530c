import { PRESENCE_BEAT_MS, PRESENCE_LEASE_MS } from '@daylight/domain';
import { useClient, useSubscription } from '@daylight/web-data';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  KeepPresenceDocument,
  PresenceChangedDocument,
  type AtTicketFragment,
  type PresenceWord,
} from './generated/presence.js';

export interface Presence {
  readonly others: readonly AtTicketFragment[];
  /** To be told what stands in the field after each pause: words are being written, none are not. */
  readonly onWrite: (body: string) => void;
}

/** Says that one is at a ticket for as long as it is in sight, and whether one writes; knows who else is there. */
export function usePresence(ticketId: string): Presence {
  const client = useClient();
  const [others, setOthers] = useState<readonly AtTicketFragment[]>([]);
  const writing = useRef<ReturnType<typeof setTimeout> | null>(null);
  const say = useCallback(
    async (word: PresenceWord): Promise<void> => {
      const { data } = await client.mutation(KeepPresenceDocument, { input: { ticketId, state: word } }).toPromise();
      const kept = data?.keepPresence;
      // Without an answer nothing is known: better nobody than somebody who left.
      setOthers(kept?.__typename === 'PresenceKept' ? kept.others : []);
    },
    [client, ticketId],
  );
  const beat = useCallback(() => {
    if (!document.hidden) void say(writing.current === null ? 'VIEWING' : 'WRITING');
  }, [say]);
  const stopWriting = useCallback(() => {
    if (writing.current !== null) clearTimeout(writing.current);
    writing.current = null;
  }, []);

  useEffect(() => {
    const onVisible = (): void => (document.hidden ? void say('GONE') : beat());
    beat();
    const timer = setInterval(beat, PRESENCE_BEAT_MS);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      stopWriting();
      void say('GONE');
    };
  }, [beat, say, stopWriting]);

  useSubscription({ query: PresenceChangedDocument, variables: { ticketId } }, (count: number | undefined) => {
    beat();
    return (count ?? 0) + 1;
  });

  const onWrite = useCallback(
    (body: string): void => {
      const before = writing.current !== null;
      stopWriting();
      if (body.trim() !== '')
        writing.current = setTimeout(() => {
          writing.current = null;
          beat();
        }, PRESENCE_LEASE_MS);
      if (before !== (writing.current !== null)) beat();
    },
    [beat, stopWriting],
  );
  return { others, onWrite };
}
