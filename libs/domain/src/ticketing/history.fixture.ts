import fc from 'fast-check';
import { PRIORITIES, TICKET_TYPES } from '../contracts/terms.js';
import { DAY } from '../time/instant.js';
import type { TicketCommand } from './commands.js';
import { decide } from './decide.js';
import { IMPLEMENTATION_OUTCOMES, SCORES, type Actor, type TicketEvent } from './events.js';
import { evolve } from './evolve.js';
import type { TicketState } from './state.js';

// Random commands by random sides, for specs: what they come to when played through decide and evolve.

const actor: fc.Arbitrary<Actor> = fc.constantFrom<Actor>(
  { side: 'CLIENT', userId: 'c1' },
  { side: 'PROVIDER', userId: 's1' },
  { side: 'SYSTEM', userId: null },
);
const messageId = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5');
const grade = fc.constantFrom<1 | 2 | 3>(1, 2, 3);
const binding = fc.constantFrom('servers', 'network').map((serviceItemId) => ({
  ...{ contractVersionId: 'v1', termsDigest: 'd1', serviceItemId, policyId: 'gold' },
}));
const reasonTextId = fc.constantFrom(null, 'reason');
const cause = fc.constantFrom('CIRCUMSTANCES' as const, 'MISCLASSIFIED' as const);
const type = fc.constantFrom(...TICKET_TYPES);

export const openCommand: fc.Arbitrary<TicketCommand> = fc.record({
  ...{ kind: fc.constant('OPEN' as const), type, impact: grade, urgency: grade, priority: fc.constant(null), binding },
  ...{ channel: fc.constant('PORTAL' as const), confidential: fc.boolean(), requesterId: fc.constant('c1') },
});

/** What the sides propose, contest and put right. */
function agreement(): fc.Arbitrary<TicketCommand> {
  const dueAt = fc.integer({ min: 0, max: 60 * DAY });
  const activity = { ko: '방화벽 개방', en: 'Open the firewall' };
  const offer = fc.oneof(
    dueAt.map((at) => ({ kind: 'DATE' as const, dueAt: at })),
    binding.map((other) => ({ kind: 'REBINDING' as const, binding: { ...other, contractVersionId: 'v2' } })),
    fc.constant({ kind: 'CLIENT_ACCOUNTABLE' as const, activity }),
  );
  const proposalId = fc.constantFrom('p1', 'p2');
  const waitingSeq = fc.integer({ min: 1, max: 20 });
  return fc.oneof(
    fc.record({ kind: fc.constant('PROPOSE' as const), proposalId, offer, reasonTextId }),
    fc.record({ kind: fc.constant('ANSWER_PROPOSAL' as const), proposalId, agree: fc.boolean() }),
    fc.record({ kind: fc.constant('MOVE_DATE' as const), dueAt, consentRecorded: fc.boolean(), reasonTextId }),
    fc.record({ kind: fc.constant('CONTEST_WAITING' as const), waitingSeq, reasonTextId }),
    fc.record({ kind: fc.constant('SETTLE_CONTEST' as const), waitingSeq }),
    fc.record({ kind: fc.constant('MARK_NO_ACTION' as const), messageId }),
    fc.record({
      kind: fc.constant('SET_CHANGE_OUTCOME' as const),
      outcome: fc.constantFrom(...IMPLEMENTATION_OUTCOMES),
    }),
    fc.record({ kind: fc.constant('RATE' as const), score: fc.constantFrom(...SCORES), reasonTextId }),
  );
}

const command: fc.Arbitrary<TicketCommand> = fc.oneof(
  openCommand,
  fc.record({
    ...{
      kind: fc.constant('REPLY' as const),
      messageId,
      visibility: fc.constantFrom('PUBLIC' as const, 'INTERNAL' as const),
    },
    ...{ automatic: fc.boolean(), question: fc.boolean() },
  }),
  fc.record({ kind: fc.constant('WITHDRAW_MESSAGE' as const), messageId }),
  fc.record({
    ...{
      kind: fc.constant('WAIT' as const),
      reason: fc.constantFrom('CLIENT_ANSWER', 'CLIENT_SUPPLIER', 'PROVIDER_SUPPLIER'),
    },
    ...{ status: fc.constantFrom('WAITING_ON_CLIENT' as const, 'WAITING_ON_THIRD_PARTY' as const) },
    ...{ questionMessageId: fc.option(messageId), caseNumber: fc.option(fc.constant('CASE')) },
  }),
  fc.record({
    ...{ kind: fc.constant('SCHEDULE' as const), reason: fc.constant('CLIENT_SCHEDULE') },
    ...{ until: fc.integer({ min: 0, max: 60 * DAY }), clientConsent: fc.boolean() },
  }),
  fc.record({ kind: fc.constant('SET_PRIORITY' as const), to: fc.constantFrom(...PRIORITIES), cause, reasonTextId }),
  fc.record({
    ...{ kind: fc.constant('CLASSIFY' as const), type, impact: grade, urgency: grade, cause, reasonTextId },
    ...{ priority: fc.constantFrom('BY_MATRIX' as const, 'KEEP' as const) },
  }),
  fc.record({ kind: fc.constant('CHANGE_SERVICE' as const), binding }),
  fc.record({
    kind: fc.constant('ASSIGN' as const),
    assigneeId: fc.constantFrom(null, 's1'),
    teamId: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('SET_CONFIDENTIAL' as const), confidential: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('ADD_WATCHER' as const, 'REMOVE_WATCHER' as const),
    userId: fc.constantFrom('w1', 'w2'),
  }),
  fc.record({ kind: fc.constant('RESOLVE' as const), code: fc.constant('FIXED' as const) }),
  fc.record({
    ...{ kind: fc.constant('RESOLVE' as const), code: fc.constant('FIXED' as const) },
    outcome: fc.constantFrom(...IMPLEMENTATION_OUTCOMES),
  }),
  fc.constantFrom<TicketCommand>(
    ...([{ kind: 'ACCEPT' }, { kind: 'START_WORK' }, { kind: 'RESUME' }, { kind: 'RESTORE' }] as const),
    ...([{ kind: 'REOPEN' }, { kind: 'CLOSE' }, { kind: 'CANCEL' }] as const),
    { kind: 'LOG_RESPONSE', act: 'LOGGED_CALL', personId: 's1' },
  ),
  agreement(),
);

export const steps = fc.array(fc.record({ actor, command, after: fc.integer({ min: 0, max: 3 * DAY }) }), {
  maxLength: 60,
});

export interface Turn {
  readonly before: TicketState;
  readonly after: TicketState;
  readonly command: TicketCommand;
}

/** Plays what is accepted and drops what is refused. */
export function play(
  opening: TicketCommand,
  moves: readonly { actor: Actor; command: TicketCommand; after: number }[],
) {
  const events: TicketEvent[] = [];
  const turns: Turn[] = [];
  let state: TicketState | null = null;
  let now = 0;
  for (const { actor: who, command: asked, after } of [
    { actor: { side: 'CLIENT', userId: 'c1' } as const, command: opening, after: 0 },
    ...moves,
  ]) {
    now += after;
    const decision = decide(state, asked, { terms: null, now, actor: who });
    if (decision.kind === 'rejected') continue;
    const before: TicketState | null = state;
    for (const body of decision.events) {
      const event: TicketEvent = { ...body, seq: events.length + 1, at: now, actor: who };
      events.push(event);
      state = evolve(state, event);
    }
    if (before !== null && state !== null) turns.push({ before, after: state, command: asked });
  }
  return { state, events, turns };
}
