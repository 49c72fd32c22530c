import { Select, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import type { Triage } from './use-triage.js';
import type { TriageGroup } from './use-triage-list.js';

export type Asking = 'attach' | 'suppress' | 'priority' | 'skip';
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const REASONS = ['LATER', 'NEEDS_FACTS', 'NOT_MINE', 'ELSEWHERE'] as const;

interface TriageDialogProps {
  readonly asking: Asking;
  readonly group: TriageGroup;
  readonly triage: Triage;
  readonly onClose: () => void;
}

/** What needs a word before it is done: which ticket, why, how bad. */
export function TriageDialog({ asking, group, triage, onClose }: TriageDialogProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('P3');
  const [reason, setReason] = useState<(typeof REASONS)[number]>('LATER');
  const submit = (): Promise<string | null> => {
    switch (asking) {
      case 'attach':
        return triage.attach(group, typed);
      case 'suppress':
        return triage.suppress(group, typed);
      case 'priority':
        return triage.open(group, priority);
      case 'skip':
        return triage.skip(group, reason);
    }
  };
  return (
    <FormDialog
      title={text(`triage.ask.${asking}`)}
      submitLabel={text(`triage.do.${asking}`)}
      onSubmit={submit}
      onClose={onClose}
      ready={asking === 'priority' || asking === 'skip' || typed.trim() !== ''}
    >
      {asking === 'priority' ? (
        <Select
          label={text('triage.priority')}
          value={priority}
          options={PRIORITIES.map((value) => ({ value, label: value }))}
          onChange={setPriority}
        />
      ) : asking === 'skip' ? (
        <Select
          label={text('triage.field.skip')}
          value={reason}
          options={REASONS.map((value) => ({ value, label: text(`triage.skip.${value}`) }))}
          onChange={setReason}
        />
      ) : (
        <TextField label={text(`triage.field.${asking}`)} value={typed} onChange={setTyped} required />
      )}
    </FormDialog>
  );
}
