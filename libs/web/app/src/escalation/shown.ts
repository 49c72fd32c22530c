// What the parts of this folder show, as both apps ask for it (`escalation.graphql`).

export type ChannelKind = 'EMAIL' | 'SMS' | 'VOICE' | 'MESSENGER' | 'CHAT_WEBHOOK';
export const CHANNELS: readonly ChannelKind[] = ['EMAIL', 'SMS', 'VOICE', 'MESSENGER', 'CHAT_WEBHOOK'];

export interface ShownContact {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly place: number;
  readonly channels: readonly {
    readonly kind: ChannelKind;
    readonly address: string;
    readonly bouncedAt: string | null;
  }[];
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly lastVerifiedAt: string | null;
  readonly verificationDue: boolean;
  readonly version: number;
}

export interface ShownRun {
  readonly id: string;
  readonly state: 'RUNNING' | 'EXHAUSTED' | 'ACKNOWLEDGED' | 'STOPPED';
  readonly byHand: boolean;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly exhaustedAt: string | null;
  readonly nextAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedVia: string | null;
  readonly policyName: { readonly ko: string; readonly en: string };
  readonly calls: readonly ShownCall[];
}

export interface ShownCall {
  readonly id: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly round: number;
  readonly madeAt: string;
  readonly late: boolean;
  readonly deliveries: readonly {
    readonly channel: ChannelKind;
    readonly outcome: 'QUEUED' | 'SENT' | 'LOCAL' | 'DELIVERED' | 'FAILED';
    readonly error: string | null;
  }[];
}

/** Somebody still has to answer. */
export const isOpen = ({ state }: Pick<ShownRun, 'state'>): boolean => state === 'RUNNING' || state === 'EXHAUSTED';

/** What a phone or mail program opens for an address; null: nothing does. */
export function channelHref(kind: ChannelKind, address: string): string | null {
  if (kind === 'EMAIL') return `mailto:${address}`;
  if (kind === 'SMS') return `sms:${address.replaceAll(/[^+\d]/g, '')}`;
  return kind === 'VOICE' ? `tel:${address.replaceAll(/[^+\d]/g, '')}` : null;
}
