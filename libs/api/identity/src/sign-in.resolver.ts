import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PersonOperation, PersonTx, UnitOfWork, type Tx } from '@daylight/api-database';
import {
  DaylightError,
  Public,
  RequirePermission,
  toDaylightError,
  tokenHash,
  type GraphQLContext,
  type PersonScope,
} from '@daylight/api-platform';
import { OpenLink, RequestPasswordReset, SpendLink, type SpendLinkInput } from './links.js';
import { visitOf } from './open-session.js';
import { changePassword, updateProfile, type ChangePasswordInput, type UpdateProfileInput } from './own-account.js';
import { endSession, listSessions, signOutEverywhere } from './sessions.js';
import { SignIn, type SignInInput } from './sign-in.js';
import { readViewer } from './viewer.js';

const TOUCH = { name: 'identity-session-touch', text: 'select session_touch($1)' };
const CLOSE = { name: 'identity-session-close', text: 'select session_close($1)' };

/** Sign-in, sessions and the own account: the same at both endpoints, told apart by the context's audience. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signInUseCase: SignIn,
    private readonly requestReset: RequestPasswordReset,
    private readonly openLink: OpenLink,
    private readonly spend: SpendLink,
  ) {}

  @Query('viewer')
  @Public()
  async viewer(@Context() { operation, sessionToken }: GraphQLContext) {
    if (sessionToken === null || !(operation instanceof PersonOperation)) return null;
    // Not awaited: it takes a connection of its own, and this request must not wait for a second while holding one.
    void this.uow
      .withoutScope((client) => client.query({ ...TOUCH, values: [tokenHash(sessionToken)] }))
      .catch(() => undefined);
    try {
      return await readViewer(await operation.tx(), sessionToken);
    } catch (error) {
      if (toDaylightError(error).code === 'UNAUTHENTICATED') return null;
      throw error;
    }
  }

  @Query('sessions')
  @RequirePermission('signed-in')
  sessions(@PersonTx() tx: Tx<PersonScope>) {
    return listSessions(tx);
  }

  @Query('oneTimeLink')
  @Public()
  oneTimeLink(@Args('token') token: string) {
    return this.openLink.run(token);
  }

  @Mutation('signIn')
  @Public()
  async signIn(@Context() context: GraphQLContext, @Args('input') input: SignInInput) {
    const result = await this.signInUseCase.run(visitOf(context), input);
    if (result.__typename === 'SignedIn') context.setSession(result.token);
    return result;
  }

  @Mutation('signOut')
  @Public()
  async signOut(@Context() context: GraphQLContext) {
    const { sessionToken } = context;
    if (sessionToken !== null) {
      await this.uow.withoutScope((client) => client.query({ ...CLOSE, values: [tokenHash(sessionToken)] }));
    }
    context.setSession(null);
    return { __typename: 'SignedOut', ok: true };
  }

  @Mutation('signOutEverywhere')
  @RequirePermission('signed-in')
  async signOutEverywhere(@PersonTx() tx: Tx<PersonScope>, @Context() context: GraphQLContext) {
    await signOutEverywhere(tx);
    context.setSession(null);
    return { __typename: 'SignedOut', ok: true };
  }

  @Mutation('endSession')
  @RequirePermission('signed-in')
  endSession(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: { readonly sessionId: string }) {
    return endSession(tx, input);
  }

  @Mutation('updateProfile')
  @RequirePermission('signed-in')
  updateProfile(
    @PersonTx() tx: Tx<PersonScope>,
    @Context() { sessionToken }: GraphQLContext,
    @Args('input') input: UpdateProfileInput,
  ) {
    if (sessionToken === null) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
    return updateProfile(tx, input, sessionToken);
  }

  @Mutation('changePassword')
  @RequirePermission('signed-in')
  changePassword(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: ChangePasswordInput) {
    return changePassword(tx, input);
  }

  @Mutation('requestPasswordReset')
  @Public()
  requestPasswordReset(@Context() context: GraphQLContext, @Args('input') input: { readonly email: string }) {
    return this.requestReset.run(visitOf(context), input);
  }

  @Mutation('spendLink')
  @Public()
  async spendLink(@Context() context: GraphQLContext, @Args('input') input: SpendLinkInput) {
    const result = await this.spend.run(visitOf(context), input);
    if (result.__typename === 'PasswordSet' && result.token !== null) context.setSession(result.token);
    return result;
  }
}
