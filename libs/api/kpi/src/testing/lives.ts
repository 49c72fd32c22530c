import { changeTicket, MergeTickets, opened, reply, type TicketWorld } from '@daylight/api-tickets/testing';
import { newId } from '@daylight/api-platform';
import { SCORES, type TicketCommand } from '@daylight/domain';

/** Numbers that look random and are the same on each run (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

interface Cast {
  readonly agents: readonly string[];
  readonly requester: string;
  readonly approver: string;
}

const TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'INCIDENT', 'CHANGE'] as const;
const COMMANDS: readonly TicketCommand[] = [
  { kind: 'START_WORK' },
  { kind: 'RESTORE' },
  { kind: 'RESOLVE', code: 'FIXED' },
  { kind: 'RESOLVE', code: 'FIXED', outcome: 'AS_PLANNED' },
  { kind: 'RESOLVE', code: 'OTHER', outcome: 'ROLLED_BACK' },
  { kind: 'REOPEN' },
  { kind: 'CLOSE' },
  { kind: 'CANCEL' },
  { kind: 'ACCEPT' },
  { kind: 'RESUME' },
];

/** One side proposes a date, the other answers what is open, the client rates. */
async function agreeOrRate(
  world: TicketWorld,
  { agent, client }: { readonly agent: string; readonly client: string },
  roll: (sides: number) => number,
  { ticketId, what }: { readonly ticketId: string; readonly what: number },
): Promise<void> {
  const target = { ticketId, expectedVersion: null };
  if (what === 8) {
    const offer = { kind: 'DATE', dueAt: Date.parse('2027-01-01T00:00:00Z') + roll(90) * 86_400_000 } as const;
    const ask = { kind: 'PROPOSE', proposalId: newId(), offer, reasonTextId: null } as const;
    await world.asStaff(agent, (tx) => changeTicket(tx, target, () => ({ commands: [ask] })));
  } else if (what === 9) {
    const agree = roll(3) > 0;
    const [latest] = await world.db.owner<{ id: string }>(
      `select ticket_id as id from ticket_event where kind = 'PROPOSED' order by occurred_at desc, ticket_id limit 1`,
    );
    const asked = { ...target, ticketId: latest?.id ?? ticketId };
    await world.asClient(client, (tx) =>
      changeTicket(tx, asked, ({ state }) => {
        const proposalId = state.proposals[0]?.proposalId ?? newId();
        return { commands: [{ kind: 'ANSWER_PROPOSAL', proposalId, agree }] };
      }),
    );
  } else {
    const score = SCORES[roll(5)] ?? 5;
    const rating = { kind: 'RATE', score, reasonTextId: null } as const;
    await world.asClient(client, (tx) => changeTicket(tx, target, () => ({ commands: [rating] })));
  }
}

async function act(
  world: TicketWorld,
  { agents, requester }: Cast,
  roll: (sides: number) => number,
  tickets: readonly string[],
): Promise<void> {
  const ticketId = tickets[roll(tickets.length)] ?? '';
  const agent = agents[roll(agents.length)] ?? '';
  const what = roll(11);
  if (what === 0) await world.asClient(requester, (tx) => reply(tx, ticketId));
  else if (what === 1) await world.asStaff(agent, (tx) => reply(tx, ticketId));
  else if (what === 2) {
    await world.asStaff(agent, (tx) => reply(tx, ticketId, { question: true, thenWait: 'CLIENT_ANSWER' }));
  } else if (what === 3) {
    const assign = { kind: 'ASSIGN', assigneeId: agents[roll(agents.length)] ?? null, teamId: null } as const;
    await world.asStaff(agent, (tx) =>
      changeTicket(tx, { ticketId, expectedVersion: null }, () => ({ commands: [assign] })),
    );
  } else if (what === 4) {
    const [row] = await world.db.owner<{ id: string; version: number }>(
      `select d.ticket_id as id, d.version from ticket d join ticket s on s.service_item_id = d.service_item_id and s.confidential = d.confidential
       where s.ticket_id = $1 and d.ticket_id <> s.ticket_id and d.is_open order by d.ticket_id limit 1`,
      [ticketId],
    );
    const merge = { duplicateId: row?.id ?? '', survivorId: ticketId, expectedVersion: row?.version ?? 0 };
    await world.asStaff(agent, (tx) => new MergeTickets().run(tx, merge));
  } else if (what >= 8) {
    await agreeOrRate(world, { agent, client: requester }, roll, { ticketId, what });
  } else {
    const command = COMMANDS[roll(COMMANDS.length)] ?? { kind: 'START_WORK' };
    await world.asStaff(agent, (tx) =>
      changeTicket(tx, { ticketId, expectedVersion: null }, () => ({ commands: [command] })),
    );
  }
}

/** Two of three are answered soon, and half of those resolved at once. */
async function answer(
  world: TicketWorld,
  { agents }: Cast,
  roll: (sides: number) => number,
  on: { readonly ticketId: string; readonly hour: number },
) {
  if (roll(3) === 0) return;
  const { ticketId } = on;
  world.clock(on.hour + roll(20) / 60);
  const thenResolve = roll(2) === 0 ? 'FIXED' : null;
  await world.asStaff(agents[0] ?? '', (tx) => reply(tx, ticketId, { thenResolve }));
}

/** Lets `count` tickets live over `hours`, opened and acted on at odd moments; what the rules refuse doesn't happen. */
export async function letLive(
  world: TicketWorld,
  cast: Cast,
  { seed, count, hours }: { readonly seed: number; readonly count: number; readonly hours: number },
): Promise<readonly string[]> {
  const roll = dice(seed);
  const tickets: string[] = [];
  const steps = count * 8;
  for (let step = 0; step < steps; step += 1) {
    world.clock((hours * step) / steps + roll(90) / 60);
    if (tickets.length < count && (tickets.length === 0 || roll(6) === 0 || steps - step < count)) {
      const serviceItemId = world.services[roll(3)] ?? world.services[0];
      const type = TYPES[roll(4)] ?? 'INCIDENT';
      const grades = { impact: 1 + roll(3) === 1 ? 1 : 2, urgency: roll(2) === 0 ? 2 : 3 } as const;
      const more = { type, serviceItemId, ...grades, confidential: roll(5) === 0 };
      const ticketId = await world.asClient(cast.requester, (tx) => opened(tx, world, more));
      tickets.push(ticketId);
      await answer(world, cast, roll, { ticketId, hour: (hours * step) / steps + 1.5 });
    } else {
      await act(world, cast, roll, tickets);
    }
  }
  world.clock(hours + 2);
  return tickets;
}
