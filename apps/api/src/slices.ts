import type { Type } from '@nestjs/common';
import { AvailabilityConsoleModule, AvailabilityPortalModule } from '@daylight/api-availability';
import { AuditConsoleModule, AuditPortalModule } from '@daylight/api-audit';
import { CalendarsConsoleModule } from '@daylight/api-calendars';
import { calendarEntities } from '@daylight/api-calendars/entities';
import { ChannelsConsoleModule } from '@daylight/api-channels';
import { ContractsConsoleModule, ContractsPortalModule } from '@daylight/api-contracts';
import { contractEntities } from '@daylight/api-contracts/entities';
import { EscalationConsoleModule, EscalationPortalModule, EscalationRestModule } from '@daylight/api-escalation';
import { FilesModule } from '@daylight/api-files';
import { entities as fileEntities } from '@daylight/api-files/entities';
import { IdentityConsoleModule, IdentityPortalModule } from '@daylight/api-identity';
import { entities as identityEntities } from '@daylight/api-identity/entities';
import { ImportingConsoleModule } from '@daylight/api-importing';
import { KpiConsoleModule, KpiPortalModule } from '@daylight/api-kpi';
import { MailConsoleModule, MailRestModule } from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import { MonitoringConsoleModule, MonitoringPortalModule } from '@daylight/api-monitoring';
import {
  NotificationsConsoleModule,
  NotificationsPortalModule,
  NotificationsRestModule,
} from '@daylight/api-notifications';
import { notificationEntities } from '@daylight/api-notifications/entities';
import { ReviewsConsoleModule, ReviewsPortalModule } from '@daylight/api-reviews';
import { TenantsConsoleModule } from '@daylight/api-tenants';
import { entities as tenantEntities } from '@daylight/api-tenants/entities';
import { TicketsConsoleModule, TicketsPortalModule } from '@daylight/api-tickets';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { RootConsoleModule, RootPortalModule } from './graphql/root.resolvers.js';

/** What a feature brings to the API: its resolvers for each audience, its REST controllers, its tables. One line each. */
export interface Slice {
  readonly portal?: Type;
  readonly console?: Type;
  readonly rest?: Type;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

export const slices: readonly Slice[] = [
  { portal: RootPortalModule, console: RootConsoleModule },
  { portal: IdentityPortalModule, console: IdentityConsoleModule, entities: identityEntities },
  { portal: AuditPortalModule, console: AuditConsoleModule },
  { rest: FilesModule, entities: fileEntities },
  { console: TenantsConsoleModule, entities: tenantEntities },
  { console: CalendarsConsoleModule, entities: calendarEntities },
  { portal: ContractsPortalModule, console: ContractsConsoleModule, entities: contractEntities },
  { portal: TicketsPortalModule, console: TicketsConsoleModule, entities: ticketEntities },
  { console: ImportingConsoleModule },
  { console: MailConsoleModule, rest: MailRestModule, entities: mailEntities },
  {
    portal: NotificationsPortalModule,
    console: NotificationsConsoleModule,
    rest: NotificationsRestModule,
    entities: notificationEntities,
  },
  { console: ChannelsConsoleModule },
  { portal: EscalationPortalModule, console: EscalationConsoleModule, rest: EscalationRestModule },
  { portal: MonitoringPortalModule, console: MonitoringConsoleModule },
  { portal: AvailabilityPortalModule, console: AvailabilityConsoleModule },
  { portal: KpiPortalModule, console: KpiConsoleModule },
  { portal: ReviewsPortalModule, console: ReviewsConsoleModule },
];
