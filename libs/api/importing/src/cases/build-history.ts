import { newId } from '@daylight/api-platform';
import type { BoundLaw, TicketHistory } from '@daylight/api-tickets';
import { matrixPriority, type Actor, type TicketEvent, type TicketEventBody } from '@daylight/domain';
import type { Mapping } from '../mapping/mapping.js';
import type { CaseProblem, ImportedCase } from './case.js';
import type { Laws } from './laws.js';
import type { Names } from './people.js';

export type BuiltCase =
  | { readonly kind: 'built'; readonly history: TicketHistory }
  | { readonly kind: 'rejected'; readonly problem: CaseProblem };

/** What all cases of a run share. */
export interface BuildContext {
  readonly tenantId: string;
  readonly runId: string;
  readonly mapping: Mapping;
  readonly names: Names;
  readonly laws: Laws;
  /** The person who ran the import. */
  readonly actor: Actor;
}

const rejected = (kind: CaseProblem['kind'], column: string | null, detail: string): BuiltCase => ({
  kind: 'rejected',
  problem: { line: null, kind, column, detail },
});

function personIn(
  field: 'assignee' | 'requester',
  imported: ImportedCase,
  { mapping, names }: BuildContext,
): string | null | CaseProblem {
  const rule = mapping.ticket[field];
  const name = imported[field];
  if (rule === undefined || name === null) return null;
  const found = field === 'assignee' ? names.staff(name) : names.client(name);
  if (found !== null || rule.unknown === 'LEAVE_OUT') return found;
  return { line: null, kind: 'UNKNOWN_PERSON', column: rule.column, detail: name };
}

const isProblem = (found: string | null | CaseProblem): found is CaseProblem =>
  typeof found === 'object' && found !== null;

/**
 * The whole log of the ticket, the opening first; events of one instant keep the order they were read in. A response needs
 * a name (D-SLA-3): the assignee's where the file tells, else that of the person who runs the import and answers for it.
 */
function logOf(
  imported: ImportedCase,
  opening: TicketEventBody,
  assigneeId: string | null,
  actor: Actor,
): readonly TicketEvent[] {
  const assigned: readonly TicketEventBody[] =
    assigneeId === null ? [] : [{ kind: 'ASSIGNED', v: 1, assigneeId, teamId: null }];
  const first = [opening, ...assigned].map((body) => ({ at: imported.openedAt, body }));
  const named = (body: TicketEventBody): TicketEventBody =>
    body.kind === 'RESPONSE_LOGGED' ? { ...body, personId: assigneeId ?? actor.userId } : body;
  return [...first, ...imported.events].map(({ at, body }, index): TicketEvent => ({
    ...named(body),
    seq: index + 1,
    at,
    actor,
  }));
}

/** Turns a case that was read into a new ticket with its whole history, under the terms in force at its opening. */
export function buildHistory(imported: ImportedCase, context: BuildContext): BuiltCase {
  const { tenantId, runId, mapping, names, laws, actor } = context;
  const { service } = mapping.ticket;
  const unknown = rejected('UNKNOWN_SERVICE', 'column' in service ? service.column : null, imported.serviceCode);
  const item = names.service(imported.serviceCode);
  if (item === null) return unknown;
  const [assignee, requester] = [personIn('assignee', imported, context), personIn('requester', imported, context)];
  if (isProblem(assignee)) return { kind: 'rejected', problem: assignee };
  if (isProblem(requester)) return { kind: 'rejected', problem: requester };
  const law = laws.bind(item, imported.openedAt);
  const { subject, description, caseKey, events } = imported;
  return {
    kind: 'built',
    history: {
      ...{ ticketId: newId(), tenantId, number: null, subject, description, serviceName: law.serviceName },
      ...{ followsUpId: null, externalKey: caseKey, importRunId: runId },
      log: logOf(imported, openingOf(imported, law, requester), assignee, actor),
      messages: events.flatMap(({ words }) => (words === null ? [] : [words])),
      ...{ terms: law.terms, calendarOf: law.calendarOf },
    },
  };
}

function openingOf(imported: ImportedCase, law: BoundLaw, requesterId: string | null): TicketEventBody {
  const { type, impact, urgency } = imported;
  return {
    kind: 'OPENED',
    v: 1,
    type,
    priority: matrixPriority(law.terms, impact, urgency),
    impact,
    urgency,
    channel: 'IMPORT',
    confidential: false,
    requesterId,
    binding: law.binding,
  };
}
