import { instantOf } from '@daylight/web-format';
import { Button, Dialog, Notice, Stack, Text, TextArea, TextField, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import {
  ContestWaitingDocument,
  ProposeDateDocument,
  SettleContestDocument,
  type TicketWholeFragment,
} from './generated/ticket.js';
import type { Agree } from './use-agree.js';

/** What is asked before it is sent. */
export type Asked =
  | { readonly kind: 'date' }
  | { readonly kind: 'contest'; readonly waitingSeq: number }
  | { readonly kind: 'let-stand'; readonly waitingSeq: number };

interface AgreeDialogProps {
  readonly ticket: TicketWholeFragment;
  readonly asked: Asked;
  readonly agree: Agree;
  readonly onClose: () => void;
}

/** Asks for a date, or for the reason of a contest, and says what it means. */
export default function AgreeDialog({ ticket, asked, agree, onClose }: AgreeDialogProps) {
  const text = useText();
  const zone = useZone();
  const [wall, setWall] = useState('');
  const [reason, setReason] = useState('');
  const dueAt = instantOf(wall, zone);
  const ready = asked.kind === 'date' ? dueAt !== null : asked.kind === 'let-stand' || reason.trim() !== '';
  function send(): Promise<boolean> {
    const ticketId = ticket.id;
    switch (asked.kind) {
      case 'date': {
        const input = { ticketId, dueAt: dueAt ?? '', reason: reason.trim() === '' ? null : reason.trim() };
        return agree.send(ProposeDateDocument, { input }, (data) => data.proposeDate);
      }
      case 'contest': {
        const input = { ticketId, waitingSeq: asked.waitingSeq, reason: reason.trim() };
        return agree.send(ContestWaitingDocument, { input }, (data) => data.contestWaiting);
      }
      case 'let-stand': {
        const input = { ticketId, waitingSeq: asked.waitingSeq };
        return agree.send(SettleContestDocument, { input }, (data) => data.settleContest);
      }
    }
  }
  const actions = (
    <>
      <Button onClick={onClose}>{text('agree.cancel')}</Button>
      <Button
        look="primary"
        disabled={!ready}
        busy={agree.busy}
        onClick={() => void send().then((done) => (done ? onClose() : undefined))}
      >
        {text(`agree.ask.${asked.kind}.submit`)}
      </Button>
    </>
  );
  return (
    <Dialog opened title={text(`agree.ask.${asked.kind}`)} onClose={onClose} actions={actions}>
      <Stack>
        {agree.problems.length === 0 ? null : (
          <Notice tone="danger" live title={text('act.refused')}>
            {agree.problems.join(' ')}
          </Notice>
        )}
        <Text>{text(`agree.ask.${asked.kind}.body`)}</Text>
        {asked.kind === 'date' ? (
          <TextField
            label={text('agree.date.when')}
            description={zone}
            type="datetime-local"
            required
            value={wall}
            onChange={setWall}
          />
        ) : null}
        {asked.kind === 'let-stand' ? null : (
          <TextArea
            label={text('agree.reason')}
            required={asked.kind === 'contest'}
            rows={3}
            value={reason}
            onChange={setReason}
          />
        )}
      </Stack>
    </Dialog>
  );
}
