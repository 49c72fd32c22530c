import type { Instant } from '../time/instant.js';

/** The two that agree on a contract. */
export type ContractParty = 'CLIENT' | 'PROVIDER';
const CONTRACT_PARTIES: readonly ContractParty[] = ['CLIENT', 'PROVIDER'];

/** One person's consent to certain bytes. */
export interface Consent {
  readonly party: ContractParty;
  readonly userId: string;
  readonly at: Instant;
  /** Digest of the terms consented to; consent to other bytes is none. */
  readonly termsDigest: string;
  /** Whether the person could bind the party then: role, limit of amount, delegation. */
  readonly authorised: boolean;
  /** Digest of the list of verdicts that would change, if it was signed too. */
  readonly verdictChangesDigest: string | null;
}

/** A proposed version, the first of a contract included: that one needs both parties as well. */
export interface Amendment {
  readonly termsDigest: string;
  /** When the version is to take effect. */
  readonly from: Instant;
  /** Who proposed it, which with authority is consent (D-CON-4); null: still a draft. */
  readonly proposedBy: Consent | null;
  readonly consents: readonly Consent[];
  /** Digest of the list of verdicts it would change, once computed. */
  readonly verdictChangesDigest: string | null;
  readonly rejected: { readonly party: ContractParty; readonly at: Instant } | null;
  readonly withdrawnAt: Instant | null;
}

/** How many people of a party must consent: four eyes inside a party is that party's own affair (D-CON-4). */
export type ConsentPolicy = Readonly<Record<ContractParty, { readonly people: number }>>;

export const ONE_PERSON_EACH: ConsentPolicy = { CLIENT: { people: 1 }, PROVIDER: { people: 1 } };

/** What a party still owes before the version is agreed. */
export interface MissingConsent {
  readonly party: ContractParty;
  /** Authorised people who have yet to consent. */
  readonly people: number;
  /** The list of changed verdicts has yet to be signed, `from` being in the past. */
  readonly verdictChanges: boolean;
}

export type AmendmentState =
  | { readonly kind: 'DRAFT' }
  | { readonly kind: 'WITHDRAWN'; readonly at: Instant }
  | { readonly kind: 'REJECTED'; readonly by: ContractParty; readonly at: Instant }
  | { readonly kind: 'PROPOSED'; readonly missing: readonly MissingConsent[] }
  /** `at`: the instant of the last consent that was needed. */
  | { readonly kind: 'AGREED'; readonly at: Instant; readonly retroactive: boolean };

/** The earliest consent of each authorised person to just these terms. */
function validConsents(amendment: Amendment, given: readonly Consent[]): readonly Consent[] {
  const first = new Map<string, Consent>();
  for (const consent of [...given].sort((a, b) => a.at - b.at)) {
    if (!consent.authorised || consent.termsDigest !== amendment.termsDigest) continue;
    const person = `${consent.party}/${consent.userId}`;
    if (!first.has(person)) first.set(person, consent);
  }
  return [...first.values()];
}

/** When the party had consented by enough people; null: not yet. */
function agreedAt(consents: readonly Consent[], party: ContractParty, people: number): Instant | null {
  return consents.filter((consent) => consent.party === party)[Math.max(people, 1) - 1]?.at ?? null;
}

/** When an authorised person of the party signed the list of changed verdicts as it is now; null: nobody did. */
function verdictsSignedAt(amendment: Amendment, given: readonly Consent[], party: ContractParty): Instant | null {
  const { verdictChangesDigest: digest, termsDigest } = amendment;
  if (digest === null) return null;
  const signed = given
    .filter((consent) => consent.party === party && consent.authorised && consent.termsDigest === termsDigest)
    .filter((consent) => consent.verdictChangesDigest === digest)
    .map((consent) => consent.at);
  return signed.length === 0 ? null : Math.min(...signed);
}

function openState(amendment: Amendment, proposal: Consent, policy: ConsentPolicy, now: Instant): AmendmentState {
  const given = [proposal, ...amendment.consents];
  const consents = validConsents(amendment, given);
  const instants = CONTRACT_PARTIES.map((party) => agreedAt(consents, party, policy[party].people));
  const complete = instants.every((at) => at !== null);
  // Consents in time make a version that begins in the future; a late one makes it reach back.
  const retroactive = amendment.from < (complete ? Math.max(...instants) : now);
  const signatures = CONTRACT_PARTIES.map((party) => verdictsSignedAt(amendment, given, party));
  const missing = CONTRACT_PARTIES.map((party, index) => {
    const have = consents.filter((consent) => consent.party === party).length;
    const people = Math.max(0, Math.max(policy[party].people, 1) - have);
    return { party, people, verdictChanges: retroactive && signatures[index] === null };
  }).filter(({ people, verdictChanges }) => people > 0 || verdictChanges);
  if (missing.length > 0) return { kind: 'PROPOSED', missing };
  const needed = retroactive ? [...instants, ...signatures] : instants;
  return { kind: 'AGREED', at: Math.max(...needed.filter((at) => at !== null)), retroactive };
}

/**
 * Where a proposed version stands (D-CON-4): agreed once each party has given one authorised consent (or as many as it
 * asks of itself), proposing with authority being one; when `from` lies before the agreement, both must also have
 * signed the list of verdicts that would change. An agreed version can be neither rejected nor withdrawn.
 */
export function amendmentState(amendment: Amendment, policy: ConsentPolicy, now: Instant): AmendmentState {
  const { proposedBy, rejected, withdrawnAt } = amendment;
  const open = proposedBy === null ? null : openState(amendment, proposedBy, policy, now);
  const endedAt = Math.min(rejected?.at ?? Infinity, withdrawnAt ?? Infinity);
  if (open?.kind === 'AGREED' && open.at <= endedAt) return open;
  if (withdrawnAt !== null && withdrawnAt === endedAt) return { kind: 'WITHDRAWN', at: withdrawnAt };
  if (rejected !== null) return { kind: 'REJECTED', by: rejected.party, at: rejected.at };
  return open ?? { kind: 'DRAFT' };
}
