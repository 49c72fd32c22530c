import { unreachable } from '../unreachable.js';
import { isAtLeast, type Severity, type Signal } from './signal.js';

/** Which alerts of a source share a ticket. */
export type Grouping =
  | { readonly by: 'FINGERPRINT' }
  | { readonly by: 'TITLE' }
  /** Alerts with the same values of these labels. */
  | { readonly by: 'LABELS'; readonly labels: readonly string[] }
  | { readonly by: 'SOURCE' };

/** Everything beyond the ticket limit lands here. */
export const STORM_KEY = '*storm*';

/** The name of the group that an alert belongs to, within its source. */
export function groupKeyOf(signal: Pick<Signal, 'fingerprint' | 'title' | 'labels'>, grouping: Grouping): string {
  switch (grouping.by) {
    case 'FINGERPRINT':
      return `f:${signal.fingerprint}`;
    case 'TITLE':
      return `t:${signal.title}`;
    case 'LABELS':
      return `l:${JSON.stringify(grouping.labels.map((name) => signal.labels[name] ?? null))}`;
    case 'SOURCE':
      return 's:';
    default:
      return unreachable(grouping);
  }
}

/** From which severity on a source's alerts open tickets by themselves; NEVER leaves all of them to triage. */
export type TicketFrom = Severity | 'NEVER';

export function opensTicket(severity: Severity, from: TicketFrom): boolean {
  return from !== 'NEVER' && isAtLeast(severity, from);
}
