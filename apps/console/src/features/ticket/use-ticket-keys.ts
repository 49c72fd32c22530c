import { useHotkeys, type Hotkey } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ASKED_FOR, type AskedFor } from './questions.js';
import type { TicketWork } from './ticket-work.js';

export interface TicketKeys {
  readonly work: TicketWork;
  readonly reply: () => void;
  readonly note: () => void;
  readonly claim: () => void;
  readonly ask: (kind: AskedFor | 'status') => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly back: () => void;
  readonly copyLink: () => void;
}

const ASKS = [
  ['KeyI', 'assign'],
  ['KeyP', 'priority'],
  ['KeyT', 'classify'],
  ['KeyW', 'wait'],
  ['KeyE', 'resolve'],
  ['KeyL', 'log'],
  ['KeyM', 'merge'],
] as const satisfies readonly (readonly [string, AskedFor])[];

/** A ticket by keyboard; only what can be done now is listed. */
export function useTicketKeys({ work, reply, note, claim, ask, next, previous, back, copyLink }: TicketKeys): void {
  const text = useText();
  const group = text('queue.keys.ticket');
  const moving = text('queue.keys.list');
  const asks = ASKS.filter(([, kind]) => work.may(ASKED_FOR[kind])).map(([keys, kind]) => ({
    keys,
    label: text(`ticket.ask.${kind}`),
    group,
    run: () => ask(kind),
  }));
  const talk: readonly Hotkey[] = work.may('replyToTicket')
    ? [
        { keys: 'KeyR', label: text('ticket.reply'), group, run: reply },
        { keys: 'KeyN', label: text('ticket.note'), group, run: note },
      ]
    : [];
  const own: readonly Hotkey[] = work.may('claimTicket')
    ? [{ keys: 'KeyA', label: text('queue.claim'), group, run: claim }]
    : [];
  useHotkeys([
    ...talk,
    ...own,
    ...asks,
    { keys: 'KeyS', label: text('queue.status'), group, run: () => ask('status') },
    { keys: 'Mod+Shift+Period', label: text('ticket.copyLink'), group, whileTyping: true, run: copyLink },
    { keys: 'KeyJ', label: text('queue.keys.next'), group: moving, run: next },
    { keys: 'KeyK', label: text('queue.keys.previous'), group: moving, run: previous },
    { keys: 'Escape', label: text('ticket.back'), group: moving, run: back },
  ]);
}
