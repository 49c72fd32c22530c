import { ConfirmDialog } from '@daylight/web-ui';

export interface AskFirstProps {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

export default function AskFirstDialog({ title, body, label, onConfirm, onClose }: AskFirstProps) {
  return (
    <ConfirmDialog opened danger title={title} confirmLabel={label} onConfirm={onConfirm} onClose={onClose}>
      {body}
    </ConfirmDialog>
  );
}
