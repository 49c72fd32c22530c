import { Problems } from '@daylight/web-app';
import { Button, Row, Select, Stack } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import { PostOutageUpdateDocument, type OutageStage, type OutageWholeFragment } from './generated/outages.js';
import { bothOf, writtenOf } from './lists.js';
import { useSend } from './use-send.js';

const STAGES: readonly OutageStage[] = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'];

interface UpdateFormProps {
  readonly outage: OutageWholeFragment;
  readonly onSaved: () => void;
}

/** What the status page and the subscribers are told next. */
export function UpdateForm({ outage, onSaved }: UpdateFormProps) {
  const text = useText();
  const send = useSend(onSaved);
  const [stage, setStage] = useState<OutageStage>(outage.stage ?? 'INVESTIGATING');
  const [body, setBody] = useState({ ko: '', en: '' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const input = { outageId: outage.id, stage, body: bothOf(body) };
    const wanted = { done: 'OutageSaved', said: text('outage.told') };
    const refusal = await send(
      PostOutageUpdateDocument,
      { input },
      { ...wanted, answer: ({ postOutageUpdate }) => postOutageUpdate },
    );
    setBusy(false);
    setTrouble(refusal);
    if (refusal === null) setBody({ ko: '', en: '' });
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="s">
        <Problems messages={trouble === null ? [] : [trouble]} />
        <Select
          label={text('outage.stage')}
          value={stage}
          options={STAGES.map((value) => ({ value, label: text(`avail.stage.${value}`) }))}
          onChange={setStage}
        />
        <LocalizedField label={text('outage.update')} value={body} onChange={setBody} rows={3} />
        <Row justify="end">
          <Button type="submit" look="primary" busy={busy} disabled={writtenOf(body) === null}>
            {text('outage.tell')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
