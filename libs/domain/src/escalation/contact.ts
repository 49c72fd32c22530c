import type { Language } from '../text.js';
import type { Instant } from '../time/instant.js';

export const CHANNEL_KINDS = ['EMAIL', 'SMS', 'VOICE', 'MESSENGER', 'CHAT_WEBHOOK'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CONTACT_SIDES = ['CLIENT', 'PROVIDER'] as const;
export type ContactSide = (typeof CONTACT_SIDES)[number];

/** One way to reach somebody; a contact's channels stand in the order in which they are tried. */
export interface ContactChannel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly address: string;
  /** Since when deliveries to it come back; null: it works as far as anybody knows. */
  readonly bouncedAt: Instant | null;
}

/** A person who may be called (domain.md section 6). A client keeps its own; a provider's may serve every client. */
export interface EscalationContact {
  readonly id: string;
  /** The client whose list it stands on; null: a contact of the provider for every client. */
  readonly tenantId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly side: ContactSide;
  /** Place on the list, the lowest is called first. */
  readonly order: number;
  readonly role: string;
  readonly channels: readonly ContactChannel[];
  readonly languages: readonly Language[];
  /** IANA zone in which the person reads a clock. */
  readonly zone: string;
  /** Calendar of the hours in which the person may be called; null: at any time. Being on shift overrides it. */
  readonly hoursCalendarId: string | null;
  /** Valid during `[validFrom, validTo)`; null: without end. */
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  /** When somebody last confirmed that the details are right; null: nobody ever did. */
  readonly lastVerifiedAt: Instant | null;
}
