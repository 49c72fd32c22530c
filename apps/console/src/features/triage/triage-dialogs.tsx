import { Select, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import type { TriageLineFragment } from './generated/triage.js';
import type { Triage } from './use-triage.js';

export type Asking = 'attach' | 'suppress' | 'priority';
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;

interface TriageDialogProps {
  readonly asking: Asking;
  readonly alert: TriageLineFragment;
  readonly triage: Triage;
  readonly onClose: () => void;
}

/** What needs a word before it is done: which ticket, why, how bad. */
export function TriageDialog({ asking, alert, triage, onClose }: TriageDialogProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('P3');
  const submit = (): Promise<string | null> => {
    if (asking === 'attach') return triage.attach(alert, typed);
    return asking === 'suppress' ? triage.suppress(alert, typed) : triage.open(alert, priority);
  };
  return (
    <FormDialog
      title={text(`triage.ask.${asking}`)}
      submitLabel={text(`triage.do.${asking}`)}
      onSubmit={submit}
      onClose={onClose}
      ready={asking === 'priority' || typed.trim() !== ''}
    >
      {asking === 'priority' ? (
        <Select
          label={text('triage.priority')}
          value={priority}
          options={PRIORITIES.map((value) => ({ value, label: value }))}
          onChange={setPriority}
        />
      ) : (
        <TextField label={text(`triage.field.${asking}`)} value={typed} onChange={setTyped} required />
      )}
    </FormDialog>
  );
}
