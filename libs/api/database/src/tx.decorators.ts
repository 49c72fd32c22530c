import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { DaylightError, type GraphQLContext, type PersonScope } from '@daylight/api-platform';
import type { Tx } from './tx.js';
import { PersonOperation } from './person-operation.js';
import { asClient, asStaff } from './unit-of-work.js';

function currentTx(context: ExecutionContext): Tx<PersonScope> {
  const { operation } = GqlExecutionContext.create(context).getContext<GraphQLContext>();
  if (operation instanceof PersonOperation) return operation.current();
  throw new DaylightError('INTERNAL', 'this operation has no transaction');
}

/** Resolver parameter: the operation's transaction, which the permission guard has opened. */
export const PersonTx = createParamDecorator((_: unknown, context: ExecutionContext) => currentTx(context));
/** The same as `Tx<ClientScope>`; portal resolvers take it. */
export const ClientTx = createParamDecorator((_: unknown, context: ExecutionContext) => asClient(currentTx(context)));
/** The same as `Tx<StaffScope>`; console resolvers take it. */
export const StaffTx = createParamDecorator((_: unknown, context: ExecutionContext) => asStaff(currentTx(context)));
