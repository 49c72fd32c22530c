import { Button, Dialog, Notice, Stack, Text, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

export interface Shown {
  readonly kind: 'SECRET' | 'REPORT';
  readonly value: string;
}

/** A secret or an address that is a key, the one time that it can be read. */
export function ShownOnce({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog
      opened
      size="lg"
      title={text('channels.once.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {text('channels.once.done')}
        </Button>
      }
    >
      <Stack>
        <Notice tone="warn">{text('channels.once.body')}</Notice>
        <TextField label={text(`channels.once.${shown.kind}`)} value={shown.value} onChange={() => undefined} />
        <Text look="small">{text(`channels.once.${shown.kind}.help`)}</Text>
      </Stack>
    </Dialog>
  );
}
