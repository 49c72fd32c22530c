import { useState, type ReactNode } from 'react';
import { Button } from '../forms/button.js';
import { useUiText } from '../text/ui-text.js';
import { Dialog } from './dialog.js';
import classes from './dialog.module.css';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and that it can't be undone; confirm nothing that can. */
  readonly children: ReactNode;
  /** The verb on the button: "서명하기", not "확인". */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}

/** Asks before something irreversible. Stays open while it runs and when it fails. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirmLabel,
  danger = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const text = useUiText();
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onClose} disabled={busy}>
        {text('ui.cancel')}
      </Button>
      <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} title={title} onClose={onClose} size="sm" actions={actions}>
      <div className={classes['lead']}>{children}</div>
    </Dialog>
  );
}
