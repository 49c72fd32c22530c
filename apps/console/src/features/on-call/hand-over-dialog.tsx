import { Text, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import { FormDialog } from '../page/form-dialog.js';
import { WriteHandOverDocument } from './generated/on-call.js';

interface HandOverDialogProps {
  readonly scheduleId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What the next one on call has to know. */
export default function HandOverDialog({ scheduleId, onDone, onClose }: HandOverDialogProps) {
  const text = useText();
  const [body, setBody] = useState('');
  const { run } = useAct(WriteHandOverDocument);
  async function submit(): Promise<string | null> {
    const outcome = (await run({ input: { scheduleId, body } }))?.outcome;
    if (outcome === undefined) return text('form.unreachable');
    if (outcome.__typename === 'InputRefused') return outcome.problems[0]?.message ?? text('form.unreachable');
    if (outcome.__typename === 'NotFound') return text('page.gone');
    onDone();
    return null;
  }
  return (
    <FormDialog
      title={text('handOver.write')}
      submitLabel={text('handOver.leave')}
      onSubmit={submit}
      onClose={onClose}
      ready={body.trim() !== ''}
    >
      <Text>{text('handOver.lead')}</Text>
      <TextArea label={text('handOver.body')} value={body} onChange={setBody} rows={8} required />
    </FormDialog>
  );
}
