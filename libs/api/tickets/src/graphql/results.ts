import { inputRefused, notFoundResult } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { TicketProblem } from '@daylight/domain';
import { openedDetail } from '../queries/opened-detail.js';
import { ticketDetail } from '../queries/ticket-detail.js';
import { sayFaults } from '../text/input-faults.js';
import { sayRefusal } from '../text/refusals.js';
import type { ChangeOutcome, OpenOutcome } from '../use-cases/outcome.js';
import { keyOf } from '../views/ticket-row.js';
import { asksForNoMore, partsOf, type Info } from './look-ahead.js';

const BARE = { thread: false, log: false };

/** Fields of commands by the names that the inputs have for them. */
const INPUT_NAMES: Readonly<Record<string, string>> = { reasonTextId: 'reason', binding: 'serviceItemId' };

function fieldOf(problem: TicketProblem): string | null {
  const field = 'field' in problem ? problem.field : null;
  return field === null ? null : (INPUT_NAMES[field] ?? field);
}

async function refused(tx: Tx<PersonScope>, problem: TicketProblem) {
  const { language, zone } = tx.scope;
  const survivor =
    problem.kind === 'MERGED_ELSEWHERE' ? await ticketDetail(tx, { id: problem.survivorId }, BARE) : null;
  return {
    __typename: 'TicketRefused',
    problem: {
      kind: problem.kind,
      field: fieldOf(problem),
      message: sayRefusal(problem, { language, zone }),
    },
    goOnAt: survivor === null ? null : { id: survivor.id, key: survivor.key },
  };
}

async function conflict(
  tx: Tx<PersonScope>,
  info: Info,
  { ticketId, yours }: { readonly ticketId: string; readonly yours: number },
) {
  const current = await ticketDetail(tx, { id: ticketId }, partsOf(info));
  if (current === null) return notFoundResult('ticket');
  return {
    __typename: 'TicketConflict',
    yours,
    current,
    since: current.timeline.filter(({ version }) => version > yours),
  };
}

async function notChanged(
  tx: Tx<PersonScope>,
  info: Info,
  outcome: Exclude<ChangeOutcome | OpenOutcome, { kind: 'changed' | 'opened' }>,
) {
  switch (outcome.kind) {
    case 'refused':
      return refused(tx, outcome.problem);
    case 'conflict':
      return conflict(tx, info, outcome);
    case 'invalid':
      return inputRefused(sayFaults(outcome.faults, tx.scope.language));
    case 'not-found':
      return notFoundResult(outcome.what);
  }
}

/** `ChangeTicketResult` of the schema: the ticket as it is now, read in the same transaction (decision 14). */
export async function changeResult(tx: Tx<PersonScope>, info: Info, outcome: ChangeOutcome) {
  if (outcome.kind !== 'changed') return notChanged(tx, info, outcome);
  return { __typename: 'TicketChanged', ticket: await ticketDetail(tx, { id: outcome.ticketId }, partsOf(info)) };
}

/** What screens that go on to the ticket's own page ask of it, and of refusals. */
const NAME_ALONE = new Set([
  ...['__typename', 'ticket', 'id', 'key'],
  ...['problem', 'kind', 'field', 'message', 'goOnAt', 'problems', 'path', 'what'],
]);

/** `OpenTicketResult` of the schema. */
export async function openResult(tx: Tx<PersonScope>, info: Info, outcome: OpenOutcome) {
  if (outcome.kind !== 'opened') return notChanged(tx, info, outcome);
  const { row, tenant } = outcome.ticket;
  if (tenant !== null && asksForNoMore(info, NAME_ALONE))
    return { __typename: 'TicketOpened', ticket: { id: row.ticket_id, key: keyOf(tenant.prefix, row.number) } };
  return { __typename: 'TicketOpened', ticket: await openedDetail(tx, outcome.ticket, partsOf(info)) };
}
