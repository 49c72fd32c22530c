import { statement, type RelayedEvent, type Tx } from '@daylight/api-database';
import { BOTH, Tellings, type Telling } from './telling.js';

export const LENDING_TOPICS = ['approval.lent'] as const;

const NAME = statement<{ display_name: string }>(
  'tell-delegator',
  'select display_name from person where provider_id = $1 and person_id = $2',
);

/** Who is told that approvals were lent, and whose they are; null: the event names nobody. */
export async function lendingTelling(
  tx: Tx,
  { ids }: RelayedEvent,
): Promise<{ readonly byName: string; readonly tellings: readonly Telling[] } | null> {
  const { delegatorId, personId } = ids;
  if (delegatorId === undefined || personId === undefined) return null;
  const [delegator] = await tx.query(NAME, [tx.scope.providerId, delegatorId]);
  if (delegator === undefined) return null;
  const { list: tellings } = new Tellings('APPROVALS_LENT', delegatorId).add([personId], BOTH);
  return { byName: delegator.display_name, tellings };
}
