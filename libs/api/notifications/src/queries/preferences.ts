import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { kindsOf, type NotificationKind } from '../kinds.js';

const PREFERENCES = statement<{ kind: string; in_app: boolean; mail: boolean }>(
  'notification-preferences',
  'select kind, in_app, mail from notification_preference where provider_id = $1 and person_id = $2',
);

export interface PreferenceView {
  readonly kind: NotificationKind;
  readonly inApp: boolean;
  readonly mail: boolean;
}

/** One choice per kind that can concern the reader; what was never chosen is on. */
export async function notificationPreferences(tx: Tx<PersonScope>): Promise<readonly PreferenceView[]> {
  const rows = await tx.query(PREFERENCES, [tx.scope.providerId, tx.scope.personId]);
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  return kindsOf(tx.scope.side).map((kind) => {
    const row = chosen.get(kind);
    return { kind, inApp: row?.in_app ?? true, mail: row?.mail ?? true };
  });
}
