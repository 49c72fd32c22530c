import { Module } from '@nestjs/common';
import { EscalationConsoleResolver } from './resolvers/escalation-console.resolver.js';
import { EscalationPortalResolver } from './resolvers/escalation-portal.resolver.js';
import { EscalationSharedResolver } from './resolvers/escalation-shared.resolver.js';
import { HandOverResolver } from './resolvers/hand-over.resolver.js';
import { OnCallFeedController } from './rest/feed.controller.js';
import { EscalationLinkController } from './rest/link.controller.js';

@Module({ providers: [EscalationSharedResolver, EscalationPortalResolver] })
export class EscalationPortalModule {}

@Module({ providers: [EscalationSharedResolver, EscalationConsoleResolver, HandOverResolver] })
export class EscalationConsoleModule {}

/** The link in a call and the calendar address: opened by phones and calendar programs, without a session. */
@Module({ controllers: [EscalationLinkController, OnCallFeedController] })
export class EscalationRestModule {}
