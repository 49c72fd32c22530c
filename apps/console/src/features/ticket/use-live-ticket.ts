import { useSubscription } from '@daylight/web-data';
import { useEffect, useRef } from 'react';
import { TicketTouchedDocument } from './generated/ticket.js';

const GATHER_MS = 400;

/** Asks again when the ticket has changed; several changes within a moment once. */
export function useLiveTicket(id: string, reload: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  useSubscription({ query: TicketTouchedDocument, variables: { id } }, (count: number | undefined) => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void latest.current();
    }, GATHER_MS);
    return (count ?? 0) + 1;
  });
}
