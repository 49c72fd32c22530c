import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { asClient, asStaff, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope } from '@daylight/api-platform';
import { entities } from './model/entities.js';

/** Particulars of somebody to be invited. */
export const person = (email: string, displayName = '김민수') =>
  ({ email, displayName, language: 'ko', timeZone: 'Asia/Seoul' }) as const;

/** What an ordinary agent may see: every client, nothing confidential. */
export const access = { role: 'AGENT', restricted: false, seesConfidential: false, tenantIds: [] } as const;

/** A provider with two clients, and another provider to keep away from. */
export interface People {
  readonly db: TestDatabase;
  readonly providerId: string;
  readonly adminId: string;
  readonly acme: string;
  readonly beta: string;
  readonly foreign: {
    readonly providerId: string;
    readonly adminId: string;
    readonly tenantId: string;
    readonly clientId: string;
  };
  /** Works as a member of staff, in a session and transaction of its own. */
  staff<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T>;
  /** Works as a client user. */
  client<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T>;
  mailsTo(personId: string): Promise<readonly MailRow[]>;
  /** What the audit trail says was done to it, in order. */
  auditOf(objectId: string): Promise<readonly string[]>;
}

interface MailRow {
  readonly template: string;
  readonly link: string;
  readonly tenant_id: string | null;
}

/** Close its `db` in `afterAll`. */
export async function createPeople(): Promise<People> {
  const db = await createTestDatabase(entities);
  const { providerId, adminId } = await createProvider(db, 'North');
  const acme = await createTenant(db, providerId, 'ACME');
  const beta = await createTenant(db, providerId, 'BETA');
  const south = await createProvider(db, 'South');
  const tenantId = await createTenant(db, south.providerId, 'ACME');
  const foreign = { ...south, tenantId, clientId: await createClient(db, south.providerId, tenantId, ['APPROVER']) };
  return {
    db,
    providerId,
    adminId,
    acme,
    beta,
    foreign,
    async staff(personId, work) {
      const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
      return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
    },
    async client(personId, work) {
      const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
      return db.app.asPerson(caller, (tx) => work(asClient(tx)));
    },
    mailsTo: (personId) =>
      db.owner<MailRow>(
        `select payload ->> 'template' as template, payload ->> 'link' as link, tenant_id
         from job where queue = 'mail' and payload ->> 'personId' = $1 order by created_at`,
        [personId],
      ),
    async auditOf(objectId) {
      const rows = await db.owner<{ action: string }>(
        'select action from audit_entry where object_id = $1 order by at',
        [objectId],
      );
      return rows.map(({ action }) => action);
    },
  };
}
