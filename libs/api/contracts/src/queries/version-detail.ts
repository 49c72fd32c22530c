import { isId } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { diffTerms, type LocalizedText, type SlaTarget, type Terms } from '@daylight/domain';
import { termsByDigest } from '../terms/stored-terms.js';
import { sayChange, type TermsChangeView } from '../terms/terms-words.js';
import { contractView, type ContractView } from './contracts.js';
import { versionRow, type VersionView } from './version-rows.js';

/** `ContractVersionDetail` of the schema. */
export interface VersionDetail {
  readonly version: VersionView;
  readonly contract: ContractView;
  readonly terms: Terms;
  readonly services: readonly ServiceView[];
  readonly comparedWith: VersionView | null;
  readonly changes: readonly TermsChangeView[];
}

interface ServiceView {
  readonly serviceItemId: string;
  readonly name: LocalizedText;
  readonly level: string;
  readonly inScope: LocalizedText;
  readonly outOfScope: LocalizedText;
  readonly policyId: string;
  readonly policyName: LocalizedText;
  readonly targets: readonly TargetView[];
}

interface TargetView {
  readonly id: string;
  readonly clock: string;
  readonly priority: string;
  readonly ticketTypes: readonly string[];
  readonly minutes: number | null;
  readonly businessDays: number | null;
  readonly calendarId: string;
  readonly calendarName: LocalizedText;
}

const NAMELESS: LocalizedText = { ko: '', en: '' };

/** A version with what it promises and what it changes; null when it isn't there. Five statements, four once its terms are in memory. */
export async function versionDetail(tx: Tx, versionId: string): Promise<VersionDetail | null> {
  if (!isId(versionId)) return null;
  const row = await versionRow(tx, versionId);
  if (row === null) return null;
  const contract = await contractView(tx, row.contractId);
  return contract === null ? null : detailIn(tx, contract, versionId);
}

/** The versions of some contracts that wait for consent, each in full. No statement but the one for terms. */
export async function pendingDetails(tx: Tx, contracts: readonly ContractView[]): Promise<readonly VersionDetail[]> {
  await termsByDigest(tx, contracts.flatMap(digestsOfPending));
  const details: VersionDetail[] = [];
  for (const contract of contracts) {
    const detail = contract.pending === null ? null : await detailIn(tx, contract, contract.pending.id);
    if (detail !== null) details.push(detail);
  }
  return details;
}

function digestsOfPending({ pending, versions }: ContractView): readonly string[] {
  if (pending === null) return [];
  return [pending.digest, agreedBefore(versions, pending)?.digest ?? pending.digest];
}

async function detailIn(tx: Tx, contract: ContractView, versionId: string): Promise<VersionDetail | null> {
  const version = contract.versions.find(({ id }) => id === versionId);
  if (version === undefined) return null;
  const comparedWith = agreedBefore(contract.versions, version);
  const byDigest = await termsByDigest(tx, [version.digest, ...(comparedWith === null ? [] : [comparedWith.digest])]);
  const terms = byDigest.get(version.digest);
  if (terms === undefined) return null;
  const before = comparedWith === null ? undefined : byDigest.get(comparedWith.digest);
  const changes = before === undefined ? [] : changesInWords(before, terms);
  return { version, contract, terms, services: servicesOf(terms), comparedWith, changes };
}

/** What changes from one document to another, in words. */
export function changesInWords(before: Terms, after: Terms): readonly TermsChangeView[] {
  return diffTerms(before, after).map((change) => sayChange(change, before, after));
}

function agreedBefore(versions: readonly VersionView[], version: VersionView): VersionView | null {
  return versions.find(({ state, ordinal }) => state === 'AGREED' && ordinal < version.ordinal) ?? null;
}

function servicesOf(terms: Terms): readonly ServiceView[] {
  const calendars = new Map(terms.calendars.map((calendar) => [calendar.id, calendar.name]));
  return terms.services.map((service) => {
    const policy = terms.policies.find(({ id }) => id === service.policyId);
    const targets = (policy?.targets ?? []).map((target) => toTarget(target, calendars));
    return { ...service, policyName: policy?.name ?? NAMELESS, targets };
  });
}

function toTarget(target: SlaTarget, calendars: ReadonlyMap<string, LocalizedText>): TargetView {
  const { id, clock, priority, types: ticketTypes, amount, calendarId } = target;
  return {
    ...{ id, clock, priority, ticketTypes, calendarId },
    calendarName: calendars.get(calendarId) ?? NAMELESS,
    minutes: amount.unit === 'MINUTES' ? amount.minutes : null,
    businessDays: amount.unit === 'BUSINESS_DAYS' ? amount.days : null,
  };
}
