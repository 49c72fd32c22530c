import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { isId } from './connection.js';
import { missing, type NotFound } from './messages.js';

interface SessionRow {
  readonly session_id: string;
  readonly created_at: number;
  readonly last_seen_at: number;
  readonly user_agent: string | null;
  readonly address: string | null;
}

const SESSIONS = statement<SessionRow>('identity-sessions', 'select * from session_list()');
const END_OWN = statement<{ ended: boolean }>('identity-session-end', 'select session_end_own($1) as ended');
const CLOSE_ALL = statement('identity-session-close-all', 'select session_close_all($1)');

/** The viewer's live sessions, the last used first. */
export async function listSessions(tx: Tx<PersonScope>) {
  const rows = await tx.query(SESSIONS);
  return rows.map((row) => ({
    id: row.session_id,
    current: row.session_id === tx.scope.sessionId,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    userAgent: row.user_agent,
    address: row.address,
  }));
}

export type EndSessionResult = { readonly __typename: 'SessionEnded'; readonly sessionId: string } | NotFound;

/** Ends one of the viewer's own sessions. */
export async function endSession(
  tx: Tx<PersonScope>,
  { sessionId }: { readonly sessionId: string },
): Promise<EndSessionResult> {
  const [row] = isId(sessionId) ? await tx.query(END_OWN, [sessionId]) : [];
  if (row?.ended !== true) return missing('session');
  await recordAudit(tx, {
    action: 'session.end',
    objectType: 'session',
    objectId: sessionId,
    tenantId: tx.scope.tenantId,
  });
  return { __typename: 'SessionEnded', sessionId };
}

/** Ends every session of the viewer, the asking one too (G9). */
export async function signOutEverywhere(tx: Tx<PersonScope>): Promise<void> {
  const { personId, tenantId } = tx.scope;
  await tx.query(CLOSE_ALL, [personId]);
  await recordAudit(tx, { action: 'session.end-all', objectType: 'person', objectId: personId, tenantId });
}
