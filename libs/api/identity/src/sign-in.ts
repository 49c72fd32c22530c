import { Injectable } from '@nestjs/common';
import { asClient, asStaff, recordAudit, UnitOfWork } from '@daylight/api-database';
import { toDaylightError } from '@daylight/api-platform';
import { AccountAuthenticator, type Account } from './accounts.js';
import { countAttemptsOn, LIMITS, tooMany, type TooManyAttempts } from './attempts.js';
import { normaliseEmail } from './input.js';
import { callerOf, inTransaction, openSession, type Visit } from './open-session.js';
import { readViewer, type ViewerView } from './viewer.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly providerId?: string | null;
}

export type SignInResult =
  | { readonly __typename: 'SignedIn'; readonly viewer: ViewerView; readonly token: string }
  | { readonly __typename: 'SignInRefused'; readonly reason: 'WRONG_CREDENTIALS' | 'NO_TENANT' }
  | {
      readonly __typename: 'ChooseProvider';
      readonly providers: readonly { readonly id: string; readonly name: string }[];
    }
  | TooManyAttempts;

const WRONG: SignInResult = { __typename: 'SignInRefused', reason: 'WRONG_CREDENTIALS' };

/** The one way into the portal and the console (decision 17). Says nothing about which accounts exist (A1). */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountAuthenticator,
  ) {}

  async run(visit: Visit, input: SignInInput): Promise<SignInResult> {
    const email = normaliseEmail(input.email);
    const wait = await this.count(visit, email);
    if (wait !== null) return tooMany(wait);
    const fitting = await this.accounts.authenticate(visit.audience, email, input.password);
    const wanted = input.providerId ?? null;
    const chosen = wanted === null ? fitting : fitting.filter(({ providerId }) => providerId === wanted);
    const [account, ...others] = chosen;
    if (account === undefined) return WRONG;
    if (others.length > 0) {
      const providers = chosen.map(({ providerId, providerName }) => ({ id: providerId, name: providerName }));
      return { __typename: 'ChooseProvider', providers };
    }
    return this.open(visit, account);
  }

  private count(visit: Visit, email: string): Promise<number | null> {
    return this.uow.withoutScope((client) =>
      countAttemptsOn(client, [
        { limit: LIMITS.signInByEmail, of: `${visit.audience} ${email}` },
        { limit: LIMITS.signInByAddress, of: visit.address },
      ]),
    );
  }

  private async open(visit: Visit, account: Account): Promise<SignInResult> {
    try {
      const token = await this.uow.withoutScope((client) =>
        inTransaction(client, () => openSession(client, visit, account)),
      );
      if (token === null) return { __typename: 'SignInRefused', reason: 'NO_TENANT' };
      const viewer = await this.uow.asPerson(callerOf(visit, token), async (tx) => {
        const { scope } = visit.audience === 'PORTAL' ? asClient(tx) : asStaff(tx);
        const { sessionId, tenantId } = scope;
        await recordAudit(tx, { action: 'session.open', objectType: 'session', objectId: sessionId, tenantId });
        return readViewer(tx, token);
      });
      return { __typename: 'SignedIn', viewer, token };
    } catch (error) {
      // Deactivated between the check of the password and the opening: as if it had been before.
      if (toDaylightError(error).code === 'UNAUTHENTICATED') return WRONG;
      throw error;
    }
  }
}
