import { newId } from '@daylight/api-platform';
import {
  DAY,
  decide,
  foldTicket,
  HOUR,
  MINUTE,
  type Actor,
  type Binding,
  type Instant,
  type Terms,
  type TicketCommand,
  type TicketEvent,
} from '@daylight/domain';
import fc from 'fast-check';

/** Who takes part in a story, by their ids in the client it is written for. */
export interface Cast {
  readonly requester: string;
  readonly agent: string;
}

/** Something that is asked of a ticket, by whom and how long after the thing before. */
export interface Move {
  readonly by: 'CLIENT' | 'PROVIDER';
  readonly after: number;
  /** `nth` message of the ticket, for whoever needs one. */
  readonly command: (names: { readonly cast: Cast; readonly message: (nth: number) => string }) => TicketCommand;
}

/** A story that can be told of a ticket of any client. */
export interface Story {
  readonly confidential: boolean;
  /** Index among the services of the world; the last has no contract. */
  readonly service: 0 | 1 | 2;
  readonly type: 'INCIDENT' | 'SERVICE_REQUEST' | 'CHANGE';
  readonly urgency: 1 | 2 | 3;
  readonly moves: readonly Move[];
  /** Ends as a duplicate of the story before it. */
  readonly duplicate: boolean;
}

const plain = (...commands: readonly TicketCommand[]) => commands.map((command) => () => command);

const byClient = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.nat(5).map((nth): Move['command'] => ({ message }) => ({
      ...{ kind: 'REPLY', messageId: message(nth), visibility: 'PUBLIC', automatic: false, question: false },
    })),
  },
  fc.constantFrom<Move['command']>(...plain({ kind: 'REOPEN' }, { kind: 'CLOSE' }, { kind: 'CANCEL' })),
);

/** Lowering a priority needs one (D-SLA-5); its words are no part of the log. */
const REASON = '00000000-0000-7000-8000-000000000001';
const WAIT = { kind: 'WAIT', status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER', caseNumber: null } as const;
const byProvider = fc.oneof(
  fc
    .record({ nth: fc.nat(5), open: fc.boolean(), question: fc.boolean() })
    .map(({ nth, open, question }): Move['command'] => ({ message }) => ({
      ...{ kind: 'REPLY', messageId: message(nth), automatic: false },
      ...{ visibility: open ? 'PUBLIC' : 'INTERNAL', question: open && question },
    })),
  fc.nat(5).map((nth): Move['command'] => ({ message }) => ({ ...WAIT, questionMessageId: message(nth) })),
  fc.nat(5).map((nth): Move['command'] => ({ message }) => ({ kind: 'WITHDRAW_MESSAGE', messageId: message(nth) })),
  fc.boolean().map((given): Move['command'] => ({ cast }) => ({
    ...{ kind: 'ASSIGN', assigneeId: given ? cast.agent : null, teamId: null },
  })),
  fc.constant<Move['command']>(({ cast }) => ({ kind: 'ADD_WATCHER', userId: cast.agent })),
  {
    weight: 5,
    arbitrary: fc.constantFrom<Move['command']>(
      ...plain(
        {
          kind: 'WAIT',
          status: 'WAITING_ON_THIRD_PARTY',
          reason: 'CLIENT_SUPPLIER',
          questionMessageId: null,
          caseNumber: 'V-7',
        },
        ...(['START_WORK', 'ACCEPT', 'RESUME', 'RESUME', 'RESTORE', 'REOPEN', 'CLOSE'] as const).map((kind) => ({
          kind,
        })),
        { kind: 'RESOLVE', code: 'FIXED' },
        { kind: 'RESOLVE', code: 'WORKAROUND' },
        { kind: 'SET_PRIORITY', to: 'P1', cause: 'CIRCUMSTANCES', reasonTextId: REASON },
        { kind: 'SET_PRIORITY', to: 'P4', cause: 'MISCLASSIFIED', reasonTextId: REASON },
        { kind: 'SET_CONFIDENTIAL', confidential: true },
        { kind: 'SET_CONFIDENTIAL', confidential: false },
      ),
    ),
  },
);

const move: fc.Arbitrary<Move> = fc
  .record({ client: fc.boolean(), after: fc.oneof(fc.nat(MINUTE), fc.nat(2 * DAY)), asks: byClient, does: byProvider })
  .map(({ client, after, asks, does }) => ({
    by: client ? 'CLIENT' : 'PROVIDER',
    after,
    command: client ? asks : does,
  }));

/** Stories at random: most of what is asked is refused by the rules, what is accepted makes the history. */
export const story: fc.Arbitrary<Story> = fc.record({
  ...{ confidential: fc.boolean(), service: fc.constantFrom(0 as const, 1 as const, 2 as const) },
  type: fc.constantFrom('INCIDENT' as const, 'SERVICE_REQUEST' as const, 'CHANGE' as const),
  urgency: fc.constantFrom(1 as const, 2 as const, 3 as const),
  moves: fc.array(move, { maxLength: 30, size: 'max' }),
  duplicate: fc.boolean(),
});

/** What a story is told with: ids of the client it is told for. */
export interface Telling {
  readonly cast: Cast;
  readonly binding: Binding;
  readonly terms: Terms | null;
  readonly openedAt: Instant;
  /** The id of a thing by its name in the story. */
  readonly idOf: (name: string) => string;
}

/** The log that comes of a story. */
export function logOf(told: Story, { cast, binding, terms, openedAt, idOf }: Telling): readonly TicketEvent[] {
  const { confidential, type, urgency } = told;
  const open: TicketCommand = {
    ...{ kind: 'OPEN', type, impact: 2, urgency, priority: null, channel: 'IMPORT', confidential },
    ...{ requesterId: cast.requester, binding },
  };
  const log: TicketEvent[] = [];
  let now = openedAt;
  for (const { by, after, command } of [{ by: 'CLIENT', after: 0, command: () => open } as const, ...told.moves]) {
    now += after;
    const actor: Actor = { side: by, userId: by === 'CLIENT' ? cast.requester : cast.agent };
    const message = (nth: number): string => idOf(`message ${nth}`);
    const decision = decide(foldTicket(log), command({ cast, message }), { terms, now, actor });
    if (decision.kind === 'rejected') continue;
    for (const body of decision.events) log.push({ ...body, seq: log.length + 1, at: now, actor });
  }
  return log;
}

/** Makes the second a duplicate of the first, if both are still under way. */
export function merged(
  [survivor, duplicate]: readonly [readonly TicketEvent[], readonly TicketEvent[]],
  ids: { readonly survivor: string; readonly duplicate: string; readonly agent: string },
): readonly [readonly TicketEvent[], readonly TicketEvent[]] {
  const [first, second] = [foldTicket(survivor), foldTicket(duplicate)];
  const ongoing = ['NEW', 'OPEN', 'WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY'];
  if (first === null || second === null || !ongoing.includes(first.status) || !ongoing.includes(second.status))
    return [survivor, duplicate];
  const at = Math.max(first.lastEventAt, second.lastEventAt) + HOUR;
  const shared = { at, actor: { side: 'PROVIDER', userId: ids.agent } } as const;
  const absorbed = { kind: 'ABSORBED', v: 1, ticketId: ids.duplicate, openedAt: second.openedAt } as const;
  return [
    [...survivor, { ...absorbed, ...shared, seq: survivor.length + 1 }],
    [...duplicate, { kind: 'MERGED', v: 1, intoTicketId: ids.survivor, ...shared, seq: duplicate.length + 1 }],
  ];
}

/** Ids by name, the same one each time it is asked for, and back: rows of two clients compare by these names. */
export class Ids {
  private readonly known = new Map<string, string>();

  of(name: string): string {
    const id = this.known.get(name) ?? newId();
    this.known.set(name, id);
    return id;
  }

  name(id: string, name: string): void {
    this.known.set(name, id);
  }

  /** A row without what differs between clients by nature. */
  told(row: Readonly<Record<string, unknown>>): string {
    let text = JSON.stringify(row);
    for (const [name, id] of this.known) text = text.replaceAll(id, `<${name}>`);
    return text;
  }
}
