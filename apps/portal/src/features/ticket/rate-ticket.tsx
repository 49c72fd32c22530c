import { useAnchor } from '@daylight/web-app';
import { Button, Notice, Panel, Row, Segments, Stack, Text, TextArea, Time } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { RateTicketDocument, type TicketWholeFragment } from './generated/ticket.js';
import { useAgree, type Agree } from './use-agree.js';

const SCORES = ['1', '2', '3', '4', '5'] as const;
type Chosen = (typeof SCORES)[number] | '';

/** How satisfied one is with what was done: asked once it is resolved, answered whenever one likes. `#rate` leads here. */
export function RateTicket({ ticket }: { readonly ticket: TicketWholeFragment }) {
  const text = useText();
  const named = useAnchor();
  const agree = useAgree(ticket);
  const may = ticket.actions.includes('rateTicket');
  if (!may && ticket.rating === null) return null;
  return (
    <Panel title={text('rate.title')} anchor="rate" named={named}>
      <Stack>
        {ticket.rating === null ? null : (
          <Text>
            {text('rate.given', { score: ticket.rating.score })} <Time at={ticket.rating.at} style="dayTime" />
          </Text>
        )}
        {agree.problems.length === 0 ? null : (
          <Notice tone="danger" live title={text('act.refused')}>
            {agree.problems.join(' ')}
          </Notice>
        )}
        {may ? <Form ticket={ticket} agree={agree} /> : null}
      </Stack>
    </Panel>
  );
}

function Form({ ticket, agree }: { readonly ticket: TicketWholeFragment; readonly agree: Agree }) {
  const text = useText();
  const [score, setScore] = useState<Chosen>('');
  const [comment, setComment] = useState('');
  async function send(): Promise<void> {
    const words = comment.trim();
    const input = { ticketId: ticket.id, score: Number(score), comment: words === '' ? null : words };
    if (!(await agree.send(RateTicketDocument, { input }, (data) => data.rateTicket))) return;
    setScore('');
    setComment('');
  }
  return (
    <>
      <Segments
        label={text(ticket.rating === null ? 'rate.ask' : 'rate.askAgain')}
        value={score}
        options={SCORES.map((value) => ({ value, label: text(`rate.score.${value}`) }))}
        onChange={setScore}
      />
      <TextArea label={text('rate.comment')} rows={2} value={comment} onChange={setComment} />
      <Row>
        <Button disabled={score === ''} busy={agree.busy} onClick={() => void send()}>
          {text('rate.send')}
        </Button>
      </Row>
    </>
  );
}
