import { Module } from '@nestjs/common';
import { AccountAuthenticator } from './accounts.js';
import { ConsolePeopleResolver } from './console-people.resolver.js';
import { ConsoleTeamsResolver } from './console-teams.resolver.js';
import { DelegationsResolver } from './delegations/delegations.resolver.js';
import { OpenLink, RequestPasswordReset, SpendLink } from './links.js';
import { PortalPeopleResolver } from './portal-people.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignIn } from './sign-in.js';

const SIGN_IN = [AccountAuthenticator, SignIn, RequestPasswordReset, OpenLink, SpendLink, SignInResolver];

/** Sign-in and colleagues, for clients. */
@Module({ providers: [...SIGN_IN, PortalPeopleResolver, DelegationsResolver] })
export class IdentityPortalModule {}

/** Sign-in, people and teams, for staff. */
@Module({ providers: [...SIGN_IN, ConsolePeopleResolver, ConsoleTeamsResolver] })
export class IdentityConsoleModule {}
