import { Button, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import {
  EndMaintenanceDocument,
  StartMaintenanceDocument,
  type MaintenanceWholeFragment,
} from './generated/maintenance.js';
import { useSend } from './use-send.js';

interface RunButtonsProps {
  readonly window: MaintenanceWholeFragment;
  readonly onSaved: () => void;
}

/** The work begins; the work is over. Both as of now. */
export function RunButtons({ window, onSaved }: RunButtonsProps) {
  const text = useText();
  const toast = useToast();
  const send = useSend(onSaved);
  const [busy, setBusy] = useState(false);
  const { state, startedAt } = window;
  const open = state === 'ANNOUNCED' || state === 'RUNNING';
  const variables = { input: { windowId: window.id, expectedVersion: window.version, at: null } };
  async function run(sending: Promise<string | null>): Promise<void> {
    setBusy(true);
    const refusal = await sending;
    setBusy(false);
    if (refusal !== null) toast({ tone: 'error', text: refusal });
  }
  const start = (): Promise<string | null> =>
    send(StartMaintenanceDocument, variables, {
      ...{ done: 'MaintenanceSaved', said: text('work.started'), answer: (data) => data.startMaintenance },
    });
  const end = (): Promise<string | null> =>
    send(EndMaintenanceDocument, variables, {
      ...{ done: 'MaintenanceSaved', said: text('work.ended'), answer: (data) => data.endMaintenance },
    });
  if (!open) return null;
  return startedAt === null ? (
    <Button look="primary" busy={busy} onClick={() => void run(start())}>
      {text('work.start')}
    </Button>
  ) : (
    <Button look="primary" busy={busy} onClick={() => void run(end())}>
      {text('work.end')}
    </Button>
  );
}
