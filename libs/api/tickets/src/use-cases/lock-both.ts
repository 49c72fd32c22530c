import { isId } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { lockTicket, type LoadedTicket } from '../log/load-ticket.js';

/** Locks two tickets in the order of their ids, so that two merges crossing each other can't block for ever. */
export async function lockBoth(
  tx: Tx,
  one: string,
  other: string,
): Promise<readonly [LoadedTicket | null, LoadedTicket | null]> {
  const found = new Map<string, LoadedTicket | null>();
  for (const id of [...new Set([one, other])].sort()) found.set(id, isId(id) ? await lockTicket(tx, id) : null);
  return [found.get(one) ?? null, found.get(other) ?? null];
}
