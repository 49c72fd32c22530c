import { ClientTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { auditHead } from '../queries/audit-head.js';
import { auditPage, type AuditFilter } from '../queries/audit-page.js';

/** The part of the audit trail that is about the reader's company. */
@Resolver()
export class AuditPortalResolver {
  @Query('auditEntries')
  @RequirePermission('audit:read')
  auditEntries(@ClientTx() tx: Tx<ClientScope>, @Args() args: ForwardPage & { readonly filter?: AuditFilter | null }) {
    return auditPage(tx, args.filter ?? {}, args);
  }

  @Query('auditHead')
  @RequirePermission('audit:read')
  auditHead(@ClientTx() tx: Tx<ClientScope>) {
    return auditHead(tx);
  }
}
