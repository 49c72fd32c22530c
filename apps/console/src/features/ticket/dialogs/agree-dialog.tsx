import { useLocal } from '@daylight/web-app';
import { Checkbox, Select, Stack, Text, TextArea, TextField, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { instantOf } from '../../page/local-instant.js';
import { answerNode } from '../answer-node.js';
import {
  MarkNoActionDocument,
  MoveAgreedDateDocument,
  ProposeDateDocument,
  ProposeResponsibilityDocument,
  SetPersonalDataDocument,
  SettleContestDocument,
} from '../generated/work.js';
import type { TicketWork, WorkAnswer } from '../ticket-work.js';

/** What is asked before it is sent. */
export type Asked =
  | { readonly kind: 'date' | 'move' | 'responsibility' | 'personal-data' }
  | { readonly kind: 'concede'; readonly waitingSeq: number }
  | { readonly kind: 'no-action'; readonly messageId: string };

interface Fields {
  readonly dueAt: string;
  readonly reason: string | null;
  readonly consentRecorded: boolean;
  readonly activity: number;
}

/** Sends what was asked for with what was filled in. */
function sendAsked({ ticket, send }: TicketWork, asked: Asked, fields: Fields): Promise<WorkAnswer> {
  const ticketId = ticket.id;
  const at = { ticketId, expectedVersion: ticket.version };
  const { dueAt, reason, consentRecorded, activity } = fields;
  switch (asked.kind) {
    case 'date':
      return send(ProposeDateDocument, { input: { ...at, dueAt, reason } }, (data) => data.proposeDate);
    case 'move':
      return send(
        MoveAgreedDateDocument,
        { input: { ...at, dueAt, reason, consentRecorded } },
        (data) => data.moveAgreedDate,
      );
    case 'responsibility':
      return send(
        ProposeResponsibilityDocument,
        { input: { ...at, activity, reason } },
        (data) => data.proposeResponsibility,
      );
    case 'personal-data':
      return send(
        SetPersonalDataDocument,
        { input: { ...at, affected: ticket.personalDataSince === null, awareAt: null } },
        (data) => data.setPersonalData,
      );
    case 'concede':
      return send(
        SettleContestDocument,
        { input: { ...at, waitingSeq: asked.waitingSeq } },
        (data) => data.settleContest,
      );
    case 'no-action':
      return send(
        MarkNoActionDocument,
        { input: { ticketId, messageId: asked.messageId } },
        (data) => data.markNoAction,
      );
  }
}

interface AgreeDialogProps {
  readonly work: TicketWork;
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Asks for what an agreement needs, and says what it does to the clocks before it is sent. */
export function AgreeDialog({ work, asked, onClose }: AgreeDialogProps) {
  const text = useText();
  const local = useLocal();
  const zone = useZone();
  const [wall, setWall] = useState('');
  const [reason, setReason] = useState('');
  const [consentRecorded, setConsent] = useState(false);
  const [activity, setActivity] = useState('0');
  const { kind } = asked;
  const dated = kind === 'date' || kind === 'move';
  const worded = dated || kind === 'responsibility';
  const dueAt = instantOf(wall, zone);
  const said = reason.trim() === '' ? null : reason.trim();
  const needsReason = kind === 'move' && work.ticket.agreedDate !== null;
  const fields = { dueAt: dueAt ?? '', reason: said, consentRecorded, activity: Number(activity) };
  return (
    <FormDialog
      title={text(`agree.ask.${kind}`)}
      submitLabel={text('agree.submit')}
      ready={(!dated || dueAt !== null) && (!needsReason || said !== null)}
      danger={kind === 'move' && !consentRecorded}
      onSubmit={async () => answerNode(await sendAsked(work, asked, fields))}
      onClose={onClose}
    >
      <Stack>
        <Text>{text(`agree.ask.${kind}.body`)}</Text>
        {dated ? (
          <TextField
            label={text('agree.date.when')}
            description={zone}
            type="datetime-local"
            required
            value={wall}
            onChange={setWall}
          />
        ) : null}
        {kind === 'responsibility' ? (
          <Select
            label={text('agree.activity')}
            value={activity}
            options={work.ticket.clientActivities.map((name, index) => ({ value: String(index), label: local(name) }))}
            onChange={setActivity}
          />
        ) : null}
        {kind === 'move' ? (
          <Checkbox
            label={text('agree.consent')}
            description={text('agree.consentHelp')}
            checked={consentRecorded}
            onChange={setConsent}
          />
        ) : null}
        {worded ? (
          <TextArea label={text('agree.reason')} required={needsReason} rows={3} value={reason} onChange={setReason} />
        ) : null}
      </Stack>
    </FormDialog>
  );
}
