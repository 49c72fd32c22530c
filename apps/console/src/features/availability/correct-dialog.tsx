import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Text, TextArea, TextField, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import { FormDialog } from '../page/form-dialog.js';
import { CorrectOutageDocument, type OutageWholeFragment } from './generated/outages.js';
import { bothOf, wordsOf } from './lists.js';
import { MomentField } from './moment-field.js';
import { StateField } from './state-field.js';
import { useSend } from './use-send.js';

interface CorrectDialogProps {
  readonly outage: OutageWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The outage as it was in truth, by whom and why. What it was before stays in its log. */
export default function CorrectDialog({ outage, onSaved, onClose }: CorrectDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(onSaved);
  const wall = (at: string | null): string => (at === null ? '' : wallClock(Date.parse(at), zone));
  const [state, setState] = useState(outage.state);
  const [from, setFrom] = useState(wall(outage.startedAt));
  const [to, setTo] = useState(wall(outage.endedAt));
  const [title, setTitle] = useState({ ko: outage.title.ko, en: outage.title.en });
  const [assets, setAssets] = useState(outage.assetIds.join(', '));
  const [tickets, setTickets] = useState(outage.tickets.map(({ key }) => key).join(', '));
  const [reason, setReason] = useState('');
  // A field knows minutes: what wasn't touched keeps its seconds.
  const instant = (typed: string, before: string | null): string | null =>
    typed === wall(before) ? before : instantOf(typed, zone);
  const [startedAt, endedAt] = [instant(from, outage.startedAt), instant(to, outage.endedAt)];
  async function submit(): Promise<string | null> {
    if (startedAt === null) return text('outage.times.missing');
    const input = {
      ...{ outageId: outage.id, expectedVersion: outage.version, state, startedAt, endedAt, title: bothOf(title) },
      ...{ assetIds: wordsOf(assets), ticketKeys: wordsOf(tickets), reason: reason.trim() },
    };
    const wanted = { done: 'OutageSaved', said: text('outage.corrected') };
    return send(CorrectOutageDocument, { input }, { ...wanted, answer: ({ correctOutage }) => correctOutage });
  }
  return (
    <FormDialog
      title={text('outage.correct.title')}
      submitLabel={text('outage.correct')}
      ready={startedAt !== null && reason.trim() !== ''}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <Text look="small">{text('outage.correct.lead')}</Text>
      <StateField value={state} onChange={setState} />
      <Grid min={15}>
        <MomentField label={text('outage.from')} required value={from} onChange={setFrom} />
        <MomentField label={text('outage.to')} value={to} description={text('outage.to.empty')} onChange={setTo} />
      </Grid>
      <LocalizedField label={text('outage.title')} value={title} onChange={setTitle} />
      <Grid min={15}>
        <TextField
          label={text('outage.tickets')}
          description={text('outage.tickets.hint')}
          value={tickets}
          onChange={setTickets}
        />
        <TextField
          label={text('outage.assets')}
          description={text('outage.assets.hint')}
          value={assets}
          onChange={setAssets}
        />
      </Grid>
      <TextArea
        label={text('outage.reason')}
        description={text('outage.reason.hint')}
        required
        rows={2}
        maxLength={4_000}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
