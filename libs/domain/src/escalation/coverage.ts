import type { Priority, TicketType } from '../contracts/terms.js';
import { TICKET_TYPES } from '../contracts/terms.js';
import type { Instant, Interval } from '../time/instant.js';
import type { Span } from '../time/spans.js';
import { clipSpans, subtractSpans, unionOf } from '../time/spans.js';
import { unreachable } from '../unreachable.js';
import { contactsOf, recordsOf } from './directory.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationCase, EscalationPolicy, EscalationTarget } from './policy.js';
import { choosePolicy } from './policy.js';
import type { Duty } from './reach.js';
import { reachableSpans } from './reach.js';
import { shifts } from './shifts.js';
import { targetsFor } from './who-to-call.js';

/** A client whose coverage is looked at. What no contract is for can come up with any client, and as a P1 it escalates (D-CON-2). */
export interface CoveredTenant {
  readonly tenantId: string;
  readonly contractIds: readonly string[];
}

/** A stretch in which nobody on the ladder can be reached (D-ESC-2). Fallbacks don't count: they are for what goes wrong. */
export type CoverageGap = Interval & {
  readonly tenantId: string;
  readonly priority: Priority;
  /** null: no policy is for these cases, and no contact closes the gap. */
  readonly policyId: string | null;
  /** Ticket types whose cases fall into the gap, in the order of `TICKET_TYPES`. */
  readonly types: readonly TicketType[];
};

/** When somebody can be reached for a case during `[from, to)`: sorted, disjoint. */
export function coveredSpans(
  directory: EscalationDirectory,
  of: EscalationCase,
  from: Instant,
  to: Instant,
): readonly Span[] {
  const policy = choosePolicy(directory.policies, of);
  return spansOfPolicy(directory, policy, of.tenantId, { from, to });
}

/**
 * Where nobody can be reached for a client and priority during `[from, to)`, by interval arithmetic (D-ESC-2). Every policy
 * that some contract or ticket type would choose is looked at by itself; gaps come in order of time, then of policy.
 */
export function coverageGaps(
  directory: EscalationDirectory,
  tenant: CoveredTenant,
  priority: Priority,
  range: Interval,
): readonly CoverageGap[] {
  const { tenantId } = tenant;
  const gaps = chosenPolicies(directory, tenant, priority).flatMap(({ policy, types }) =>
    subtractSpans(unionOf([range]), spansOfPolicy(directory, policy, tenantId, range)).map(
      ({ from, to }): CoverageGap => ({ tenantId, priority, policyId: policy?.id ?? null, types, from, to }),
    ),
  );
  return gaps.sort((a, b) => a.from - b.from || ((a.policyId ?? '') < (b.policyId ?? '') ? -1 : 1));
}

function chosenPolicies(
  directory: EscalationDirectory,
  { tenantId, contractIds }: CoveredTenant,
  priority: Priority,
): readonly { readonly policy: EscalationPolicy | null; readonly types: readonly TicketType[] }[] {
  const chosen = new Map<EscalationPolicy | null, Set<TicketType>>();
  for (const type of TICKET_TYPES) {
    // Out of contract only a P1 calls somebody; a client without any contract is looked at for what it has.
    const outOfContract = priority === 'P1' || contractIds.length === 0;
    for (const contractId of outOfContract ? [...contractIds, null] : contractIds) {
      const policy = choosePolicy(directory.policies, { tenantId, contractId, priority, type });
      chosen.set(policy, (chosen.get(policy) ?? new Set()).add(type));
    }
  }
  return [...chosen].map(([policy, types]) => ({ policy, types: [...types] }));
}

function spansOfPolicy(
  directory: EscalationDirectory,
  policy: EscalationPolicy | null,
  tenantId: string,
  range: Interval,
): readonly Span[] {
  const targets = targetsFor(directory, policy, tenantId);
  return unionOf(targets.flatMap(({ target }) => spansOfTarget(directory, tenantId, target, range)));
}

function spansOfTarget(
  directory: EscalationDirectory,
  tenantId: string,
  target: EscalationTarget,
  range: Interval,
): readonly Span[] {
  const contacts = contactsOf(directory, tenantId);
  switch (target.kind) {
    case 'CONTACT':
      return asContacts(contacts.filter(({ id }) => id === target.contactId));
    case 'ROLE':
      return asContacts(contacts.filter(({ side, role }) => side === target.side && role === target.role));
    case 'SCHEDULE':
      return onShift(target.scheduleId);
    case 'TEAM': {
      const members = directory.teams.find(({ id }) => id === target.teamId)?.memberIds ?? [];
      return members.flatMap((personId) => ofPerson(personId, 'AS_CONTACT', range));
    }
    default:
      return unreachable(target);
  }

  function asContacts(found: typeof contacts): readonly Span[] {
    return found.flatMap((contact) => reachableSpans(contact, range, 'AS_CONTACT', directory.calendarOf));
  }

  function ofPerson(personId: string, duty: Duty, within: Interval): readonly Span[] {
    const records = recordsOf(directory, tenantId, personId);
    return records.flatMap((contact) => reachableSpans(contact, within, duty, directory.calendarOf));
  }

  function onShift(scheduleId: string): readonly Span[] {
    const schedule = directory.schedules.find(({ id }) => id === scheduleId);
    if (schedule === undefined) return [];
    const { from, to } = range;
    return shifts(schedule, from, to).flatMap((shift) =>
      clipSpans(ofPerson(shift.personId, 'ON_SHIFT', shift), from, to),
    );
  }
}
