import { instantOf, wallClock } from '@daylight/web-format';
import { useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import { FormDialog } from '../page/form-dialog.js';
import { CloseOutageDocument, type OutageWholeFragment } from './generated/outages.js';
import { bothOf, writtenOf } from './lists.js';
import { MomentField } from './moment-field.js';
import { useSend } from './use-send.js';

interface CloseDialogProps {
  readonly outage: OutageWholeFragment;
  /** ms */
  readonly now: number;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The service works again: since when, and what the status page says of it. */
export default function CloseDialog({ outage, now, onSaved, onClose }: CloseDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(onSaved);
  const [opened] = useState(now);
  const [at, setAt] = useState(wallClock(opened, zone));
  const [update, setUpdate] = useState({ ko: '', en: '' });
  // Left as it was it means this very moment: an outage of half a minute has an end too.
  const endedAt = at === wallClock(opened, zone) ? new Date(opened).toISOString() : instantOf(at, zone);
  async function submit(): Promise<string | null> {
    if (endedAt === null) return text('outage.times.missing');
    const written = writtenOf(update);
    const input = {
      ...{ outageId: outage.id, expectedVersion: outage.version, endedAt },
      update: written === null ? null : bothOf(written),
    };
    const wanted = { done: 'OutageSaved', said: text('outage.closed') };
    return send(CloseOutageDocument, { input }, { ...wanted, answer: ({ closeOutage }) => closeOutage });
  }
  return (
    <FormDialog
      title={text('outage.close.title')}
      submitLabel={text('outage.close')}
      ready={endedAt !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <MomentField label={text('outage.to')} required value={at} onChange={setAt} />
      <LocalizedField label={text('outage.update')} value={update} onChange={setUpdate} rows={2} />
    </FormDialog>
  );
}
