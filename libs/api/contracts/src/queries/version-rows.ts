import { personName, type PersonNameView } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import {
  amendmentState,
  localDateOf,
  ONE_PERSON_EACH,
  type Consent,
  type ContractParty,
  type Instant,
  type LocalDate,
} from '@daylight/domain';
import { noticeNow, noticeView, type NoticeColumns, type NoticeEffectView, type NoticeView } from './notice-view.js';
import { termStatus, type TermStatus, type VersionDates } from '../term.js';

export const VERSION_COLUMNS = `v.version_id as "versionId", v.contract_id as "contractId", v.tenant_id as "tenantId", v.ordinal, v.state,
  v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo", v.term_end as "termEnd", v.term_to as "termTo",
  v.zone, v.renewal, v.terms_digest as "digest", v.note, v.version, v.proposed_at as "proposedAt",
  v.proposed_by as "proposedBy", v.deemed_at as "deemedAt", v.decided_at as "decidedAt", v.decision_note as "decisionNote",
  v.notice_at as "noticeAt", v.notice_party as "noticeParty", v.notice_by as "noticeBy",
  v.notice_on_behalf_of as "noticeBehalf", v.notice_reason as "noticeReason",
  (select n.display_name from directory_entry n where n.provider_id = v.provider_id and n.person_id = v.notice_by
    and (n.tenant_id is null or n.tenant_id = v.tenant_id) limit 1) as "noticeName",
  (select n.display_name from directory_entry n where n.provider_id = v.provider_id and n.person_id = v.notice_on_behalf_of
    and n.tenant_id = v.tenant_id limit 1) as "noticeBehalfName",
  d.display_name as "proposerName", d.side as "proposerSide"`;
export const VERSION_FROM = `from contract_version v
  left join directory_entry d on d.provider_id = v.provider_id and d.person_id = v.proposed_by and d.tenant_id is null`;
const CONSENTS_FROM = `select k.version_id as "versionId", k.party, k.person_id as "personId", k.cause, k.at, k.digest,
    k.verdict_changes_digest as "verdictChangesDigest", d.display_name as "name", d.side, k.on_behalf_of as "onBehalfOf",
    (select b.display_name from directory_entry b where b.provider_id = k.provider_id and b.person_id = k.on_behalf_of
      and b.tenant_id = k.tenant_id) as "behalfName"
  from contract_consent k
  join contract_version v on v.provider_id = k.provider_id and v.version_id = k.version_id
  left join directory_entry d on d.provider_id = k.provider_id and d.person_id = k.person_id
    and (d.tenant_id is null or d.tenant_id = k.tenant_id)`;

const OF_CONTRACTS = statement<VersionRow>(
  'contract-version-of-contracts',
  `select ${VERSION_COLUMNS} from unnest($2::uuid[]) wanted (contract_id)
   cross join lateral (
     select x.* from contract_version x where x.provider_id = $1 and x.contract_id = wanted.contract_id
     order by x.ordinal desc limit 100) v
   left join directory_entry d on d.provider_id = v.provider_id and d.person_id = v.proposed_by and d.tenant_id is null
   order by v.contract_id, v.ordinal desc`,
);
const CONSENTS = statement<ConsentRow>(
  'contract-consent-of-contracts',
  `${CONSENTS_FROM} where k.provider_id = $1 and v.contract_id = any ($2) order by k.at, k.consent_id`,
);
const ONE = statement<VersionRow>(
  'contract-version-one',
  `select ${VERSION_COLUMNS} ${VERSION_FROM} where v.provider_id = $1 and v.version_id = $2`,
);
const CONSENTS_OF_ONE = statement<ConsentRow>(
  'contract-consent-of-version',
  `${CONSENTS_FROM} where k.provider_id = $1 and k.version_id = $2 order by k.at, k.consent_id`,
);

/** A version without its terms, as the database has it. */
export interface VersionRow extends VersionDates, NoticeColumns {
  readonly tenantId: string;
  readonly ordinal: number;
  readonly termEnd: LocalDate | null;
  readonly digest: string;
  readonly note: string | null;
  readonly version: number;
  readonly proposedAt: Instant | null;
  readonly proposedBy: string | null;
  /** When the client's silence counts as its consent; null: never. */
  readonly deemedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string | null;
  readonly proposerName: string | null;
  readonly proposerSide: string | null;
}

export interface ConsentRow {
  readonly versionId: string;
  readonly party: ContractParty;
  /** Null: deemed given. */
  readonly personId: string | null;
  readonly cause: 'GIVEN' | 'DEEMED';
  readonly at: Instant;
  readonly digest: string;
  readonly verdictChangesDigest: string | null;
  readonly name: string | null;
  readonly side: string | null;
  readonly onBehalfOf: string | null;
  readonly behalfName: string | null;
}

/** `ContractVersion` of the schema. */
export interface VersionView {
  readonly id: string;
  readonly contractId: string;
  readonly ordinal: number;
  readonly state: VersionRow['state'];
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant | null;
  readonly effectiveFromDate: LocalDate;
  readonly termEnd: LocalDate | null;
  readonly term: TermStatus;
  readonly digest: string;
  readonly version: number;
  readonly note: string | null;
  readonly proposedAt: Instant | null;
  readonly proposedBy: PersonNameView | null;
  readonly deemedConsentAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string | null;
  readonly consents: readonly ConsentView[];
  readonly awaiting: readonly ContractParty[];
  readonly notice: NoticeView | null;
  readonly noticeNow: NoticeEffectView | null;
}

export interface ConsentView {
  readonly party: ContractParty;
  readonly person: PersonNameView | null;
  /** Whose authority the person acted with; null: the own. */
  readonly onBehalfOf: PersonNameView | null;
  readonly at: Instant;
  /** By silence, as the terms in force allow. */
  readonly deemed: boolean;
  readonly digest: string;
  readonly pastAcknowledged: boolean;
  readonly verdictChangesDigest: string | null;
}

export async function versionRow(tx: Tx, versionId: string): Promise<VersionRow | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, versionId]);
  return row ?? null;
}

export function consentsOf(tx: Tx, versionId: string): Promise<readonly ConsentRow[]> {
  return tx.query(CONSENTS_OF_ONE, [tx.scope.providerId, versionId]);
}

/** Versions of some contracts, newest first within each. Two statements, however many. */
export async function versionViewsOf(tx: Tx, contractIds: readonly string[]): Promise<readonly VersionView[]> {
  const values = [tx.scope.providerId, contractIds];
  const [rows, consents] = await Promise.all([tx.query(OF_CONTRACTS, values), tx.query(CONSENTS, values)]);
  return rows.map((row) => toVersionView(row, consents, tx.now));
}

export function toVersionView(row: VersionRow, all: readonly ConsentRow[], now: Instant): VersionView {
  const consents = all.filter((consent) => consent.versionId === row.versionId);
  return {
    id: row.versionId,
    contractId: row.contractId,
    ordinal: row.ordinal,
    state: row.state,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    effectiveFromDate: localDateOf(row.zone, row.effectiveFrom),
    termEnd: row.termEnd,
    term: termStatus(row, now),
    digest: row.digest,
    version: row.version,
    note: row.note,
    proposedAt: row.proposedAt,
    proposedBy: personName(row.proposedBy, row.proposerName, row.proposerSide),
    deemedConsentAt: row.state === 'PROPOSED' ? row.deemedAt : null,
    decidedAt: row.decidedAt,
    decisionNote: row.decisionNote,
    consents: consents.map(toConsentView),
    awaiting: missingParties(row, consents, now),
    notice: noticeView(row),
    noticeNow: noticeNow(row, now),
  };
}

function toConsentView(row: ConsentRow): ConsentView {
  const { party, at, digest, verdictChangesDigest } = row;
  return {
    party,
    person: personName(row.personId, row.name, row.side),
    onBehalfOf: personName(row.onBehalfOf, row.behalfName, 'CLIENT'),
    at,
    deemed: row.cause === 'DEEMED',
    digest,
    pastAcknowledged: verdictChangesDigest !== null,
    verdictChangesDigest,
  };
}

/** What the consents given so far make of a proposed version (D-CON-4). */
export function consentState(row: VersionRow, consents: readonly ConsentRow[], now: Instant) {
  const given = consents.map(toConsent);
  const { digest: termsDigest, effectiveFrom: from, proposedAt, proposedBy } = row;
  // The proposer's own consent, when there was authority, is among `given`; this one only says that it was proposed.
  const proposal =
    proposedAt === null || proposedBy === null
      ? null
      : ({
          party: 'PROVIDER',
          userId: proposedBy,
          at: proposedAt,
          termsDigest,
          authorised: false,
          verdictChangesDigest: null,
        } as const);
  return amendmentState(
    {
      termsDigest,
      from,
      proposedBy: proposal,
      consents: given,
      verdictChangesDigest: signedList(consents),
      rejected: null,
      withdrawnAt: null,
    },
    ONE_PERSON_EACH,
    now,
  );
}

/** The list of changed verdicts that was signed last; it is kept with the first signature, so that all sign the same one. */
function signedList(consents: readonly ConsentRow[]): string | null {
  return consents.findLast(({ verdictChangesDigest }) => verdictChangesDigest !== null)?.verdictChangesDigest ?? null;
}

function toConsent({ party, personId, at, digest: termsDigest, verdictChangesDigest }: ConsentRow): Consent {
  return { party, userId: personId ?? 'silence', at, termsDigest, authorised: true, verdictChangesDigest };
}

function missingParties(row: VersionRow, consents: readonly ConsentRow[], now: Instant): readonly ContractParty[] {
  if (row.state !== 'PROPOSED') return [];
  const state = consentState(row, consents, now);
  return state.kind === 'PROPOSED' ? state.missing.map(({ party }) => party) : [];
}
