import { createHmac } from 'node:crypto';
import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Permission } from '@daylight/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { CONFIG, type Config } from './config.js';
import { DaylightError } from './errors.js';
import type { GraphQLContext, StatementToSend } from './operation.js';

export const PERMISSION = 'daylight:permission';
/** Public: no session needed. Signed-in: any session of the audience. Else the permission that the caller's roles must give. */
export type Requirement = 'public' | 'signed-in' | Permission;

/** Every root field states what it requires; a boot check and a lint rule refuse one that doesn't (Q7). */
export const RequirePermission = (requirement: Exclude<Requirement, 'public'>) =>
  applyDecorators(SetMetadata(PERMISSION, requirement));
const AHEAD = 'daylight:ahead';
/** What a field asks the database for in any case; null: not with these arguments, which nobody has checked yet. */
export type AskAhead = (args: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo) => StatementToSend | null;

/**
 * Sends a root field's first statement along with the opening of its transaction: a round trip less. It reads only, under
 * the caller's scope, and runs before the caller's right is known: it may not show what that scope doesn't.
 */
export const AsksAhead = (ask: AskAhead) => applyDecorators(SetMetadata(AHEAD, ask));
const KEEPS_NO_ANSWER = 'daylight:keeps-no-answer';

/**
 * For a mutation that says again and again what holds for a moment: running it twice is running it once, and what it
 * answers is old in seconds. Its answer isn't kept under the Idempotency-Key: a row every few seconds from each open
 * screen, which nobody would ever ask for. Not for anything whose effect lasts (G4).
 */
export const KeepsNoAnswer = () => applyDecorators(SetMetadata(KEEPS_NO_ANSWER, true));
export const Public = () => applyDecorators(SetMetadata(PERMISSION, 'public'));

function graphqlContext(context: ExecutionContext): GraphQLContext {
  return GqlExecutionContext.create(context).getContext<GraphQLContext>();
}

/** Runs at root fields and at subscribe: opens the operation's transaction and checks the right (decision 13). */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const requirement = this.reflector.get<Requirement | undefined>(PERMISSION, context.getHandler());
    if (requirement === undefined) throw new DaylightError('FORBIDDEN', 'this field states no permission');
    if (requirement === 'public') return true;
    const { operation } = graphqlContext(context);
    const ask = this.reflector.get<AskAhead | undefined>(AHEAD, context.getHandler());
    if (ask !== undefined) {
      const graphql = GqlExecutionContext.create(context);
      const asked = ask(graphql.getArgs(), graphql.getInfo<GraphQLResolveInfo>());
      if (asked !== null) operation.ahead(asked);
    }
    const scope = await operation.scope();
    if (requirement === 'signed-in' || scope.permissions.has(requirement)) return true;
    throw new DaylightError('FORBIDDEN', 'your role does not allow this', { permission: requirement });
  }
}

/**
 * One mutation field, one transaction: commits when the resolver returns, rolls back when it throws. A request that carries
 * an Idempotency-Key takes effect once; its retry gets the first answer (G4).
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DAYLIGHT_SECRET'>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (info.operation.operation !== 'mutation' || info.path.prev !== undefined) return next.handle();
    const requirement = this.reflector.get<Requirement | undefined>(PERMISSION, context.getHandler());
    // Public mutations (sign-in, spending a link) run before any scope and keep their own transaction.
    if (requirement === 'public') return next.handle();
    const { operation } = graphqlContext(context);
    const digest = digestOf(info, graphql.getArgs(), this.config.DAYLIGHT_SECRET);
    const keeps = this.reflector.get<boolean | undefined>(KEEPS_NO_ANSWER, context.getHandler()) !== true;
    const run = () => lastValueFrom(next.handle(), { defaultValue: null });
    return from(this.within(operation, { digest, keeps }, run));
  }

  private async within(
    operation: GraphQLContext['operation'],
    asked: { readonly digest: string; readonly keeps: boolean },
    run: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      const known = await operation.recall(asked.digest);
      if (known !== null) {
        await operation.rollback();
        return known.answer;
      }
      const answer = await run();
      if (asked.keeps) await operation.remember(answer);
      await operation.commit();
      return answer;
    } catch (error) {
      await operation.rollback();
      throw error;
    }
  }
}

/** Keyed: arguments may hold a password, whose plain hash must not lie in the database. */
function digestOf(info: GraphQLResolveInfo, args: unknown, secret: string): string {
  return createHmac('sha256', secret)
    .update(`${info.fieldName}\n${JSON.stringify(args)}`)
    .digest('hex');
}
