import type { MailSetting } from '@daylight/text';
import type { MailPayload } from './payload.js';
import type { Recipient } from './recipient.js';

/** Which mail, to whom, with links to where. */
export interface About {
  readonly payload: MailPayload;
  readonly to: Recipient;
  /** Without a slash at its end. */
  readonly origin: string;
  /** Others than those who may see the ticket may read the mail: nothing confidential is said in it. */
  readonly discreet: boolean;
}

/** Where a person's side of the house is. */
export function placeOf({ to, origin }: Pick<About, 'to' | 'origin'>): string {
  return to.side === 'PROVIDER' ? `${origin}/console` : origin;
}

/** Where the person says which mails come, and when. */
export function settingsUrl(about: Pick<About, 'to' | 'origin'>): string {
  return `${placeOf(about)}/settings${about.to.side === 'PROVIDER' ? '' : '?tab=notifications'}`;
}

/** How the person reads. */
export function settingOf({ language, zone, display_name, provider_name }: Recipient): MailSetting {
  return { language, zone, recipientName: display_name, providerName: provider_name };
}
