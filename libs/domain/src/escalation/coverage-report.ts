import type { Party, Priority } from '../contracts/terms.js';
import { PARTIES } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import type { Instant, Interval } from '../time/instant.js';
import { DAY } from '../time/instant.js';
import type { ChannelKind } from './contact.js';
import type { CoveredTenant, CoverageGap } from './coverage.js';
import { coverageGaps } from './coverage.js';
import type { EscalationDirectory } from './directory.js';

/** Days after which a contact that nobody confirmed is named (D-ESC-2). */
export const UNVERIFIED_AFTER_DAYS = 90;

/** One row of a responsibility matrix, also of a draft that names nobody yet. */
export interface AccountabilityRow {
  readonly activity: LocalizedText;
  readonly accountable: Party | null;
}

export type OwnerlessActivity = {
  readonly activity: LocalizedText;
  /** The row names nobody, or no row is about an activity that every contract should settle. */
  readonly reason: 'NOBODY_ACCOUNTABLE' | 'NO_ROW';
};

export interface CoverageQuestion {
  readonly tenants: readonly CoveredTenant[];
  readonly priorities: readonly Priority[];
  /** Where gaps are looked for. */
  readonly range: Interval;
  /** As of when contacts and channels are judged. */
  readonly asOf: Instant;
}

/** What would keep an incident from reaching a person, found ahead (D-ESC-2). */
export interface CoverageReport {
  readonly gaps: readonly CoverageGap[];
  /** `since`: when it was last confirmed, or since when it is valid if nobody ever did. */
  readonly unverified: readonly { readonly contactId: string; readonly since: Instant }[];
  readonly bounced: readonly {
    readonly contactId: string;
    readonly channelId: string;
    readonly kind: ChannelKind;
    readonly since: Instant;
  }[];
}

/** Gaps of every client and priority, contacts that nobody confirmed for 90 days, channels that bounce (D-ESC-2). */
export function coverageReport(directory: EscalationDirectory, question: CoverageQuestion): CoverageReport {
  const { tenants, priorities, range, asOf } = question;
  return {
    gaps: tenants.flatMap((tenant) => priorities.flatMap((one) => coverageGaps(directory, tenant, one, range))),
    unverified: unverifiedContacts(directory, asOf),
    bounced: bouncedChannels(directory, asOf),
  };
}

function validAt({ contacts }: EscalationDirectory, asOf: Instant): EscalationDirectory['contacts'] {
  return contacts.filter(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || asOf < validTo));
}

/** Contacts valid at an instant that nobody has confirmed for 90 days, the longest first (D-ESC-2). */
export function unverifiedContacts(directory: EscalationDirectory, asOf: Instant): CoverageReport['unverified'] {
  return validAt(directory, asOf)
    .map(({ id, lastVerifiedAt, validFrom }) => ({ contactId: id, since: lastVerifiedAt ?? validFrom }))
    .filter(({ since }) => asOf - since >= UNVERIFIED_AFTER_DAYS * DAY)
    .sort((a, b) => a.since - b.since);
}

/** Channels of contacts valid at an instant whose deliveries come back, the longest first (D-ESC-2). */
export function bouncedChannels(directory: EscalationDirectory, asOf: Instant): CoverageReport['bounced'] {
  return validAt(directory, asOf)
    .flatMap(({ id, channels }) =>
      channels.flatMap(({ id: channelId, kind, bouncedAt }) =>
        bouncedAt !== null && bouncedAt <= asOf ? [{ contactId: id, channelId, kind, since: bouncedAt }] : [],
      ),
    )
    .sort((a, b) => a.since - b.since);
}

/**
 * Activities that nobody answers for (D-ESC-2): rows without a known party, and activities that a contract is expected to
 * settle without a row of that name in either language.
 */
export function ownerlessActivities(
  rows: readonly AccountabilityRow[],
  expected: readonly LocalizedText[],
): readonly OwnerlessActivity[] {
  const settled = new Set(rows.flatMap(({ activity }) => [nameKey(activity.ko), nameKey(activity.en)]));
  const empty = rows.filter(({ accountable }) => !PARTIES.some((party) => party === accountable));
  const absent = expected.filter(({ ko, en }) => !settled.has(nameKey(ko)) && !settled.has(nameKey(en)));
  return [
    ...empty.map(({ activity }) => ({ activity, reason: 'NOBODY_ACCOUNTABLE' }) as const),
    ...absent.map((activity) => ({ activity, reason: 'NO_ROW' }) as const),
  ];
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
