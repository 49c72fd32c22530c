import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@daylight/api-database';
import { newId, newToken, tokenHash, type Audience } from '@daylight/api-platform';
import type { PoolClient } from 'pg';
import { countAttemptsOn, LIMITS, tooMany, type TooManyAttempts } from './attempts.js';
import { normaliseEmail, passwordProblems } from './input.js';
import { welcomePath } from './invitation.js';
import { refused, type InputRefused } from './messages.js';
import { inTransaction, openSession, type Visit } from './open-session.js';
import { hashPassword } from './passwords.js';

const RESET_LIFETIME = '2 hours';
/** No address has accounts at more providers than this (sign_in_candidates looks no further either). */
const MOST_ACCOUNTS = 10;
/** A request for a reset takes this long whether the address is known or not (A1). Milliseconds. */
const RESET_TAKES_MS = 400;

const SIDE = { PORTAL: 'CLIENT', CONSOLE: 'PROVIDER' } as const satisfies Readonly<Record<Audience, string>>;

const REQUEST_RESET = {
  name: 'identity-password-reset-request',
  text: 'select password_reset_request($1, $2, $3::interval, $4)',
};
const PEEK = { name: 'identity-one-time-link-peek', text: 'select * from one_time_link_peek($1)' };
const SPEND = { name: 'identity-one-time-link-spend', text: 'select one_time_link_spend($1, $2) as spent' };

interface PeekRow {
  readonly purpose: string;
  readonly provider_id: string;
  readonly provider_name: string;
  readonly person_id: string;
  readonly email: string;
  readonly display_name: string;
  readonly side: 'PROVIDER' | 'CLIENT';
  readonly language: 'ko' | 'en';
}

async function peek(client: PoolClient, token: string): Promise<PeekRow | undefined> {
  const { rows } = await client.query<PeekRow>({ ...PEEK, values: [tokenHash(token)] });
  return rows[0];
}

export type RequestPasswordResetResult =
  { readonly __typename: 'PasswordResetRequested'; readonly ok: true } | TooManyAttempts;

/** One link and one mail for each account with the address at this audience; the answer is the same when there is none. */
@Injectable()
export class RequestPasswordReset {
  constructor(private readonly uow: UnitOfWork) {}

  async run(visit: Visit, input: { readonly email: string }): Promise<RequestPasswordResetResult> {
    const [wait] = await Promise.all([this.request(visit, normaliseEmail(input.email)), pause(RESET_TAKES_MS)]);
    return wait === null ? { __typename: 'PasswordResetRequested', ok: true } : tooMany(wait);
  }

  private request(visit: Visit, email: string): Promise<number | null> {
    return this.uow.withoutScope(async (client) => {
      const wait = await countAttemptsOn(client, [
        { limit: LIMITS.resetByEmail, of: `${visit.audience} ${email}` },
        { limit: LIMITS.resetByAddress, of: visit.address },
      ]);
      if (wait !== null) return wait;
      const links = Array.from({ length: MOST_ACCOUNTS }, () => {
        const token = newToken();
        return {
          id: newId(),
          jobId: newId(),
          hash: tokenHash(token).toString('hex'),
          link: welcomePath(SIDE[visit.audience], token),
        };
      });
      const values = [email, visit.audience, RESET_LIFETIME, JSON.stringify(links)];
      await client.query({ ...REQUEST_RESET, values });
      return null;
    });
  }
}

/** Looks at a link without spending it. */
@Injectable()
export class OpenLink {
  constructor(private readonly uow: UnitOfWork) {}

  /** Whom the link is for, or null when it is not good. */
  async run(token: string) {
    const row = await this.uow.withoutScope((client) => peek(client, token));
    if (row === undefined) return null;
    const { purpose, email, side, language } = row;
    return { purpose, email, side, language, displayName: row.display_name, providerName: row.provider_name };
  }
}

export interface SpendLinkInput {
  readonly token: string;
  readonly password: string;
}

export type SpendLinkResult =
  | {
      readonly __typename: 'PasswordSet';
      readonly email: string;
      readonly signedIn: boolean;
      readonly token: string | null;
    }
  | { readonly __typename: 'LinkNotGood'; readonly ok: false }
  | InputRefused
  | TooManyAttempts;

const NOT_GOOD: SpendLinkResult = { __typename: 'LinkNotGood', ok: false };

/** Sets a password by a link, once; signs the person in where the endpoint is theirs. */
@Injectable()
export class SpendLink {
  constructor(private readonly uow: UnitOfWork) {}

  run(visit: Visit, input: SpendLinkInput): Promise<SpendLinkResult> {
    return this.uow.withoutScope(async (client) => {
      const wait = await countAttemptsOn(client, [{ limit: LIMITS.linkByAddress, of: visit.address }]);
      if (wait !== null) return tooMany(wait);
      const link = await peek(client, input.token);
      if (link === undefined) return NOT_GOOD;
      const problems = passwordProblems('password', input.password, link.email);
      if (problems.length > 0) return refused(visit.language ?? link.language, problems);
      const values = [tokenHash(input.token), await hashPassword(input.password)];
      const spent = await inTransaction(client, async () => {
        const { rows } = await client.query<{ spent: boolean }>({ ...SPEND, values });
        return rows[0]?.spent === true ? link : null;
      });
      if (spent === null) return NOT_GOOD;
      const token = await signInAfter(client, visit, link);
      return { __typename: 'PasswordSet', email: link.email, signedIn: token !== null, token };
    });
  }
}

function signInAfter(client: PoolClient, visit: Visit, link: PeekRow): Promise<string | null> {
  if (SIDE[visit.audience] !== link.side) return Promise.resolve(null);
  const person = { providerId: link.provider_id, personId: link.person_id };
  return inTransaction(client, () => openSession(client, visit, person));
}
