import { useClient, type TypedDocumentNode } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readChange } from './change.js';
import type { TicketChangeFragment, TicketWholeFragment } from './generated/ticket.js';

export interface Agree {
  readonly busy: boolean;
  /** Why the last act was refused; empty when it wasn't. */
  readonly problems: readonly string[];
  /** Sends one act. True: it was done. */
  readonly send: <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    pick: (data: Data) => TicketChangeFragment,
  ) => Promise<boolean>;
}

/** How the client agrees, contests and records: every ending is shown. */
export function useAgree(ticket: TicketWholeFragment): Agree {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  return {
    busy,
    problems,
    send: async (document, variables, pick) => {
      setBusy(true);
      const { data } = await client.mutation(document, variables).toPromise();
      setBusy(false);
      const outcome = readChange(data === undefined ? undefined : pick(data), ticket, text('page.failed'));
      const refused = outcome.kind === 'refused' ? outcome.messages : [];
      setProblems(outcome.kind === 'gone' ? [text('page.gone')] : refused);
      if (outcome.kind === 'changed') toast({ text: text('agree.done') });
      return outcome.kind === 'changed';
    },
  };
}
