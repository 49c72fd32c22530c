import { Inject } from '@nestjs/common';
import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { CONFIG, RequirePermission, type Config, type StaffScope } from '@daylight/api-platform';
import type { Instant, Priority, TicketType } from '@daylight/domain';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { contactList } from '../contacts/contact-view.js';
import { saveContact, type ContactInput } from '../contacts/save-contact.js';
import { policyRows, scheduleRows } from '../documents/document-rows.js';
import { policyView, savePolicy, type SavePolicyInput } from '../documents/save-policy.js';
import { coverOnCall, dropOnCallChange, saveSchedule, swapOnCall } from '../documents/save-schedule.js';
import { scheduleView } from '../documents/schedule-view.js';
import { ownFeed, renewFeed } from '../feed/feed.js';
import { coverageView } from '../queries/coverage.js';
import { onCallPlan } from '../queries/on-call-plan.js';
import { runPage } from '../queries/runs.js';
import { simulation } from '../queries/simulation.js';

interface CaseArgs {
  readonly tenantId: string;
  readonly contractId?: string | null;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly at: Instant;
}

@Resolver()
export class EscalationConsoleResolver {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DAYLIGHT_ORIGIN'>) {}

  @Query('escalationContacts')
  @RequirePermission('contact:read')
  escalationContacts(@StaffTx() tx: Tx<StaffScope>, @Args('tenantId') tenantId?: string | null) {
    return contactList(tx, tenantId ?? null);
  }

  @Query('onCallSchedules')
  @RequirePermission('oncall:read')
  async onCallSchedules(@StaffTx() tx: Tx<StaffScope>, @Args('includeArchived') includeArchived?: boolean | null) {
    return (await scheduleRows(tx, includeArchived ?? false)).map(scheduleView);
  }

  @Query('onCallPlan')
  @RequirePermission('oncall:read')
  onCallPlan(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: { readonly scheduleId: string; readonly from: Instant; readonly weeks?: number | null },
  ) {
    return onCallPlan(tx, { scheduleId: args.scheduleId, from: args.from, weeks: args.weeks ?? 3 });
  }

  @Query('escalationPolicies')
  @RequirePermission('escalation:read')
  async escalationPolicies(@StaffTx() tx: Tx<StaffScope>, @Args('includeArchived') includeArchived?: boolean | null) {
    return (await policyRows(tx, includeArchived ?? false)).map(policyView);
  }

  @Query('simulateEscalation')
  @RequirePermission('escalation:read')
  simulateEscalation(@StaffTx() tx: Tx<StaffScope>, @Args() args: CaseArgs) {
    const { tenantId, priority, type, at } = args;
    return simulation(tx, { tenantId, contractId: args.contractId ?? null, priority, type }, at);
  }

  @Query('escalationCoverage')
  @RequirePermission('oncall:read')
  escalationCoverage(@StaffTx() tx: Tx<StaffScope>, @Args('days') days?: number | null) {
    return coverageView(tx, days ?? 28);
  }

  @Query('escalations')
  @RequirePermission('escalation:read')
  escalations(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly openOnly?: boolean | null }) {
    return runPage(tx, { ...args, openOnly: args.openOnly ?? false });
  }

  @Query('onCallFeed')
  @RequirePermission('oncall:read')
  onCallFeed(@StaffTx() tx: Tx<StaffScope>) {
    return ownFeed(tx);
  }

  @Mutation('renewOnCallFeed')
  @RequirePermission('oncall:read')
  renewOnCallFeed(@StaffTx() tx: Tx<StaffScope>) {
    return renewFeed(tx, this.config.DAYLIGHT_ORIGIN);
  }

  @Mutation('saveContact')
  @RequirePermission('contact:edit')
  saveContact(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ContactInput) {
    return saveContact(tx, input);
  }

  @Mutation('saveOnCallSchedule')
  @RequirePermission('oncall:edit')
  saveOnCallSchedule(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof saveSchedule>[1]) {
    return saveSchedule(tx, input);
  }

  @Mutation('coverOnCall')
  @RequirePermission('oncall:edit')
  coverOnCall(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof coverOnCall>[1]) {
    return coverOnCall(tx, input);
  }

  @Mutation('swapOnCall')
  @RequirePermission('oncall:edit')
  swapOnCall(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof swapOnCall>[1]) {
    return swapOnCall(tx, input);
  }

  @Mutation('dropOnCallChange')
  @RequirePermission('oncall:edit')
  dropOnCallChange(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof dropOnCallChange>[1]) {
    return dropOnCallChange(tx, input);
  }

  @Mutation('saveEscalationPolicy')
  @RequirePermission('escalation:edit')
  saveEscalationPolicy(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SavePolicyInput) {
    return savePolicy(tx, input);
  }
}
