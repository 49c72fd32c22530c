import { PRESENCE_LEASE_MS } from '@daylight/domain';
import { useQuery, useSubscription } from '@daylight/web-data';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { PresenceChangedDocument, PresencesDocument, type AtTicketFragment } from './generated/presence.js';

/** Changes within this time are asked for together. */
const GATHER_MS = 1_000;

export type PresencesByTicket = ReadonlyMap<string, readonly AtTicketFragment[]>;

/** Which colleagues are at which ticket, by the ticket's id; kept current by the live stream. */
export function usePresences(): PresencesByTicket {
  const [{ data }, ask] = useQuery({ query: PresencesDocument });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const read = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  useSubscription({ query: PresenceChangedDocument, variables: { ticketId: null } }, (count: number | undefined) => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      read();
    }, GATHER_MS);
    return (count ?? 0) + 1;
  });
  // Whoever merely fell silent announces nothing.
  const someone = (data?.presences.length ?? 0) > 0;
  useEffect(() => {
    if (!someone) return undefined;
    const looking = setInterval(read, PRESENCE_LEASE_MS);
    return () => clearInterval(looking);
  }, [someone, read]);
  return useMemo(() => byTicket(data?.presences ?? []), [data]);
}

function byTicket(presences: readonly AtTicketFragment[]): PresencesByTicket {
  const found = new Map<string, AtTicketFragment[]>();
  for (const each of presences) found.set(each.ticketId, [...(found.get(each.ticketId) ?? []), each]);
  return found;
}
