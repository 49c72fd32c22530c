import type { ClientScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { TicketType } from '@daylight/domain';
import { gradesOf } from './grades.js';
import { openTicket } from './open-ticket.js';
import { invalid, type OpenOutcome } from './outcome.js';

/** `OpenTicketInput` of the portal's schema. */
export interface OpenTicketInput {
  readonly type: TicketType;
  readonly serviceItemId: string;
  readonly impact: number;
  readonly urgency: number;
  readonly subject: string;
  readonly description: string;
  readonly confidential?: boolean | null;
  readonly watcherIds?: readonly string[] | null;
  readonly fileIds?: readonly string[] | null;
  readonly followsUpId?: string | null;
}

/** A client user asks for something: opens now, requested by oneself, with the priority of the matrix. */
@Injectable()
export class OpenTicketInPortal {
  async run(tx: Tx<ClientScope>, input: OpenTicketInput): Promise<OpenOutcome> {
    const grades = gradesOf(input);
    if ('faults' in grades) return invalid(...grades.faults);
    const { tenantId, personId } = tx.scope;
    const { type, serviceItemId, subject, description } = input;
    return openTicket(tx, {
      ...{ tenantId, type, serviceItemId, ...grades, priority: null, channel: 'PORTAL', openedAt: tx.now },
      ...{ requesterId: personId, subject, description, confidential: input.confidential ?? false },
      ...{ watcherIds: input.watcherIds ?? [], fileIds: input.fileIds ?? [], followsUpId: input.followsUpId ?? null },
    });
  }
}
