import type { Instant } from '@daylight/domain';
import { mailHeadline, type MailFacts } from '@daylight/text';
import { settingOf, settingsUrl, type About } from '../compose/about.js';

/** A mail that was held, as it would be written now. */
export interface HeldMail {
  readonly id: string;
  readonly tenantId: string | null;
  readonly heldAt: Instant;
  readonly about: About;
  readonly facts: MailFacts;
}

/** One mail that lists others, in its person's words; null: there are none. It has the id of the first of them. */
export function digestOf(mails: readonly HeldMail[]): HeldMail | null {
  const [first] = mails;
  if (first === undefined) return null;
  const { about } = first;
  const entries = mails.map(({ facts, heldAt, about: each }) => ({
    at: heldAt,
    ...mailHeadline(facts, settingOf(each.to)),
  }));
  const tenants = new Set(mails.map(({ tenantId }) => tenantId));
  return {
    ...first,
    // Of several clients it is nobody's in particular: staff who see but some of them don't see it.
    tenantId: tenants.size === 1 ? first.tenantId : null,
    about: { ...about, payload: { ...about.payload, ids: {} } },
    facts: { template: 'DIGEST', entries, url: settingsUrl(about) },
  };
}
