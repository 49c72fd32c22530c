import { statement, type JobHandler, type Tx } from '@daylight/api-database';
import { queueMail } from '@daylight/api-mail';
import { tell } from '@daylight/api-notifications';
import { newId, type SystemScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { sayGap } from '@daylight/text';
import { loadDirectory } from '../directory/load-directory.js';
import { loadAdmins } from '../runs/alarm.js';
import type { LinkSetting } from '../runs/step-run.js';
import { coverageOf } from './coverage-facts.js';

export const COVERAGE_QUEUE = 'escalation-coverage';
const DAYS_AHEAD = 14;
/** A mail isn't the place for a hundred gaps. */
const MOST_GAPS = 20;

interface Keeper {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly display_name: string;
  readonly language: Language;
  readonly zone: string;
}

/** Who keeps a client's contacts: its coordinators and approvers. */
const KEEPERS = statement<Keeper>(
  'escalation-keepers',
  `select m.tenant_id, p.person_id, p.display_name, p.language, p.zone from tenant_membership m
   join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status = 'ACTIVE'
   where m.provider_id = $1 and m.roles && array['COORDINATOR', 'APPROVER'] order by m.tenant_id, p.person_id`,
);

type Coverage = Awaited<ReturnType<typeof coverageOf>>;
type Directory = Awaited<ReturnType<typeof loadDirectory>>;

async function tellAdmins(tx: Tx<SystemScope>, jobId: string, coverage: Coverage, origin: string): Promise<void> {
  if (coverage.gaps.length === 0) return;
  const admins = await loadAdmins(tx);
  const tellings = admins.map(({ person_id: personId }) => ({
    ...{ personId, kind: 'COVERAGE_GAPS' as const, inApp: true, mail: false, staffOnly: true },
  }));
  await tell(tx, { id: jobId, topic: 'escalation.gaps-found', tenantId: null, ids: {} }, tellings);
  for (const { person_id: personId, display_name: name, language, zone } of admins) {
    const gaps = coverage.gaps
      .slice(0, MOST_GAPS)
      .map((gap) => `${coverage.names.get(gap.tenantId) ?? ''} ${sayGap(gap, zone, language)}`);
    const more = Math.max(0, coverage.gaps.length - MOST_GAPS);
    const url = `${origin}/console/on-call`;
    await queueMail(tx, origin, {
      ...{ mailId: newId(), facts: { template: 'COVERAGE_GAPS', gaps, more, url } },
      ...{ to: { name, personId }, language, zone, link: null, ticketId: null },
    });
  }
}

/** Asks a client's keepers to confirm what nobody has for 90 days; the provider's own contacts are listed on its page. */
async function remindKeepers(
  tx: Tx<SystemScope>,
  directory: Directory,
  coverage: Coverage,
  origin: string,
): Promise<void> {
  const due = new Set(coverage.unverified.map(({ contactId }) => contactId));
  const contacts = directory.contacts.filter(({ id, side }) => side === 'CLIENT' && due.has(id));
  if (contacts.length === 0) return;
  for (const keeper of await tx.query(KEEPERS, [tx.scope.providerId])) {
    const { tenant_id: tenantId, person_id: personId, display_name: name, language, zone } = keeper;
    const names = contacts.filter((contact) => contact.tenantId === tenantId).map((contact) => contact.name);
    const tenantName = coverage.names.get(tenantId);
    if (names.length === 0 || tenantName === undefined) continue;
    await queueMail({ ...tx, scope: { ...tx.scope, tenantId } }, origin, {
      ...{
        mailId: newId(),
        facts: { template: 'CONTACTS_UNVERIFIED', tenantName, names, url: `${origin}/escalation` },
      },
      ...{ to: { name, personId }, language, zone, link: null, ticketId: null },
    });
  }
}

/** Queue `escalation-coverage`: once a week, who can't be reached in the next two, and which contacts nobody confirmed. */
export function coverageHandler({ origin }: LinkSetting): JobHandler {
  const house = origin.replace(/\/+$/, '');
  return {
    queue: COVERAGE_QUEUE,
    handle: async (tx, job) => {
      const directory = await loadDirectory(tx, null);
      const coverage = await coverageOf(tx, directory, DAYS_AHEAD);
      await tellAdmins(tx, job.id, coverage, house);
      await remindKeepers(tx, directory, coverage, house);
    },
  };
}
