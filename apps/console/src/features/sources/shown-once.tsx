import { Button, Dialog, Notice, Stack, Text, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { AlertVendor } from './generated/sources.js';
import { Instructions } from './instructions.js';

export interface Shown {
  readonly vendor: AlertVendor;
  readonly url: string | null;
  readonly secret: string | null;
}

/** An address and a secret, the one time that they can be read. */
export function ShownOnce({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) {
  const text = useText();
  const nothing = (): void => undefined;
  return (
    <Dialog
      opened
      size="lg"
      title={text('sources.once.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {text('sources.once.done')}
        </Button>
      }
    >
      <Stack>
        <Notice tone="warn">{text('sources.once.body')}</Notice>
        {shown.url === null ? null : <TextField label={text('sources.url')} value={shown.url} onChange={nothing} />}
        {shown.secret === null ? null : (
          <TextField label={text('sources.secret')} value={shown.secret} onChange={nothing} />
        )}
        <Text look="small">{text('sources.once.where')}</Text>
        <Instructions vendor={shown.vendor} url={shown.url} />
      </Stack>
    </Dialog>
  );
}
