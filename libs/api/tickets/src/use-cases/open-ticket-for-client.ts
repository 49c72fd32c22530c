import { isId } from '@daylight/api-calendars';
import type { StaffScope } from '@daylight/api-platform';
import { statement, type Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { Channel, Instant, Priority } from '@daylight/domain';
import { gradesOf } from './grades.js';
import type { OpenTicketInput } from './open-ticket-in-portal.js';
import { openTicket } from './open-ticket.js';
import { invalid, type OpenOutcome } from './outcome.js';

const TENANT = statement<{ tenant_id: string }>(
  'ticket-tenant',
  'select tenant_id from tenant where provider_id = $1 and tenant_id = $2',
);

/** `OpenTicketForClientInput` of the console's schema. */
export interface OpenTicketForClientInput extends OpenTicketInput {
  readonly tenantId: string;
  readonly priority?: Priority | null;
  readonly channel: Channel;
  readonly calledAt?: Instant | null;
  readonly requesterId?: string | null;
}

/** Who opens a confidential ticket without the right to see them all goes on watching it: nobody writes what they can't see. */
function watchersOf(tx: Tx<StaffScope>, { confidential, watcherIds }: OpenTicketForClientInput): readonly string[] {
  const named = watcherIds ?? [];
  return confidential === true && !tx.scope.seesConfidential ? [...named, tx.scope.personId] : named;
}

/** Staff open a ticket for a client: found by themselves (opens now), or told by phone at a stated time (D-TKT-1). */
@Injectable()
export class OpenTicketForClient {
  async run(tx: Tx<StaffScope>, input: OpenTicketForClientInput): Promise<OpenOutcome> {
    const { channel, tenantId } = input;
    if (channel !== 'CONSOLE' && channel !== 'PHONE')
      return invalid({ path: 'channel', kind: 'NOT_A_CHANNEL_FOR_PEOPLE' });
    const grades = gradesOf(input);
    if ('faults' in grades) return invalid(...grades.faults);
    const known = isId(tenantId) ? await tx.query(TENANT, [tx.scope.providerId, tenantId]) : [];
    if (known.length === 0) return { kind: 'not-found', what: 'tenant' };
    const { type, serviceItemId, subject, description } = input;
    return openTicket(tx, {
      ...{ tenantId, type, serviceItemId, ...grades, priority: input.priority ?? null, channel },
      openedAt: channel === 'PHONE' ? (input.calledAt ?? tx.now) : tx.now,
      ...{ requesterId: input.requesterId ?? null, subject, description, confidential: input.confidential ?? false },
      ...{ watcherIds: watchersOf(tx, input), fileIds: input.fileIds ?? [], followsUpId: input.followsUpId ?? null },
    });
  }
}
