import { outcomeOf } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import { TestMailboxDocument, type MailboxShownFragment } from './generated/mailboxes.js';

/** How often the list is asked for what came of a test (ms), and how many times. */
const PAUSE_MS = 3_000;
const MOST_TURNS = 20;

/** What says that something happened at a mailbox. */
const signOf = ({ lastPolledAt, lastReceivedAt }: MailboxShownFragment): string => `${lastPolledAt}|${lastReceivedAt}`;

interface Waiting {
  readonly id: string;
  readonly sign: string;
}

export interface MailboxTest {
  readonly run: (mailbox: MailboxShownFragment) => Promise<void>;
  /** The mailbox that is being tried; null: none. */
  readonly testing: string | null;
}

/** Has a mailbox tried and asks for the list again until something came of it. */
export function useTest(mailboxes: readonly MailboxShownFragment[], again: () => void): MailboxTest {
  const text = useText();
  const toast = useToast();
  const { run } = useAct(TestMailboxDocument);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [turns, setTurns] = useState(0);
  const tried = mailboxes.find(({ id }) => id === waiting?.id);
  const over = waiting === null || turns >= MOST_TURNS || (tried !== undefined && signOf(tried) !== waiting.sign);
  useEffect(() => {
    if (over) return;
    const timer = setTimeout(() => {
      again();
      setTurns((before) => before + 1);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [over, turns, again]);
  return {
    testing: over ? null : waiting.id,
    run: async (mailbox) => {
      const data = await run({ input: { mailboxId: mailbox.id } });
      if (data === null) return;
      outcomeOf(data.testMailbox, {
        MailboxTestBegun: () => {
          setTurns(0);
          setWaiting({ id: mailbox.id, sign: signOf(mailbox) });
          toast({ text: text(`mailboxes.test.${mailbox.intake}`) });
        },
        MailboxSwitchedOff: () => toast({ tone: 'error', text: text('mailboxes.test.off') }),
        NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
      });
    },
  };
}
