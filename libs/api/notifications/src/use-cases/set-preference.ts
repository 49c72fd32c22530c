import { inputRefused, type InputRefused } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { kindsOf } from '../kinds.js';
import { NOT_YOUR_KIND } from '../messages.js';
import { NotificationPreferenceRow } from '../model/notification-preference.row.js';
import type { PreferenceView } from '../queries/preferences.js';

export type SetPreferenceResult =
  { readonly __typename: 'NotificationPreferenceSet'; readonly preference: PreferenceView } | InputRefused;

/** Keeps how the reader wants to be told about one kind. */
export async function setNotificationPreference(
  tx: Tx<PersonScope>,
  { kind, inApp, mail }: PreferenceView,
): Promise<SetPreferenceResult> {
  const { providerId, personId, side, language } = tx.scope;
  if (!kindsOf(side).includes(kind)) {
    return inputRefused([{ path: 'kind', kind: 'NOT_YOURS', message: NOT_YOUR_KIND[language] }]);
  }
  const chosen = { providerId, personId, kind, inApp, mail };
  await tx.rows.upsert(NotificationPreferenceRow, chosen, ['providerId', 'personId', 'kind']);
  return { __typename: 'NotificationPreferenceSet', preference: { kind, inApp, mail } };
}
