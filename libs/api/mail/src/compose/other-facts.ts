import { statement, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import type { MailFacts, ToldOfAvailability } from '@daylight/text';
import { placeOf, type About } from './about.js';

interface VersionRow {
  readonly title: string;
  readonly ordinal: number;
  readonly tenant_name: string;
  readonly effective_from: Instant;
  readonly deemed_at: Instant | null;
  readonly by_silence: boolean;
  readonly proposed_by_name: string | null;
  readonly decided_by_name: string | null;
}

const VERSION = statement<VersionRow>(
  'mail-contract-version',
  `select c.title, x.ordinal, n.name as tenant_name, x.effective_from, p.display_name as proposed_by_name,
     x.deemed_at, exists (select from contract_consent k where k.provider_id = x.provider_id and k.version_id = x.version_id and k.cause = 'DEEMED') as by_silence, d.display_name as decided_by_name
   from contract_version x
   join contract c on c.provider_id = x.provider_id and c.contract_id = x.contract_id
   join tenant n on n.provider_id = x.provider_id and n.tenant_id = x.tenant_id
   left join person p on p.provider_id = x.provider_id and p.person_id = x.proposed_by
   left join person d on d.provider_id = x.provider_id and d.person_id = x.decided_by
   where x.provider_id = $1 and x.version_id = $2`,
);

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
    deemed: deemedOf(template, row),
    url: `${placeOf(about)}/contracts/versions/${versionId}`,
  };
}

function deemedOf(
  template: 'CONTRACT_PROPOSED' | 'CONTRACT_AGREED',
  { deemed_at: at, by_silence: bySilence }: VersionRow,
) {
  if (template === 'CONTRACT_AGREED') return bySilence ? 'BY_SILENCE' : null;
  return at === null ? null : { at };
}

/** What a mail about the end of a contract's term says. */
export async function termFacts(
  tx: Tx,
  template: 'CONTRACT_TERM_AHEAD' | 'CONTRACT_TERM_REACHED',
  about: About,
): Promise<MailFacts | null> {
  const { contractVersionId: versionId, mark, atEnd, termEnd, days, noticeBy, until, late } = about.payload.ids;
  if (versionId === undefined || mark === undefined || atEnd === undefined || termEnd === undefined) return null;
  const [row] = await tx.query(VERSION, [tx.scope.providerId, versionId]);
  if (row === undefined) return null;
  const dates = { termEnd, days: days ?? null, noticeBy: noticeBy ?? null, until: until ?? null };
  return {
    ...{ template, title: row.title, tenantName: row.tenant_name },
    told: { mark, atEnd, ...dates, late: late === 'true' },
    url: `${placeOf(about)}/contracts/versions/${versionId}`,
  };
}

/** What a delegate's mail says; all of it stands in the event. */
export function lendingFacts(about: About): MailFacts | null {
  const { byName, from, until } = about.payload.ids;
  const tenantName = about.to.tenant_name;
  if (byName === undefined || from === undefined || until === undefined || tenantName === null) return null;
  const url = `${placeOf(about)}/settings`;
  return { template: 'APPROVALS_LENT', lent: { byName, from, until }, tenantName, url };
}

/** What a mail about availability or a credit says; all of it stands in the event. */
export function availabilityFacts(template: ToldOfAvailability, about: About): MailFacts | null {
  const { ids: words } = about.payload;
  const tenantName = about.to.tenant_name;
  if (tenantName === null) return null;
  const { creditId } = words;
  const page = template.startsWith('CREDIT_') && creditId !== undefined ? `credits/${creditId}` : 'status';
  const staff = about.to.side === 'PROVIDER' && page === 'status' ? 'outages' : page;
  return { template, words, tenantName, url: `${placeOf(about)}/${staff}` };
}

/** What a mail about a review says. */
export function reviewFacts(
  template: 'REVIEW_PUBLISHED' | 'REVIEW_SIGNED' | 'REVIEW_AMENDED',
  about: About,
): MailFacts | null {
  const { reviewId, period } = about.payload.ids;
  if (reviewId === undefined || about.to.tenant_name === null) return null;
  const url = `${placeOf(about)}/reviews/${reviewId}`;
  return { template, tenantName: about.to.tenant_name, period: period ?? null, url };
}
