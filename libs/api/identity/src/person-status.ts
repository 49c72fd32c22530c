import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { isId } from './connection.js';
import { sendInvitation } from './invitation.js';
import { missing, refused, type InputRefused, type NotFound } from './messages.js';
import { lockRights } from './staff-access.js';

const SET_STATUS = statement<{ status: string }>(
  'identity-person-set-status',
  'select person_set_status($1, $2) as status',
);

export interface SetPersonActiveInput {
  readonly personId: string;
  readonly active: boolean;
}

export type SetPersonActiveResult =
  | { readonly __typename: 'PersonActiveSet'; readonly personId: string; readonly status: string }
  | NotFound
  | InputRefused;

/** Deactivates a person, which ends sessions and links at once (G9), or takes one back. Repeating it changes nothing. */
export async function setPersonActive(tx: Tx<StaffScope>, input: SetPersonActiveInput): Promise<SetPersonActiveResult> {
  const { personId, active } = input;
  const { person, lastAdmin } = await lockRights(tx, personId);
  if (person === null) return missing('person');
  if ((person.status !== 'DEACTIVATED') === active) {
    return { __typename: 'PersonActiveSet', personId, status: person.status };
  }
  const { language } = tx.scope;
  if (personId === tx.scope.personId) return refused(language, [{ path: 'personId', kind: 'self-not-possible' }]);
  if (lastAdmin) return refused(language, [{ path: 'personId', kind: 'last-admin' }]);
  const [row] = await tx.query(SET_STATUS, [personId, active ? 'ACTIVE' : 'DEACTIVATED']);
  const status = row?.status ?? person.status;
  await recordAudit(tx, {
    action: active ? 'person.reactivate' : 'person.deactivate',
    objectType: 'person',
    objectId: personId,
    tenantId: null,
    before: { status: person.status },
    after: { status },
  });
  return { __typename: 'PersonActiveSet', personId, status };
}

const STATUS = statement<{ status: string; side: 'CLIENT' | 'PROVIDER'; reached: boolean }>(
  'identity-person-invited',
  `select p.status, p.side, p.side = 'PROVIDER' or $3::boolean
       or exists (select 1 from tenant_membership m where m.provider_id = p.provider_id and m.person_id = p.person_id) as reached
   from person p where p.provider_id = $1 and p.person_id = $2`,
);

export type ResendInvitationResult =
  { readonly __typename: 'InvitationResent'; readonly personId: string } | NotFound | InputRefused;

/** A new invitation for somebody who has not followed the first one. */
export async function resendInvitation(
  tx: Tx<StaffScope>,
  { personId }: { readonly personId: string },
): Promise<ResendInvitationResult> {
  const { providerId, language, restricted } = tx.scope;
  const [row] = isId(personId) ? await tx.query(STATUS, [providerId, personId, !restricted]) : [];
  if (row === undefined || !row.reached) return missing('person');
  if (row.status !== 'INVITED') return refused(language, [{ path: 'personId', kind: 'not-invited' }]);
  await sendInvitation(tx, { personId, side: row.side, tenantId: null });
  await recordAudit(tx, { action: 'person.invite-again', objectType: 'person', objectId: personId, tenantId: null });
  return { __typename: 'InvitationResent', personId };
}
