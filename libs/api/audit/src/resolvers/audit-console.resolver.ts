import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { auditFacets } from '../queries/audit-facets.js';
import { auditHead } from '../queries/audit-head.js';
import { auditPage, type AuditFilter } from '../queries/audit-page.js';
import { auditVerification } from '../queries/audit-verification.js';

/** The audit trail, as staff read and verify it. */
@Resolver()
export class AuditConsoleResolver {
  @Query('auditEntries')
  @RequirePermission('audit:read')
  auditEntries(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly filter?: AuditFilter | null }) {
    return auditPage(tx, args.filter ?? {}, args);
  }

  @Query('auditFacets')
  @RequirePermission('audit:read')
  auditFacets(@StaffTx() tx: Tx<StaffScope>) {
    return auditFacets(tx);
  }

  @Query('auditHead')
  @RequirePermission('audit:read')
  auditHead(@StaffTx() tx: Tx<StaffScope>) {
    return auditHead(tx);
  }

  @Query('auditVerification')
  @RequirePermission('audit:verify')
  auditVerification(@StaffTx() tx: Tx<StaffScope>, @Args('notedHead') notedHead?: string | null) {
    return auditVerification(tx, notedHead ?? null);
  }
}
