import { randomUUID } from 'node:crypto';
import type { ValueAt } from './documents.fixture.js';
import type { Houses, IdKind } from './houses.fixture.js';

/** What an argument called `id` or `ids` means, by root field. */
const BY_FIELD: Readonly<Record<string, IdKind>> = {
  outage: 'outage',
  maintenanceWindow: 'window',
  credit: 'credit',
  contract: 'contract',
  contractVersion: 'version',
  review: 'review',
  verifyReview: 'review',
  ticket: 'ticket',
  ticketChanged: 'ticket',
  calendarTemplate: 'calendar',
  updateCalendarTemplate: 'calendar',
  updateServiceItem: 'service',
  staffMember: 'staff',
  clientUser: 'client',
  importRun: 'importRun',
  mailContent: 'mail',
  retryMail: 'mail',
  inboundMail: 'inbound',
  releaseInboundMail: 'inbound',
  rejectInboundMail: 'inbound',
  tryAddressAgain: 'trouble',
  retryDeadLetters: 'deadLetter',
  discardDeadLetters: 'deadLetter',
  tenant: 'tenant',
  markNotificationsRead: 'notification',
};

const BY_NAME: Readonly<Record<string, IdKind>> = {
  tenantId: 'tenant',
  tenantIds: 'tenant',
  versionId: 'version',
  contractVersionId: 'version',
  fromVersionId: 'version',
  toVersionId: 'version',
  contractId: 'contract',
  serviceItemId: 'service',
  serviceItemIds: 'service',
  calendarTemplateIds: 'calendar',
  providerId: 'provider',
  sessionId: 'session',
  reviewId: 'review',
  actionId: 'reviewAction',
  sealedCopyFileId: 'file',
  fileId: 'file',
  fileIds: 'file',
  ticketId: 'ticket',
  duplicateId: 'ticket',
  survivorId: 'ticket',
  followsUpId: 'ticket',
  objectId: 'ticket',
  messageId: 'message',
  questionMessageId: 'message',
  // Ids inside a ticket's log, and names of legal notices, have no table of their own.
  templateId: 'message',
  dutyId: 'message',
  proposalId: 'message',
  personId: 'client',
  requesterId: 'client',
  watcherIds: 'client',
  actorPersonId: 'client',
  ownerPersonId: 'client',
  personIds: 'staff',
  assigneeId: 'staff',
  assigneeIds: 'staff',
  teamId: 'team',
  teamIds: 'team',
  runId: 'importRun',
  importRunId: 'importRun',
  mailboxId: 'mailbox',
  contactId: 'contact',
  scheduleId: 'schedule',
  policyId: 'policy',
  escalationId: 'escalation',
  sourceId: 'source',
  deliveryId: 'delivery',
  alertId: 'alert',
  delegationId: 'delegation',
  outageId: 'outage',
  windowId: 'window',
  exclusionId: 'exclusion',
  exclusionIds: 'exclusion',
  concededExclusionIds: 'exclusion',
  figureId: 'figure',
  creditId: 'credit',
  noteId: 'note',
  webhookId: 'webhook',
  webhookDeliveryId: 'webhookDelivery',
  gatewayId: 'gateway',
};

/** Ids that mean something only within one provider, whoever of its tenants one is. */
export const OF_PROVIDER: ReadonlySet<IdKind> = new Set([
  'service',
  'calendar',
  'staff',
  'team',
  'provider',
  'schedule',
  'policy',
  'note',
  'gateway',
]);

/** What an ID argument names; null: an argument this table doesn't know yet. */
export function kindAt(field: string, path: readonly string[]): IdKind | null {
  const name = path.at(-1) ?? '';
  return (name === 'id' || name === 'ids' ? BY_FIELD[field] : BY_NAME[name]) ?? null;
}

const TEXT: Readonly<Record<string, string>> = {
  email: '',
  period: '2026-Q1',
  region: 'KR',
  timeZone: 'Asia/Seoul',
  key: 'OPENED',
  text: 'subject',
  code: '',
  prefix: '',
  digest: 'a'.repeat(64),
  reason: 'CLIENT_ANSWER',
};

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  LocalDate: '2026-03-02',
  Json: {},
  TicketView: 'COMPANY',
  QueueView: 'ALL_OPEN',
  PeriodUnit: 'QUARTER',
  TicketChannel: 'PHONE',
  TicketStatus: 'WAITING_ON_CLIENT',
};

/** A stretch of two hours: work is announced for one to come, and everything else is said of one that has passed. */
function instantOf(field: string, name: string): string {
  const hour = name === 'endsAt' || name === 'to' ? '03' : '01';
  return `${field === 'announceMaintenance' ? '2098' : '2026'}-03-02T${hour}:00:00Z`;
}

/** Whose version a mutation names: with another's, "changed meanwhile" would answer before any id inside is looked at. */
function versionedBy(field: string): keyof Houses['versions'] {
  if (/Review/.test(field)) return 'review';
  return /Credit/.test(field) ? 'credit' : 'ticket';
}

/** Values that a form of one's own tenant would hold: nothing but a foreign id is to be the reason why it is refused. */
export function ownValues(field: string, { ids: { N1: ids }, versions }: Houses): ValueAt {
  return (path, typeName) => {
    const name = path.at(-1) ?? '';
    if (typeName === 'ID') return ids[kindAt(field, path) ?? 'tenant'];
    if (name === 'expectedVersion') return versions[versionedBy(field)];
    if (field === 'kpiApprovals' && name === 'key') return 'CLIENT_APPROVALS_OPEN';
    if (typeName === 'Instant') return instantOf(field, name);
    if (typeName === 'LocalDate' && name === 'to') return '2026-12-31';
    if (typeName !== 'String') return SCALARS[typeName];
    const unique = randomUUID().slice(0, 8);
    if (name === 'email') return `${unique}@spec.example`;
    if (name === 'code') return `OPS-${unique.toUpperCase()}`;
    if (name === 'prefix') return `Z${unique.toUpperCase()}`;
    return TEXT[name] ?? 'words';
  };
}
