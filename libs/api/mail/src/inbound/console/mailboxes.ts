import {
  inputRefused,
  isId,
  isStorable,
  notFoundResult,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { Instant, Language, TicketType } from '@daylight/domain';
import { sealSecret } from '../sealed-secret.js';
import { INBOUND_PROBLEMS } from './messages.js';

type Intake = 'SMTP' | 'IMAP';

interface MailboxRow {
  readonly mailbox_id: string;
  readonly version: number;
  readonly address: string;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly intake: Intake;
  readonly enabled: boolean;
  readonly service_item_id: string;
  readonly ticket_type: TicketType;
  readonly impact: number;
  readonly urgency: number;
  readonly imap_host: string | null;
  readonly imap_port: number | null;
  readonly imap_security: string | null;
  readonly imap_user: string | null;
  readonly imap_folder: string | null;
  readonly last_polled_at: Instant | null;
  readonly last_error: string | null;
  readonly last_received_at: Instant | null;
}

export interface MailboxInput {
  readonly mailboxId?: string | null;
  readonly expectedVersion?: number | null;
  readonly address: string;
  readonly tenantId?: string | null;
  readonly intake: Intake;
  readonly enabled: boolean;
  readonly serviceItemId: string;
  readonly type: TicketType;
  readonly impact: number;
  readonly urgency: number;
  readonly imap?: {
    readonly host: string;
    readonly port: number;
    readonly security: 'TLS' | 'STARTTLS';
    readonly user: string;
    readonly folder: string;
    readonly password?: string | null;
  } | null;
}

const SELECT = `select b.mailbox_id, b.version, b.address, b.tenant_id, n.name as tenant_name, b.intake, b.enabled, b.service_item_id,
    b.ticket_type, b.impact, b.urgency, b.imap_host, b.imap_port, b.imap_security, b.imap_user, b.imap_folder, b.last_polled_at, b.last_error,
    (select i.received_at from mail_inbound i where i.provider_id = b.provider_id and i.mailbox_id = b.mailbox_id
     order by i.received_at desc limit 1) as last_received_at
  from mailbox b left join tenant n on n.provider_id = b.provider_id and n.tenant_id = b.tenant_id where b.provider_id = $1`;
const ALL = statement<MailboxRow>('mailbox-all', `${SELECT} order by b.address`);
const ONE = statement<MailboxRow>('mailbox-one', `${SELECT} and b.mailbox_id = $2`);
const KNOWN = statement<{ tenant: boolean; service: boolean }>(
  'mailbox-known',
  `select $2::uuid is null or exists (select 1 from tenant where provider_id = $1 and tenant_id = $2) as tenant,
     exists (select 1 from service_item where provider_id = $1 and service_item_id = $3) as service`,
);
const INSERT = statement<{ mailbox_id: string }>(
  'mailbox-add',
  `insert into mailbox (provider_id, mailbox_id, tenant_id, address, intake, enabled, service_item_id, ticket_type, impact, urgency,
     imap_host, imap_port, imap_security, imap_user, imap_folder, imap_secret, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
   on conflict on constraint mailbox_address_key do nothing returning mailbox_id`,
);
/** A null secret leaves the one that is there, which this role can't read. */
const UPDATE = statement<{ mailbox_id: string }>(
  'mailbox-change',
  `update mailbox set enabled = $4, service_item_id = $5, ticket_type = $6, impact = $7, urgency = $8, imap_host = $9, imap_port = $10,
     imap_security = $11, imap_user = $12, imap_folder = $13, updated_at = $14, version = version + 1, poll_after = $14, last_error = null
   where provider_id = $1 and mailbox_id = $2 and version = $3 returning mailbox_id`,
);
const SET_SECRET = statement(
  'mailbox-secret',
  'update mailbox set imap_secret = $3 where provider_id = $1 and mailbox_id = $2',
);

function viewOf(row: MailboxRow) {
  const { imap_host: host, imap_port: port, imap_security: security, imap_user: user, imap_folder: folder } = row;
  return {
    ...{
      id: row.mailbox_id,
      version: row.version,
      address: row.address,
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
    },
    ...{ intake: row.intake, enabled: row.enabled, serviceItemId: row.service_item_id, type: row.ticket_type },
    ...{ impact: row.impact, urgency: row.urgency, lastPolledAt: row.last_polled_at, lastError: row.last_error },
    lastReceivedAt: row.last_received_at,
    imap: host === null ? null : { host, port, security, user, folder },
  };
}

export type MailboxView = ReturnType<typeof viewOf>;
export type SaveMailboxResult =
  | { readonly __typename: 'MailboxSaved'; readonly mailbox: MailboxView }
  | { readonly __typename: 'MailboxChangedMeanwhile'; readonly current: MailboxView }
  | InputRefused
  | NotFound;

/** The addresses that take mail in, by name. */
export async function mailboxes(tx: Tx<StaffScope>): Promise<readonly MailboxView[]> {
  return (await tx.query(ALL, [tx.scope.providerId])).map(viewOf);
}

/** One of them; null: none, or not the reader's to see. */
export async function oneMailbox(tx: Tx<StaffScope>, id: string): Promise<MailboxView | null> {
  const row = await mailboxRow(tx, id);
  return row === null ? null : viewOf(row);
}

async function mailboxRow(tx: Tx<StaffScope>, id: string): Promise<MailboxRow | null> {
  const [row] = isId(id) ? await tx.query(ONE, [tx.scope.providerId, id]) : [];
  return row ?? null;
}

const ADDRESS = /^[^\s@+<>"]{1,64}@[a-z0-9.-]{1,180}$/;
const HOST = /^[a-z0-9.:-]{1,253}$/i;

type Refuse = (path: string, kind: string, words: keyof typeof INBOUND_PROBLEMS) => InputProblem;

function refuser(language: Language): Refuse {
  return (path, kind, words) => ({ path, kind, message: INBOUND_PROBLEMS[words][language] });
}

function imapProblems(input: MailboxInput, isNew: boolean, refuse: Refuse): readonly InputProblem[] {
  const { imap, intake } = input;
  if (intake === 'SMTP') return imap == null ? [] : [refuse('imap', 'NOT_EXPECTED', 'imapUnwanted')];
  if (imap == null) return [refuse('imap', 'MISSING', 'imap')];
  const short = (text: string) => text.trim() !== '' && text.length <= 250 && isStorable(text);
  return [
    ...(HOST.test(imap.host) ? [] : [refuse('imap.host', 'BAD_FORMAT', 'imap')]),
    ...(imap.port >= 1 && imap.port <= 65_535 ? [] : [refuse('imap.port', 'OUT_OF_RANGE', 'port')]),
    ...(short(imap.user) ? [] : [refuse('imap.user', 'BAD_FORMAT', 'needed')]),
    ...(short(imap.folder) ? [] : [refuse('imap.folder', 'BAD_FORMAT', 'needed')]),
    ...(imap.password == null ? [] : short(imap.password) ? [] : [refuse('imap.password', 'BAD_FORMAT', 'needed')]),
    ...(isNew && imap.password == null ? [refuse('imap.password', 'MISSING', 'password')] : []),
  ];
}

function problemsOf(input: MailboxInput, before: MailboxRow | null, refuse: Refuse): readonly InputProblem[] {
  const { tenantId = null, intake, impact, urgency } = input;
  const address = input.address.trim().normalize('NFC').toLowerCase();
  const moved = before !== null && before.address !== address;
  const grade = (value: number, path: string) =>
    value >= 1 && value <= 3 ? [] : [refuse(path, 'OUT_OF_RANGE', 'range')];
  return [
    ...(ADDRESS.test(address) && isStorable(address) ? [] : [refuse('address', 'BAD_FORMAT', 'address')]),
    ...(moved ? [refuse('address', 'FIXED', 'fixed')] : []),
    ...(before !== null && before.intake !== intake ? [refuse('intake', 'FIXED', 'fixed')] : []),
    ...(before !== null && before.tenant_id !== tenantId ? [refuse('tenantId', 'FIXED', 'fixed')] : []),
    ...grade(impact, 'impact'),
    ...grade(urgency, 'urgency'),
    ...imapProblems(input, before === null, refuse),
  ];
}

/**
 * Adds a mailbox or changes one. Its address, client and way of intake stay as they were made. A password is sealed here and
 * never shown again (G13). Writes nothing when refused.
 */
export async function saveMailbox(tx: Tx<StaffScope>, secret: string, input: MailboxInput): Promise<SaveMailboxResult> {
  const before = input.mailboxId == null ? null : await mailboxRow(tx, input.mailboxId);
  if (input.mailboxId != null && before === null) return notFoundResult('mailbox');
  const { tenantId = null, serviceItemId } = input;
  if ((tenantId !== null && !isId(tenantId)) || !isId(serviceItemId)) return notFoundResult('tenant or service');
  const [known] = await tx.query(KNOWN, [tx.scope.providerId, tenantId, serviceItemId]);
  if (known?.tenant !== true) return notFoundResult('tenant');
  if (!known.service) return notFoundResult('service');
  const refuse = refuser(tx.scope.language);
  const problems = problemsOf(input, before, refuse);
  if (problems.length > 0) return inputRefused(problems);
  const mailboxId = before?.mailbox_id ?? newId();
  const password = input.imap?.password ?? null;
  const { providerId } = tx.scope;
  const sealed = password === null ? null : sealSecret(secret, { providerId, mailboxId }, password);
  const written =
    before === null ? await add(tx, mailboxId, input, sealed) : await change(tx, mailboxId, input, sealed);
  if (!written && before === null) return inputRefused([refuse('address', 'TAKEN', 'taken')]);
  const current = await mailboxRow(tx, mailboxId);
  if (current === null) return notFoundResult('mailbox');
  if (!written) return { __typename: 'MailboxChangedMeanwhile', current: viewOf(current) };
  const action = before === null ? 'mailbox.add' : 'mailbox.change';
  const after = { intake: current.intake, enabled: current.enabled, password: password !== null };
  await recordAudit(tx, { action, objectType: 'mailbox', objectId: mailboxId, tenantId: current.tenant_id, after });
  return { __typename: 'MailboxSaved', mailbox: viewOf(current) };
}

const imapValues = ({ imap }: MailboxInput): readonly unknown[] => [
  ...[imap?.host.trim() ?? null, imap?.port ?? null, imap?.security ?? null, imap?.user.trim() ?? null],
  imap?.folder.trim() ?? null,
];

async function add(tx: Tx<StaffScope>, id: string, input: MailboxInput, sealed: Buffer | null): Promise<boolean> {
  const { tenantId, intake, enabled, serviceItemId, type, impact, urgency } = input;
  const address = input.address.trim().normalize('NFC').toLowerCase();
  const rows = await tx.query(INSERT, [
    ...[tx.scope.providerId, id, tenantId ?? null, address, intake, enabled, serviceItemId, type, impact, urgency],
    ...[...imapValues(input), sealed, timestamp(tx.now)],
  ]);
  return rows.length === 1;
}

async function change(tx: Tx<StaffScope>, id: string, input: MailboxInput, sealed: Buffer | null): Promise<boolean> {
  const { expectedVersion, enabled, serviceItemId, type, impact, urgency } = input;
  const rows = await tx.query(UPDATE, [
    ...[tx.scope.providerId, id, expectedVersion ?? 0, enabled, serviceItemId, type, impact, urgency],
    ...[...imapValues(input), timestamp(tx.now)],
  ]);
  if (rows.length === 1 && sealed !== null) await tx.query(SET_SECRET, [tx.scope.providerId, id, sealed]);
  return rows.length === 1;
}
