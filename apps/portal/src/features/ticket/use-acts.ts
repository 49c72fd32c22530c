import { useMutation, useSession } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readChange, type ChangeOutcome, type Conflict } from './change.js';
import {
  CancelTicketDocument,
  CloseTicketDocument,
  ReopenTicketDocument,
  SetTicketConfidentialDocument,
  UnwatchTicketDocument,
  WatchTicketDocument,
  WithdrawMessageDocument,
  type TicketWholeFragment,
} from './generated/ticket.js';

export type Act = 'reopen' | 'close' | 'cancel' | 'watch' | 'unwatch' | 'open-up' | 'make-confidential';

/** A conflict together with what was wanted, so that it can be done all the same. */
export interface OpenConflict extends Conflict {
  readonly act: Act;
}

export interface Acts {
  readonly busy: boolean;
  readonly conflict: OpenConflict | null;
  readonly refusal: Extract<ChangeOutcome, { readonly kind: 'refused' }> | null;
  readonly run: (act: Act) => Promise<void>;
  /** The act of the conflict again, now knowing the current version. */
  readonly insist: () => Promise<void>;
  /** False: refused. */
  readonly withdraw: (messageId: string) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** What a client may do to a ticket besides replying. Every ending is shown; nothing is done silently. */
export function useActs(ticket: TicketWholeFragment): Acts {
  const text = useText();
  const toast = useToast();
  const { viewer } = useSession();
  const [{ fetching: reopening }, reopen] = useMutation(ReopenTicketDocument);
  const [{ fetching: closing }, close] = useMutation(CloseTicketDocument);
  const [{ fetching: cancelling }, cancel] = useMutation(CancelTicketDocument);
  const [{ fetching: hiding }, setConfidential] = useMutation(SetTicketConfidentialDocument);
  const [, watch] = useMutation(WatchTicketDocument);
  const [, unwatch] = useMutation(UnwatchTicketDocument);
  const [, withdrawMessage] = useMutation(WithdrawMessageDocument);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const [refusal, setRefusal] = useState<Acts['refusal']>(null);

  async function ask(act: Act, expectedVersion: number): Promise<ChangeOutcome> {
    const ticketId = ticket.id;
    const input = { ticketId, expectedVersion };
    const failed = text('page.failed');
    switch (act) {
      case 'reopen':
        return readChange((await reopen({ input })).data?.reopenTicket, ticket, failed);
      case 'close':
        return readChange((await close({ input })).data?.closeTicket, ticket, failed);
      case 'cancel':
        return readChange((await cancel({ input })).data?.cancelTicket, ticket, failed);
      case 'open-up':
      case 'make-confidential':
        return readChange(
          (await setConfidential({ input: { ...input, confidential: act === 'make-confidential' } })).data
            ?.setTicketConfidential,
          ticket,
          failed,
        );
      case 'watch':
        return readChange(
          (await watch({ input: { ticketId, personId: viewer.id } })).data?.watchTicket,
          ticket,
          failed,
        );
      case 'unwatch':
        return readChange(
          (await unwatch({ input: { ticketId, personId: viewer.id } })).data?.unwatchTicket,
          ticket,
          failed,
        );
    }
  }
  function show(outcome: ChangeOutcome, done: string, act: Act | null): void {
    setConflict(outcome.kind === 'conflict' && act !== null ? { ...outcome, act } : null);
    setRefusal(outcome.kind === 'refused' ? outcome : null);
    if (outcome.kind === 'changed') toast({ text: done });
    if (outcome.kind === 'gone') toast({ text: text('page.gone') });
  }
  const run = async (act: Act, version = ticket.version): Promise<void> =>
    show(await ask(act, version), text(`act.done.${act}`), act);
  return {
    busy: reopening || closing || cancelling || hiding,
    conflict,
    refusal,
    run: (act) => run(act),
    insist: () => (conflict === null ? Promise.resolve() : run(conflict.act, conflict.current.version)),
    withdraw: async (messageId) => {
      const { data } = await withdrawMessage({ input: { ticketId: ticket.id, messageId } });
      const outcome = readChange(data?.withdrawMessage, ticket, text('page.failed'));
      show(outcome, text('act.done.withdraw'), null);
      return outcome.kind === 'changed';
    },
    dismiss: () => {
      setConflict(null);
      setRefusal(null);
    },
  };
}
