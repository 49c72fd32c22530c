import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@daylight/api-database';
import type { Audience } from '@daylight/api-platform';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { passwordFits, passwordFitsNobody } from './passwords.js';

/** An account that an e-mail address and password fit. */
export interface Account {
  readonly providerId: string;
  readonly providerName: string;
  readonly personId: string;
}

interface CandidateRow {
  readonly provider_id: string;
  readonly provider_name: string;
  readonly person_id: string;
  readonly password_hash: string;
}

const CANDIDATES = { name: 'identity-sign-in-candidates', text: 'select * from sign_in_candidates($1, $2)' };
const AUDIENCES: readonly Audience[] = ['PORTAL', 'CONSOLE'];

/** What a strategy hands to Passport as its user: one person may have an account at several providers. */
class Accounts {
  constructor(readonly list: readonly Account[]) {}
}

type Authenticate = (request: object, response: object, next: (error?: unknown) => void) => void;

/**
 * Passport outside of an HTTP route: a GraphQL mutation authenticates as a route would. Each audience has its strategy;
 * another way to sign in (OIDC) is another strategy here.
 */
@Injectable()
export class AccountAuthenticator {
  private readonly passport = new passport.Passport();

  constructor(private readonly uow: UnitOfWork) {
    for (const audience of AUDIENCES) {
      const strategy = new Strategy({ usernameField: 'email', session: false }, (email, password, done) => {
        this.check(audience, email, password).then(
          (list) => done(null, list.length > 0 && new Accounts(list)),
          (error: unknown) => done(error),
        );
      });
      this.passport.use(`password-${audience}`, strategy);
    }
  }

  /** The accounts that the credentials fit; none when they fit nobody, in the same time. */
  authenticate(audience: Audience, email: string, password: string): Promise<readonly Account[]> {
    return new Promise((resolve, reject) => {
      const answered = (error: unknown, user: unknown): void => {
        if (error !== null && error !== undefined) reject(error);
        else resolve(user instanceof Accounts ? user.list : []);
      };
      const run: Authenticate = this.passport.authenticate(`password-${audience}`, { session: false }, answered);
      run({ body: { email, password } }, {}, reject);
    });
  }

  private async check(audience: Audience, email: string, password: string): Promise<readonly Account[]> {
    const rows = await this.uow.withoutScope(async (client) => {
      const result = await client.query<CandidateRow>({ ...CANDIDATES, values: [email, audience] });
      return result.rows;
    });
    if (rows.length === 0) await passwordFitsNobody(password);
    const fits = await Promise.all(rows.map((row) => passwordFits(row.password_hash, password)));
    return rows
      .filter((_, index) => fits[index] === true)
      .map((row) => ({
        providerId: row.provider_id,
        providerName: row.provider_name,
        personId: row.person_id,
      }));
  }
}
