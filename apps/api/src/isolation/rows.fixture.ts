// Marked rows of the slices that need no use case to be written.
import { newId, systemClock } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';

/** `N` and `S`: two providers. `N1`: a tenant of theirs. A suffix says that not everybody of the owner may read it. */
export type Owner = 'N' | 'S' | 'N1' | 'N2' | 'S1' | 'S2';
export const TENANTS = ['N1', 'N2', 'S1', 'S2'] as const;
export type TenantKey = (typeof TENANTS)[number];
type Suffix = '' | 'staff' | 'other' | 'conf' | 'int';

export const NOW = new Date(systemClock.now());

/** The word that a row's texts hold; `MARKER` finds all of them in an answer. */
export const mark = (owner: Owner, suffix: Suffix = ''): string => `mk${owner}${suffix}km`;
export const MARKER = /mk([NS][12]?(?:staff|other|conf|int)?)km/gi;

/** Whose rows: the tenant's key and the columns that say so. */
export interface RowsOf {
  readonly db: TestDatabase;
  readonly key: TenantKey;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
}

export async function put(db: TestDatabase, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((_, index) => `$${index + 1}`).join(', ');
  await db.owner(`insert into ${table} (${columns.join(', ')}) values (${values})`, Object.values(row));
}

export async function putImport(
  { db, key, of }: RowsOf,
  { source, ticket, by }: { readonly source: string; readonly ticket: string; readonly by: string },
): Promise<string> {
  const internal = mark(key, 'int');
  const run = { ...of, run_id: newId() };
  const started = { started_by: by, created_at: NOW, state: 'DONE', dry_run: false, mapping: { m: internal } };
  await put(db, 'import_run', { ...run, ...started, file_id: source, file_name: `${internal}.csv` });
  const cased = { ...run, case_key: internal };
  const said = { said: internal };
  await put(db, 'import_error', { ...cased, error_no: 1, kind: 'BAD_TIME', detail: said, column_name: internal });
  await put(db, 'import_row', { ...cased, line: 1, data: said });
  await put(db, 'import_case', { ...cased, digest: internal, ticket_id: ticket });
  await put(db, 'import_entry', { ...of, ticket_id: ticket, line: 1, occurred_at: NOW, data: said });
  return run.run_id;
}

/** Notifications of everybody in `told`, a preference and a mail that died; the auditor's notification and the mail. */
export async function putNews(
  { db, key, of }: RowsOf,
  news: {
    readonly people: Readonly<Record<'REQUESTER' | 'AUDITOR', string>>;
    readonly told: readonly string[];
    readonly ticket: string;
  },
): Promise<{ readonly notification: string; readonly mail: string }> {
  const { people, told, ticket } = news;
  const own = mark(key);
  const [notification, mail] = [newId(), newId()];
  for (const personId of told) {
    const id = personId === people.AUDITOR ? notification : newId();
    const about = { kind: 'TICKET_REPLIED', ticket_id: ticket, event_id: newId(), created_at: NOW };
    await put(db, 'notification', {
      ...{ ...of, notification_id: id, person_id: personId, ...about },
      data: { subject: own },
    });
  }
  const choice = { provider_id: of.provider_id, person_id: people.REQUESTER, kind: 'TICKET_OPENED' };
  await put(db, 'notification_preference', { ...choice, in_app: true, mail: true });
  const letter = { subject: `${own} letter`, body_text: own, body_html: own, to_address: `${own}@client.example` };
  const state = { template: 'TICKET_REPLIED', state: 'DEAD', language: 'ko', created_at: NOW, last_error: own };
  const ends = { mail_id: mail, person_id: people.REQUESTER, ticket_id: ticket, message_id: `<${own}@x>` };
  await put(db, 'mail_message', { ...of, ...ends, ...letter, ...state });
  return { notification, mail };
}

export async function putFigures({ db, key, of }: RowsOf, { service }: { readonly service: string }): Promise<void> {
  const zone = 'Asia/Seoul';
  const cell = { zone, month: '2026-01', measure: 'OPENED', clock: '', priority: 'P3', n: 3 };
  await put(db, 'kpi_rollup', { ...of, ...cell, service_item_id: service });
  const differing = JSON.stringify([mark(key, 'int')]);
  await put(db, 'kpi_check', { ...of, check_id: newId(), at: NOW, tickets: 1, differing, cells: 0 });
  // another edition's: kept figures that no page takes for its own
  const kept = { zone, edition: 0 };
  const figures = JSON.stringify({ said: mark(key) });
  await put(db, 'kpi_period', { ...of, ...kept, period_key: '2026-01', to_at: NOW, kept_at: NOW, figures });
  await put(db, 'kpi_keeping', { ...of, ...kept, looked_until: NOW, due_at: new Date('2099-01-01') });
  await put(db, 'kpi_touch', { ...of, since: NOW });
}
