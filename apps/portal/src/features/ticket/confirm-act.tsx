import { ConfirmDialog } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Act } from './use-acts.js';

interface ConfirmActProps {
  readonly act: Act;
  readonly ticketKey: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before what can't be taken back: closing and cancelling. */
export default function ConfirmAct({ act, ticketKey, onConfirm, onClose }: ConfirmActProps) {
  const text = useText();
  const closing = act === 'close';
  return (
    <ConfirmDialog
      opened
      title={text(closing ? 'act.close.title' : 'act.cancel.title', { key: ticketKey })}
      confirmLabel={text(closing ? 'act.close' : 'act.cancel')}
      danger={!closing}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {text(closing ? 'act.close.body' : 'act.cancel.body')}
    </ConfirmDialog>
  );
}
