import type { InputRefused } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { CancelTicket, openTicket, readLog } from '@daylight/api-tickets';
import { gradesOfSeverity, type Priority } from '@daylight/domain';
import type { LockedSource } from '../apply/source-row.js';
import { describeAlert, TRIAGE_FAULTS } from '../messages.js';
import type { TriageRow } from '../queries/alerts.js';
import { on, onAlert, refusal, WITH_GROUP, type Act, type OnAlert, type TriageResult } from './triage.js';

// Whatever would share the ticket comes with it; what was put aside by somebody stays aside.
const GIVE_TICKET = statement(
  'alert-give-ticket',
  `update alert set ticket_id = $4, snoozed_until = null, suppressed_at = null, suppressed_by = null, suppress_reason = null,
     version = version + 1
   where provider_id = $1 and source_id = $2 and (alert_id = $3 or $5::text is not null and group_key = $5 and state = 'FIRING'
     and ticket_id is null and suppressed_at is null)`,
);
const TICKET = statement<{ ticket_id: string }>(
  'alert-attach-ticket',
  `select t.ticket_id from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.tenant_id = $2 and n.prefix = $3 and t.number = $4 and t.is_open`,
);
const RETURN = statement(
  'alert-return',
  `update alert a set claimed_by = null, snoozed_until = null, suppressed_at = null, suppressed_by = null, suppress_reason = null,
     ticket_id = null, version = a.version + 1
   ${WITH_GROUP}`,
);
/** Whatever went into the ticket comes out of it. */
const RETURN_TICKET = statement(
  'alert-return-ticket',
  `update alert set claimed_by = null, snoozed_until = null, suppressed_at = null, suppressed_by = null, suppress_reason = null,
     ticket_id = null, version = version + 1
   where provider_id = $1 and ticket_id = $2`,
);

const taken = (tx: Tx<StaffScope>): InputRefused => refusal(tx, 'alertId', 'HAS_TICKET', TRIAGE_FAULTS.taken);

async function open(
  tx: Tx<StaffScope>,
  {
    alert,
    source,
    priority,
  }: { readonly alert: TriageRow; readonly source: LockedSource; readonly priority: Priority | null },
): Promise<InputRefused | null> {
  const { tenantId, sourceId, serviceItemId, language } = source;
  const outcome = await openTicket(tx, {
    ...{ tenantId, serviceItemId, type: 'INCIDENT', ...gradesOfSeverity(alert.severity), priority },
    // Its clocks run from when we were told, not from when somebody looked (D-TKT-1).
    ...{ channel: 'MONITORING', openedAt: alert.since, requesterId: null, confidential: false },
    ...{ subject: alert.title, description: describeAlert(alert, source.name, language) },
    ...{ watcherIds: [], fileIds: [], followsUpId: null },
  });
  if (outcome.kind !== 'opened') return refusal(tx, 'alertId', 'NO_TICKET', TRIAGE_FAULTS.service);
  await tx.query(GIVE_TICKET, [tx.scope.providerId, sourceId, alert.alert_id, outcome.ticketId, alert.group_key]);
  return null;
}

/** Makes a ticket of an alert and of all that would share it. */
export function openAlertTicket(
  tx: Tx<StaffScope>,
  input: OnAlert & { readonly priority?: Priority | null },
): Promise<TriageResult> {
  const act: Act = async (alert, source) =>
    alert.ticket_id === null ? open(tx, { alert, source, priority: input.priority ?? null }) : taken(tx);
  return onAlert(tx, input, { action: 'open-ticket', act });
}

/** Adds an alert to a ticket of the same client that is being worked on. */
export function attachAlert(
  tx: Tx<StaffScope>,
  input: OnAlert & { readonly ticketKey: string },
): Promise<TriageResult> {
  const act: Act = async (alert, { tenantId, sourceId }) => {
    if (alert.ticket_id !== null) return taken(tx);
    const key = /^([\p{L}\p{N}]{1,20})-(\d{1,9})$/u.exec(input.ticketKey.trim().toUpperCase());
    const { providerId } = tx.scope;
    const [ticket] = key === null ? [] : await tx.query(TICKET, [providerId, tenantId, key[1], Number(key[2])]);
    if (ticket === undefined) return refusal(tx, 'ticketKey', 'UNKNOWN_TICKET', TRIAGE_FAULTS.ticket);
    await tx.query(GIVE_TICKET, [providerId, sourceId, alert.alert_id, ticket.ticket_id, null]);
    return null;
  };
  return onAlert(tx, input, { action: 'attach', act });
}

/** The ticket is one that this person made of the alert, and nobody else has been at it. */
async function isOwnUntouched(tx: Tx<StaffScope>, ticketId: string): Promise<'OWN' | 'TOUCHED' | 'OTHER'> {
  const log = await readLog(tx, ticketId);
  const [opened] = log;
  const own = opened?.kind === 'OPENED' && opened.channel === 'MONITORING' && opened.actor.userId === tx.scope.personId;
  if (!own) return 'OTHER';
  const mine = log.every(({ actor }) => actor.side === 'SYSTEM' || actor.userId === tx.scope.personId);
  return mine && log.every(({ kind }) => kind !== 'MESSAGE_ADDED') ? 'OWN' : 'TOUCHED';
}

/** Undoes what triage did. A ticket made of the alert is cancelled with it while nobody has worked on it. */
export function returnAlert(tx: Tx<StaffScope>, input: OnAlert): Promise<TriageResult> {
  const act: Act = async ({ ticket_id: ticketId }) => {
    const whose = ticketId === null ? null : await isOwnUntouched(tx, ticketId);
    if (whose === 'TOUCHED') return refusal(tx, 'alertId', 'TICKET_TOUCHED', TRIAGE_FAULTS.touched);
    const own = whose === 'OWN' ? ticketId : null;
    if (own !== null) {
      const cancelled = await new CancelTicket().run(tx, { ticketId: own, expectedVersion: null });
      if (cancelled.kind !== 'changed') return refusal(tx, 'alertId', 'TICKET_TOUCHED', TRIAGE_FAULTS.touched);
    }
    if (own === null) await tx.query(RETURN, on(tx, input));
    else await tx.query(RETURN_TICKET, [tx.scope.providerId, own]);
    return null;
  };
  return onAlert(tx, input, { action: 'return', act });
}
