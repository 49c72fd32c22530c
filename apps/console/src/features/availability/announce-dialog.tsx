import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Segments, Text, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { LocalizedField } from '../forms/localized-field.js';
import { FormDialog } from '../page/form-dialog.js';
import { AnnounceMaintenanceDocument, type MaintenanceKind } from './generated/maintenance.js';
import { bothOf, writtenOf } from './lists.js';
import { MomentField } from './moment-field.js';
import { ServicesField } from './service-select.js';
import { useSend } from './use-send.js';
import { WindowPreview } from './window-preview.js';

interface AnnounceDialogProps {
  readonly tenantId: string | null;
  /** ms */
  readonly now: number;
  readonly onSaved: (windowId: string) => void;
  readonly onClose: () => void;
}

const EMPTY = { ko: '', en: '' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS: readonly MaintenanceKind[] = ['PLANNED', 'EMERGENCY'];

/** Announces work to a client, and says before what it will count as (D-MON-2). */
export default function AnnounceDialog({ tenantId, now, onSaved, onClose }: AnnounceDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(() => undefined);
  const next = Math.ceil((now + 7 * DAY) / HOUR) * HOUR;
  const [client, setClient] = useState(tenantId);
  const [services, setServices] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<MaintenanceKind>('PLANNED');
  const [title, setTitle] = useState(EMPTY);
  const [description, setDescription] = useState(EMPTY);
  const [from, setFrom] = useState(wallClock(next, zone));
  const [to, setTo] = useState(wallClock(next + 2 * HOUR, zone));
  const [startsAt, endsAt] = [instantOf(from, zone), instantOf(to, zone)];
  const backwards = startsAt !== null && endsAt !== null && endsAt <= startsAt;
  const placed = client !== null && services.length > 0 && startsAt !== null && endsAt !== null && !backwards;
  async function submit(): Promise<string | null> {
    if (client === null || startsAt === null || endsAt === null) return text('outage.times.missing');
    const input = {
      ...{ tenantId: client, serviceItemIds: [...services], kind, startsAt, endsAt },
      ...{ title: bothOf(title), description: bothOf(description) },
    };
    return send(
      AnnounceMaintenanceDocument,
      { input },
      {
        ...{ done: 'MaintenanceSaved', said: text('work.announced'), answer: (data) => data.announceMaintenance },
        then: ({ announceMaintenance: saved }) => {
          if (saved.__typename === 'MaintenanceSaved') onSaved(saved.window.id);
        },
      },
    );
  }
  return (
    <FormDialog
      title={text('work.new')}
      submitLabel={text('work.announce')}
      ready={placed && writtenOf(title) !== null && writtenOf(description) !== null}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <Grid min={15}>
        <ClientSelect value={client} onChange={setClient} required />
        <Segments
          label={text('work.kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: text(`work.kind.${value}`) }))}
          onChange={setKind}
        />
      </Grid>
      {kind === 'EMERGENCY' ? <Text look="small">{text('work.emergency.means')}</Text> : null}
      <ServicesField value={services} onChange={setServices} />
      <Grid min={15}>
        <MomentField label={text('work.from')} required value={from} onChange={setFrom} />
        <MomentField
          label={text('work.to')}
          required
          value={to}
          error={backwards ? text('onCall.times.backwards') : null}
          onChange={setTo}
        />
      </Grid>
      {placed ? (
        <WindowPreview
          tenantId={client}
          serviceItemIds={services}
          kind={kind}
          startsAt={startsAt}
          endsAt={endsAt}
          windowId={null}
        />
      ) : (
        <Text look="small">{text('work.preview.later')}</Text>
      )}
      <LocalizedField label={text('work.title')} value={title} onChange={setTitle} />
      <LocalizedField label={text('work.description')} value={description} onChange={setDescription} rows={3} />
    </FormDialog>
  );
}
