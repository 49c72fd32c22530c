import { queueMail } from '@daylight/api-mail';
import { appendEvents, statement, type Tx } from '@daylight/api-database';
import { tell } from '@daylight/api-notifications';
import { newId, type SystemScope } from '@daylight/api-platform';
import type { Instant, Language } from '@daylight/domain';
import { callFacts } from './ticket-facts.js';
import { recordEvent, type RunRow } from './run-row.js';

export interface Admin {
  readonly person_id: string;
  readonly display_name: string;
  readonly language: Language;
  readonly zone: string;
}

const ADMINS = statement<Admin>(
  'escalation-admins',
  `select person_id, display_name, language, zone from person
   where provider_id = $1 and staff_role = 'PROVIDER_ADMIN' and status = 'ACTIVE' order by person_id`,
);

export function loadAdmins(tx: Tx): Promise<readonly Admin[]> {
  return tx.query(ADMINS, [tx.scope.providerId]);
}

/**
 * Tells every PROVIDER_ADMIN that nobody answered: by notification, and by a mail that no preference turns off. Recorded as
 * ALARMED in the same transaction, so once.
 */
export async function raiseAlarm(
  tx: Tx<SystemScope>,
  run: RunRow,
  { dueAt, origin }: { readonly dueAt: Instant; readonly origin: string },
): Promise<void> {
  const eventId = await recordEvent(tx, run, { kind: 'ALARMED' });
  const { ticket_id: ticketId, tenant_id: tenantId, escalation_id: escalationId } = run;
  const admins = await loadAdmins(tx);
  const event = { id: eventId, topic: 'escalation.exhausted', tenantId, ids: { ticketId, escalationId } };
  await tell(
    tx,
    event,
    admins.map(({ person_id: personId }) => ({
      ...{ personId, kind: 'ESCALATION_UNANSWERED' as const, inApp: true, mail: false, staffOnly: true },
    })),
  );
  await appendEvents(tx, [{ topic: event.topic, tenantId, ids: event.ids }]);
  const call = await callFacts(tx, ticketId, run.priority);
  const url = `${origin}/console/tickets/${ticketId}`;
  for (const { person_id: personId, display_name: name, language, zone } of admins) {
    await queueMail(tx, origin, {
      mailId: newId(),
      facts: { template: 'ESCALATION_UNANSWERED', call, startedAt: run.started_at, exhaustedAt: dueAt, url },
      ...{ to: { name, personId }, language, zone, link: null, ticketId },
    });
  }
}
