import { ConfirmDialog } from '@daylight/web-ui';

interface SettingsConfirmProps {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before what takes an access away. */
export default function SettingsConfirm({ title, body, label, onConfirm, onClose }: SettingsConfirmProps) {
  return (
    <ConfirmDialog opened danger title={title} confirmLabel={label} onConfirm={onConfirm} onClose={onClose}>
      {body}
    </ConfirmDialog>
  );
}
