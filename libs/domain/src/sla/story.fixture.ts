import type { Priority } from '../contracts/terms.js';
import type { DateCause, Side, TicketEvent, TicketEventBody } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { parseIso } from '../time/iso.js';

/**
 * A short way to tell a ticket's story, for specs. Times are `MM-DD HH:MM` of 2026 in Seoul (UTC+9, no
 * summer time): 2026-08-03 is a Monday, 2026-08-15 a holiday on a Saturday, 2026-08-17 its substitute.
 */
export function seoul(text: string): Instant {
  const at = parseIso(`2026-${text.replace(' ', 'T')}${text.length > 11 ? '' : ':00'}+09:00`);
  if (at === null) throw new RangeError(`not a time: ${text}`);
  return at;
}

export const binding = {
  contractVersionId: 'v1',
  termsDigest: 'd',
  serviceItemId: 'servers',
  policyId: 'policy',
} as const;

/** One line of a story: when, who, what. */
export type Line = readonly [at: string, side: Side, body: TicketEventBody];

/** The opening line of most stories. */
export function opened(
  at: string,
  priority: Priority = 'P2',
  type: 'INCIDENT' | 'SERVICE_REQUEST' = 'INCIDENT',
  serviceItemId = 'servers',
): Line {
  const facts = { impact: 2, urgency: 2, channel: 'PORTAL', confidential: false, requesterId: 'u1' } as const;
  return [
    at,
    'CLIENT',
    { kind: 'OPENED', v: 1, type, priority, ...facts, binding: { ...binding, serviceItemId, policyId: null } },
  ];
}

export function story(...lines: readonly Line[]): readonly TicketEvent[] {
  return lines.map(([at, side, body], index) => ({
    ...body,
    seq: index + 1,
    at: seoul(at),
    actor: { side, userId: `${side}-1` },
  }));
}

const message = { kind: 'MESSAGE_ADDED', v: 1, visibility: 'PUBLIC', automatic: false, question: false } as const;
const waiting = {
  kind: 'WAITING_STARTED',
  v: 1,
  questionMessageId: null,
  caseNumber: null,
  until: null,
  clientConsent: false,
} as const;

/** Event bodies by what they mean. */
export const does = {
  reply: (messageId = 'm1') => ({ ...message, messageId }),
  question: (messageId = 'q1') => ({ ...message, messageId, question: true }),
  note: (messageId = 'n1') => ({ ...message, messageId, visibility: 'INTERNAL' }),
  autoReply: (messageId = 'a1') => ({ ...message, messageId, automatic: true }),
  withdraw: (messageId: string) => ({ kind: 'MESSAGE_WITHDRAWN', v: 1, messageId }),
  waitForClient: (questionMessageId: string | null = 'q1') => ({
    ...waiting,
    status: 'WAITING_ON_CLIENT',
    reason: 'CLIENT_INFO',
    questionMessageId,
  }),
  waitForVendor: (caseNumber: string | null) => ({
    ...waiting,
    status: 'WAITING_ON_THIRD_PARTY',
    reason: 'CLIENT_VENDOR',
    caseNumber,
  }),
  waitForOurVendor: () => ({ ...waiting, status: 'WAITING_ON_THIRD_PARTY', reason: 'OUR_VENDOR', caseNumber: 'C-1' }),
  schedule: (until: string | null, clientConsent = true) => ({
    ...waiting,
    status: 'SCHEDULED',
    reason: 'AGREED_SLOT',
    until: until === null ? null : seoul(until),
    clientConsent,
  }),
  resume: () => ({ kind: 'RESUMED', v: 1, cause: 'CLIENT_REPLY' }),
  restore: () => ({ kind: 'SERVICE_RESTORED', v: 1 }),
  resolve: () => ({ kind: 'RESOLVED', v: 1, code: 'FIXED' }),
  reopen: () => ({ kind: 'REOPENED', v: 1, cause: 'CLIENT_REPLY' }),
  close: (cause: 'CLIENT' | 'STAFF' | 'TIMER' = 'TIMER') => ({ kind: 'CLOSED', v: 1, cause }),
  cancel: () => ({ kind: 'CANCELLED', v: 1, cause: 'CLIENT' }),
  merge: () => ({ kind: 'MERGED', v: 1, intoTicketId: 't2' }),
  absorb: (openedAt: string) => ({ kind: 'ABSORBED', v: 1, ticketId: 't0', openedAt: seoul(openedAt) }),
  call: (personId: string | null = 'u9') => ({ kind: 'RESPONSE_LOGGED', v: 1, act: 'LOGGED_CALL', personId }),
  prioritise: (from: Priority, to: Priority, cause: 'CIRCUMSTANCES' | 'MISCLASSIFIED' = 'CIRCUMSTANCES') => ({
    kind: 'PRIORITY_CHANGED',
    v: 1,
    from,
    to,
    cause,
    reasonTextId: null,
  }),
  moveTo: (serviceItemId: string, policyId: string | null) => ({
    kind: 'SERVICE_CHANGED',
    v: 1,
    binding: { ...binding, serviceItemId, policyId },
  }),
  /** The ticket is about another service, under the document that was in force for it. */
  bindTo: (termsDigest: string | null, serviceItemId = 'servers', policyId: string | null = null) => ({
    kind: 'SERVICE_CHANGED',
    v: 1,
    binding: { contractVersionId: termsDigest, termsDigest, serviceItemId, policyId },
  }),
  /** Both sides agreed to judge it by another document. */
  rebind: (termsDigest: string, serviceItemId = 'servers') => ({
    kind: 'REBOUND',
    v: 1,
    binding: { contractVersionId: termsDigest, termsDigest, serviceItemId, policyId: null },
    proposalId: 'p',
    proposedBy: { side: 'PROVIDER', userId: null },
    changesDigest: null,
  }),
  unmerge: () => ({ kind: 'UNMERGED', v: 1, ticketId: 't2' }),
  start: () => ({ kind: 'WORK_STARTED', v: 1 }),
  setDate: (dueAt: string, cause: DateCause = 'AGREED') => ({
    ...({ kind: 'DATE_SET', v: 1, cause, reasonTextId: null } as const),
    dueAt: seoul(dueAt),
  }),
  contest: (waitingSeq: number) => ({ kind: 'WAITING_CONTESTED', v: 1, waitingSeq, reasonTextId: 'r' }),
  settle: (waitingSeq: number, outcome: 'CONCEDED' | 'WITHDRAWN') => ({
    kind: 'CONTEST_SETTLED',
    v: 1,
    waitingSeq,
    outcome,
  }),
  thanked: (messageId: string) => ({ kind: 'NO_ACTION_NEEDED', v: 1, messageId }),
  ownDuty: (clientConsent = true) => ({
    ...waiting,
    status: 'WAITING_ON_CLIENT',
    reason: 'CLIENT_ACCOUNTABLE',
    clientConsent,
  }),
} as const satisfies Record<string, (...args: never[]) => TicketEventBody>;
