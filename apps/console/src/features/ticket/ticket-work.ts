import { useClient, useSession, type TypedDocumentNode } from '@daylight/web-data';
import { useCallback, useMemo, useState } from 'react';
import { useText } from '../../app/text.js';
import { TicketPageDocument, type TicketWholeFragment } from './generated/ticket.js';
import type { TicketOutcomeFragment } from './generated/work.js';

export type WholeTicket = TicketWholeFragment;
export type Conflict = Extract<TicketOutcomeFragment, { readonly __typename: 'TicketConflict' }>;

/** How a change ended, in terms of what the reader has to know. */
export type WorkAnswer =
  | { readonly kind: 'done'; readonly version: number | null }
  | { readonly kind: 'refused'; readonly message: string; readonly goOnAt: { readonly key: string } | null }
  /** `seen` is the ticket as it was shown when the change was made. */
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly seen: WholeTicket };

export interface TicketWork {
  readonly ticket: WholeTicket;
  readonly me: string;
  readonly busy: boolean;
  readonly may: (action: string) => boolean;
  readonly reload: () => Promise<WholeTicket | null>;
  /** Sends one change; afterwards the page shows what became of the ticket. */
  readonly send: <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    pick: (data: Data) => TicketOutcomeFragment,
  ) => Promise<WorkAnswer>;
}

type Say = ReturnType<typeof useText>;

function answerOf(outcome: TicketOutcomeFragment | undefined, seen: WholeTicket, text: Say): WorkAnswer {
  const refused = (message: string): WorkAnswer => ({ kind: 'refused', message, goOnAt: null });
  switch (outcome?.__typename) {
    case 'TicketChanged':
      return { kind: 'done', version: outcome.ticket?.version ?? null };
    case 'TicketRefused':
      return { kind: 'refused', message: outcome.problem.message, goOnAt: outcome.goOnAt };
    case 'TicketConflict':
      return { kind: 'conflict', conflict: outcome, seen };
    case 'InputRefused':
      return refused(outcome.problems.map(({ message }) => message).join(' '));
    case 'NotFound':
      return refused(text('page.gone'));
    case undefined:
      return refused(text('page.unreachable'));
  }
}

/** Everything that changes this ticket goes through here: one way to send, one way to learn how it ended. */
export function useTicketWork(ticket: WholeTicket): TicketWork {
  const text = useText();
  const client = useClient();
  const { viewer } = useSession();
  const [running, setRunning] = useState(0);
  const reload = useCallback(async () => {
    const { data } = await client
      .query(TicketPageDocument, { id: ticket.id, key: null }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.ticket ?? null;
  }, [client, ticket.id]);
  const send = useCallback<TicketWork['send']>(
    async (document, variables, pick) => {
      setRunning((before) => before + 1);
      const { data } = await client.mutation(document, variables).toPromise();
      const answer = answerOf(data === undefined ? undefined : pick(data), ticket, text);
      if (data !== undefined) await reload();
      setRunning((before) => before - 1);
      return answer;
    },
    [client, ticket, text, reload],
  );
  return useMemo(
    () => ({
      ticket,
      me: viewer.id,
      busy: running > 0,
      may: (action) => ticket.actions.includes(action),
      reload,
      send,
    }),
    [ticket, viewer.id, running, reload, send],
  );
}
