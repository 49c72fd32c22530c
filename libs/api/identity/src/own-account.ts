import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { countAttempts, LIMITS, tooMany, type TooManyAttempts } from './attempts.js';
import { nameProblems, normaliseName, passwordProblems, zoneProblems } from './input.js';
import { refused, type InputRefused } from './messages.js';
import { PersonRow } from './model/person.row.js';
import { hashPassword, passwordFits, passwordFitsNobody } from './passwords.js';
import { readViewer, type ViewerView } from './viewer.js';

const OWN_HASH = statement<{ hash: string | null }>('identity-credential-own', 'select credential_own() as hash');
const CHANGE_OWN = statement('identity-credential-change-own', 'select credential_change_own($1, $2)');

export interface UpdateProfileInput {
  readonly displayName: string;
  readonly language: 'ko' | 'en';
  readonly timeZone: string;
  readonly version: number;
}

export type UpdateProfileResult =
  | { readonly __typename: 'ProfileUpdated'; readonly viewer: ViewerView }
  | { readonly __typename: 'ProfileChangedMeanwhile'; readonly current: ViewerView }
  | InputRefused;

/** Changes the own name, language and zone, unless somebody changed the person since `version`. */
export async function updateProfile(
  tx: Tx<PersonScope>,
  input: UpdateProfileInput,
  token: string,
): Promise<UpdateProfileResult> {
  const problems = [
    ...nameProblems('displayName', input.displayName, 120),
    ...zoneProblems('timeZone', input.timeZone),
  ];
  if (problems.length > 0) return refused(input.language, problems);
  const { providerId, personId, tenantId } = tx.scope;
  const { affected } = await tx.rows.update(
    PersonRow,
    { providerId, personId, version: input.version },
    {
      displayName: normaliseName(input.displayName),
      language: input.language,
      zone: input.timeZone,
      version: input.version + 1,
    },
  );
  const viewer = await readViewer(tx, token);
  if (affected !== 1) return { __typename: 'ProfileChangedMeanwhile', current: viewer };
  await recordAudit(tx, {
    action: 'profile.update',
    objectType: 'person',
    objectId: personId,
    tenantId,
    after: { language: input.language, zone: input.timeZone },
  });
  return { __typename: 'ProfileUpdated', viewer };
}

export interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export type ChangePasswordResult =
  { readonly __typename: 'PasswordChanged'; readonly ok: true } | InputRefused | TooManyAttempts;

/** Changes the own password, which ends all other sessions. The current one is asked for and counted. */
export async function changePassword(tx: Tx<PersonScope>, input: ChangePasswordInput): Promise<ChangePasswordResult> {
  const { personId, tenantId, language, email, sessionId } = tx.scope;
  const wait = await countAttempts(tx, [{ limit: LIMITS.passwordByPerson, of: personId }]);
  if (wait !== null) return tooMany(wait);
  const problems = passwordProblems('newPassword', input.newPassword, email);
  if (problems.length > 0) return refused(language, problems);
  const [own] = await tx.query(OWN_HASH);
  const hash = own?.hash ?? null;
  const fits = await (hash === null
    ? passwordFitsNobody(input.currentPassword)
    : passwordFits(hash, input.currentPassword));
  if (!fits) return refused(language, [{ path: 'currentPassword', kind: 'password-wrong' }]);
  await tx.query(CHANGE_OWN, [await hashPassword(input.newPassword), sessionId]);
  await recordAudit(tx, { action: 'password.change', objectType: 'person', objectId: personId, tenantId });
  return { __typename: 'PasswordChanged', ok: true };
}
