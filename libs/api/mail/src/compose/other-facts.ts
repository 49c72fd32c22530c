import { statement, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import type { MailFacts } from '@daylight/text';
import type { MailPayload } from './payload.js';
import type { Recipient } from './recipient.js';

interface VersionRow {
  readonly title: string;
  readonly ordinal: number;
  readonly tenant_name: string;
  readonly effective_from: Instant;
  readonly proposed_by_name: string | null;
  readonly decided_by_name: string | null;
}

const VERSION = statement<VersionRow>(
  'mail-contract-version',
  `select c.title, x.ordinal, n.name as tenant_name, x.effective_from, p.display_name as proposed_by_name, d.display_name as decided_by_name
   from contract_version x
   join contract c on c.provider_id = x.provider_id and c.contract_id = x.contract_id
   join tenant n on n.provider_id = x.provider_id and n.tenant_id = x.tenant_id
   left join person p on p.provider_id = x.provider_id and p.person_id = x.proposed_by
   left join person d on d.provider_id = x.provider_id and d.person_id = x.decided_by
   where x.provider_id = $1 and x.version_id = $2`,
);

export interface About {
  readonly payload: MailPayload;
  readonly to: Recipient;
  readonly origin: string;
}

function placeOf({ to, origin }: About): string {
  return to.side === 'PROVIDER' ? `${origin}/console` : origin;
}

/** What a mail about a contract's version says. */
export async function contractFacts(
  tx: Tx,
  template: 'CONTRACT_PROPOSED' | 'CONTRACT_AGREED',
  about: About,
): Promise<MailFacts | null> {
  const { contractVersionId: versionId } = about.payload.ids;
  if (versionId === undefined) return null;
  const [row] = await tx.query(VERSION, [tx.scope.providerId, versionId]);
  if (row === undefined) return null;
  return {
    template,
    title: row.title,
    ordinal: row.ordinal,
    tenantName: row.tenant_name,
    effectiveFrom: row.effective_from,
    byName: template === 'CONTRACT_PROPOSED' ? row.proposed_by_name : row.decided_by_name,
    url: `${placeOf(about)}/contracts/versions/${versionId}`,
  };
}

/** What a mail about a review says. */
export function reviewFacts(template: 'REVIEW_PUBLISHED' | 'REVIEW_SIGNED', about: About): MailFacts | null {
  const { reviewId, period } = about.payload.ids;
  if (reviewId === undefined || about.to.tenant_name === null) return null;
  const url = `${placeOf(about)}/reviews/${reviewId}`;
  return { template, tenantName: about.to.tenant_name, period: period ?? null, url };
}
