import { HOUR, type Instant } from '../time/instant.js';
import type { CommandOf, TicketCommand } from './commands.js';
import { decide } from './decide.js';
import type { Actor, Binding, TicketEvent } from './events.js';
import { evolve } from './evolve.js';
import type { TicketProblem } from './problems.js';
import type { TicketState } from './state.js';

// A short way to tell what people ask of a ticket, for specs.

export const CLIENT: Actor = { side: 'CLIENT', userId: 'client-1' };
export const STAFF: Actor = { side: 'PROVIDER', userId: 'staff-1' };
export const SYSTEM: Actor = { side: 'SYSTEM', userId: null };
export const BINDING: Binding = {
  contractVersionId: 'v1',
  termsDigest: 'd1',
  serviceItemId: 'servers',
  policyId: 'gold',
};

export const OPEN: CommandOf<'OPEN'> = {
  ...{ kind: 'OPEN', type: 'INCIDENT', impact: 2, urgency: 2, priority: null, channel: 'PORTAL' },
  ...{ confidential: false, requesterId: 'client-1', binding: BINDING },
};
export const reply = (messageId: string): TicketCommand => ({
  kind: 'REPLY',
  messageId,
  visibility: 'PUBLIC',
  automatic: false,
  question: false,
});
export const question = (messageId: string): TicketCommand => ({
  kind: 'REPLY',
  messageId,
  visibility: 'PUBLIC',
  automatic: false,
  question: true,
});
export const waitFor = (questionMessageId: string | null): TicketCommand => ({
  ...{ kind: 'WAIT', status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER', questionMessageId, caseNumber: null },
});
export const supplier = (reason: string, caseNumber: string | null): TicketCommand => ({
  ...{ kind: 'WAIT', status: 'WAITING_ON_THIRD_PARTY', reason, questionMessageId: null, caseNumber },
});
export const RESOLVE: TicketCommand = { kind: 'RESOLVE', code: 'FIXED' };
export const CLOSE: TicketCommand = { kind: 'CLOSE' };

export type Step = readonly [at: Instant, actor: Actor, command: TicketCommand];

export interface Story {
  readonly state: TicketState | null;
  readonly events: readonly TicketEvent[];
  readonly problem: TicketProblem | null;
}

/** Plays steps through decide and evolve; stops at the first refusal. */
export function play(...steps: readonly Step[]): Story {
  let state: TicketState | null = null;
  const events: TicketEvent[] = [];
  for (const [at, actor, command] of steps) {
    const decision = decide(state, command, { terms: null, now: at, actor });
    if (decision.kind === 'rejected') return { state, events, problem: decision.problem };
    for (const body of decision.events) {
      const event: TicketEvent = { ...body, seq: events.length + 1, at, actor };
      events.push(event);
      state = evolve(state, event);
    }
  }
  return { state, events, problem: null };
}

export const ASKED: readonly Step[] = [
  [0, CLIENT, OPEN],
  [1, STAFF, question('q1')],
  [2, STAFF, waitFor('q1')],
];
export const SOLVED: readonly Step[] = [
  [0, CLIENT, OPEN],
  [1, STAFF, reply('m1')],
  [HOUR, STAFF, RESOLVE],
];
