import {
  decide,
  evolve,
  type Actor,
  type Instant,
  type Terms,
  type TicketCommand,
  type TicketEvent,
  type TicketProblem,
  type TicketState,
} from '@daylight/domain';

interface Ground {
  readonly terms: Terms | null;
  readonly actor: Actor;
  readonly now: Instant;
}

export type Decided =
  | { readonly kind: 'decided'; readonly events: readonly TicketEvent[]; readonly state: TicketState }
  | { readonly kind: 'refused'; readonly problem: TicketProblem };

interface Progress {
  readonly state: TicketState | null;
  readonly events: readonly TicketEvent[];
}

/** Decides commands one after the other, each on what the one before left: all of them, or none. */
export function decideAll(before: TicketState | null, commands: readonly TicketCommand[], ground: Ground): Decided {
  let progress: Progress = { state: before, events: [] };
  for (const command of commands) {
    const decision = decide(progress.state, command, ground);
    if (decision.kind === 'rejected') return { kind: 'refused', problem: decision.problem };
    for (const body of decision.events) {
      const event: TicketEvent = { ...body, seq: (progress.state?.seq ?? 0) + 1, at: ground.now, actor: ground.actor };
      progress = { state: evolve(progress.state, event), events: [...progress.events, event] };
    }
  }
  const { state, events } = progress;
  if (state === null) throw new Error('nothing was commanded of a ticket that does not exist');
  return { kind: 'decided', events, state };
}
