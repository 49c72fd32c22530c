import { Button, Dialog, Notice, Stack } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../app/text.js';
import { CONFIRMED_ACTS, PLAIN_ACTS, sendAct, type PlainAct } from '../acts.js';
import { answerNode } from '../answer-node.js';
import { ASKED_FOR, type Question } from '../questions.js';
import type { TicketWork } from '../ticket-work.js';

interface StatusChoicesProps {
  readonly work: TicketWork;
  readonly onAsk: (question: Question) => void;
  readonly onClose: () => void;
}

const ASKED = ['wait', 'schedule', 'resolve'] as const;

/** Where the ticket can go from here: only what the rules and the reader's role allow. */
export function StatusChoices({ work, onAsk, onClose }: StatusChoicesProps) {
  const text = useText();
  const [problem, setProblem] = useState<ReactNode>(null);
  const plain = PLAIN_ACTS.filter((act) => act !== 'claimTicket' && work.may(act));
  const asked = ASKED.filter((kind) => work.may(ASKED_FOR[kind]));
  const confirmed = CONFIRMED_ACTS.filter((act) => work.may(act));
  async function run(act: PlainAct): Promise<void> {
    const node = answerNode(await sendAct(work, act));
    if (node === null) onClose();
    else setProblem(node);
  }
  return (
    <Dialog opened title={text('ticket.statusOf', { what: work.ticket.key })} onClose={onClose} size="sm">
      <Stack gap="s">
        {problem}
        {plain.length + asked.length + confirmed.length === 0 ? <Notice>{text('ticket.noStatus')}</Notice> : null}
        {plain.map((act) => (
          <Button key={act} full busy={work.busy} onClick={() => void run(act)}>
            {text(`ticket.do.${act}`)}
          </Button>
        ))}
        {asked.map((kind) => (
          <Button key={kind} full onClick={() => onAsk({ kind })}>
            {text(`ticket.ask.${kind}`)}
          </Button>
        ))}
        {confirmed.map((act) => (
          <Button
            key={act}
            full
            look={act === 'cancelTicket' ? 'quiet' : 'secondary'}
            onClick={() => onAsk({ kind: 'confirm', act })}
          >
            {text(`ticket.do.${act}`)}
          </Button>
        ))}
      </Stack>
    </Dialog>
  );
}
