import { inputRefused, isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { inviteClientUser } from '@daylight/api-identity';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { inboundJob } from '../process/inbound-job.js';
import { inboundMail } from './inbound-queries.js';
import type { InboundMailView } from './inbound-view.js';
import { INBOUND_PROBLEMS } from './messages.js';

export type DecideInboundResult =
  | { readonly __typename: 'InboundMailDecided' | 'InboundMailNotHeld'; readonly mail: InboundMailView }
  | InputRefused
  | NotFound;

interface HeldRow {
  readonly state: string;
  readonly reason: string | null;
  readonly ticket_id: string | null;
  readonly tenant_id: string | null;
  readonly mailbox_tenant_id: string | null;
  readonly from_address: string;
  readonly from_name: string;
  /** Its message is here no more, so that it can't be read again. */
  readonly purged: boolean;
}

const HELD = statement<HeldRow>(
  'inbound-mail-lock',
  `select i.state, i.reason, i.ticket_id, i.tenant_id, b.tenant_id as mailbox_tenant_id, i.from_address, i.from_name,
     i.raw_purged_at is not null as purged
   from mail_inbound i left join mailbox b on b.provider_id = i.provider_id and b.mailbox_id = i.mailbox_id
   where i.provider_id = $1 and i.inbound_id = $2 for update of i`,
);
const DECIDE = statement(
  'inbound-mail-decide',
  `update mail_inbound set state = $3, tenant_id = $4, decided_by = $5, decided_at = $6
   where provider_id = $1 and inbound_id = $2`,
);
const TENANT = statement<{ language: Language; zone: string }>(
  'inbound-mail-tenant',
  'select language, zone from tenant where provider_id = $1 and tenant_id = $2',
);

/** What was taken for automatic by mistake can be let through as well; our own mail and second copies can't. */
const RELEASABLE = new Set(['AUTOMATIC_REPLY', 'BOUNCE', 'MAILING_LIST']);

const waits = ({ state, reason, purged }: HeldRow): boolean =>
  state === 'QUARANTINED' || (state === 'IGNORED' && !purged && RELEASABLE.has(reason ?? ''));

async function answer(tx: Tx<StaffScope>, id: string, decided: boolean): Promise<DecideInboundResult> {
  const mail = await inboundMail(tx, id);
  if (mail === null) return notFoundResult('inbound mail');
  return { __typename: decided ? 'InboundMailDecided' : 'InboundMailNotHeld', mail };
}

async function decide(
  tx: Tx<StaffScope>,
  id: string,
  to: { readonly state: 'RELEASED' | 'REJECTED'; readonly tenantId: string | null },
): Promise<void> {
  await tx.query(DECIDE, [tx.scope.providerId, id, to.state, to.tenantId, tx.scope.personId, timestamp(tx.now)]);
}

async function heldRow(tx: Tx<StaffScope>, id: string): Promise<HeldRow | null> {
  const [row] = isId(id) ? await tx.query(HELD, [tx.scope.providerId, id]) : [];
  return row ?? null;
}

export interface ReleaseInput {
  readonly id: string;
  readonly as: 'AS_IT_IS' | 'COLLEAGUE';
  readonly tenantId?: string | null;
}

/** The sender becomes a person of the client, who may ask; invited, so that the portal is theirs as well. */
async function makeColleague(
  tx: Tx<StaffScope>,
  row: HeldRow,
  tenantId: string,
): Promise<InputRefused | NotFound | null> {
  if (!tx.scope.permissions.has('people:invite')) {
    throw new DaylightError('FORBIDDEN', 'your role does not allow this', { permission: 'people:invite' });
  }
  const [tenant] = await tx.query(TENANT, [tx.scope.providerId, tenantId]);
  if (tenant === undefined) return notFoundResult('tenant');
  const displayName = (row.from_name || row.from_address.replace(/@.*/, '')).slice(0, 120);
  const person = { email: row.from_address, displayName, language: tenant.language, timeZone: tenant.zone };
  const result = await inviteClientUser(tx, { ...person, tenantId, roles: ['REQUESTER'] });
  if (result.__typename === 'ClientUserInvited') return null;
  if (result.__typename === 'NotFound') return notFoundResult(result.what);
  return inputRefused(result.problems);
}

/**
 * Lets a mail that waits through: it is worked on by the worker, for the client that ticket, mailbox or input name. Writes
 * nothing when it waits no more.
 */
export async function releaseInboundMail(tx: Tx<StaffScope>, input: ReleaseInput): Promise<DecideInboundResult> {
  const row = await heldRow(tx, input.id);
  if (row === null) return notFoundResult('inbound mail');
  if (!waits(row)) return answer(tx, input.id, false);
  const fixed = row.ticket_id === null ? row.mailbox_tenant_id : row.tenant_id;
  const tenantId = fixed ?? input.tenantId ?? row.tenant_id;
  if (tenantId === null) {
    return inputRefused([
      { path: 'tenantId', kind: 'MISSING', message: INBOUND_PROBLEMS.whichClient[tx.scope.language] },
    ]);
  }
  const elsewhere = input.tenantId != null && input.tenantId !== tenantId;
  const known = isId(tenantId) ? await tx.query(TENANT, [tx.scope.providerId, tenantId]) : [];
  if (elsewhere || known.length === 0) return notFoundResult('tenant');
  const trouble = input.as === 'COLLEAGUE' ? await makeColleague(tx, row, tenantId) : null;
  if (trouble !== null) return trouble;
  await decide(tx, input.id, { state: 'RELEASED', tenantId });
  await enqueue(tx, [inboundJob(input.id, tenantId)]);
  const about = { objectType: 'inbound-mail', objectId: input.id, tenantId };
  await recordAudit(tx, { action: 'mail.release', ...about, before: { reason: row.reason }, after: { as: input.as } });
  return answer(tx, input.id, true);
}

/** Turns a mail that waits down: it stays on record without effect. */
export async function rejectInboundMail(
  tx: Tx<StaffScope>,
  { id }: { readonly id: string },
): Promise<DecideInboundResult> {
  const row = await heldRow(tx, id);
  if (row === null) return notFoundResult('inbound mail');
  if (row.state !== 'QUARANTINED') return answer(tx, id, false);
  await decide(tx, id, { state: 'REJECTED', tenantId: row.tenant_id });
  const about = { objectType: 'inbound-mail', objectId: id, tenantId: row.tenant_id };
  await recordAudit(tx, { action: 'mail.reject', ...about, before: { reason: row.reason } });
  return answer(tx, id, true);
}
