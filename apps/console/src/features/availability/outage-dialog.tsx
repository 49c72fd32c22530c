import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Segments, TextField, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { LocalizedField } from '../forms/localized-field.js';
import { FormDialog } from '../page/form-dialog.js';
import { OpenOutageDocument, type OutageState } from './generated/outages.js';
import { bothOf, wordsOf, writtenOf } from './lists.js';
import { MomentField } from './moment-field.js';
import { ServiceSelect } from './service-select.js';
import { StateField } from './state-field.js';
import { useSend } from './use-send.js';

interface OutageDialogProps {
  readonly tenantId: string | null;
  /** ms */
  readonly now: number;
  readonly onSaved: (outageId: string) => void;
  readonly onClose: () => void;
}

const EMPTY = { ko: '', en: '' };

/** An outage by a person's word: signals missed it, or there are none. */
export default function OutageDialog({ tenantId, now, onSaved, onClose }: OutageDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(() => undefined);
  const [client, setClient] = useState(tenantId);
  const [service, setService] = useState('');
  const [state, setState] = useState<OutageState>('DOWN');
  const [title, setTitle] = useState(EMPTY);
  const [from, setFrom] = useState(wallClock(now, zone));
  const [to, setTo] = useState('');
  const [over, setOver] = useState<'no' | 'yes'>('no');
  const [tickets, setTickets] = useState('');
  const [update, setUpdate] = useState(EMPTY);
  const [startedAt, endedAt] = [instantOf(from, zone), over === 'yes' ? instantOf(to, zone) : null];
  const ready =
    client !== null &&
    service !== '' &&
    startedAt !== null &&
    (over === 'no' || endedAt !== null) &&
    writtenOf(title) !== null;
  async function submit(): Promise<string | null> {
    if (client === null || startedAt === null) return text('outage.times.missing');
    const first = writtenOf(update);
    const input = {
      ...{ tenantId: client, serviceItemId: service, state, title: bothOf(title), startedAt, endedAt },
      ...{ ticketKeys: wordsOf(tickets), update: first === null ? null : bothOf(first) },
    };
    return send(
      OpenOutageDocument,
      { input },
      {
        ...{ done: 'OutageSaved', said: text('outage.opened'), answer: ({ openOutage }) => openOutage },
        then: ({ openOutage }) => {
          if (openOutage.__typename === 'OutageSaved') onSaved(openOutage.outage.id);
        },
      },
    );
  }
  return (
    <FormDialog
      title={text('outage.new')}
      submitLabel={text('outage.open')}
      ready={ready}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <Grid min={15}>
        <ClientSelect value={client} onChange={setClient} required />
        <ServiceSelect value={service} onChange={setService} />
      </Grid>
      <StateField value={state} onChange={setState} />
      <LocalizedField label={text('outage.title')} value={title} onChange={setTitle} />
      <Segments
        label={text('outage.over')}
        value={over}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: text(`outage.over.${value}`) }))}
        onChange={setOver}
      />
      <Grid min={15}>
        <MomentField label={text('outage.from')} required value={from} onChange={setFrom} />
        {over === 'yes' ? <MomentField label={text('outage.to')} required value={to} onChange={setTo} /> : null}
      </Grid>
      <TextField
        label={text('outage.tickets')}
        description={text('outage.tickets.hint')}
        value={tickets}
        onChange={setTickets}
      />
      <LocalizedField label={text('outage.firstUpdate')} value={update} onChange={setUpdate} rows={2} />
    </FormDialog>
  );
}
