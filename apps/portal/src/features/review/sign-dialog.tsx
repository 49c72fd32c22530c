import { MAX_FILE_BYTES, Problems, useUploads } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, Dialog, FileDrop, Segments, Stack, Text, TextField, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readReviewChange } from './change.js';
import { SignReviewDocument, type ReviewWholeFragment, type SigningForm } from './generated/review.js';

const FORMS = ['ON_SCREEN', 'SEALED_COPY'] as const satisfies readonly SigningForm[];

interface SignDialogProps {
  readonly review: ReviewWholeFragment;
  readonly digest: string;
  readonly onClose: () => void;
}

/** Says what a signature means and which bytes it is on, then takes it. It can't be taken back. */
export default function SignDialog({ review, digest, onClose }: SignDialogProps) {
  const text = useText();
  const toast = useToast();
  const uploads = useUploads();
  const [title, setTitle] = useState('');
  const [form, setForm] = useState<SigningForm>('ON_SCREEN');
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, sign] = useMutation(SignReviewDocument);
  const [copy] = uploads.fileIds;
  async function run(): Promise<void> {
    const { data } = await sign({
      input: {
        reviewId: review.id,
        digest,
        title: title.trim() === '' ? null : title.trim(),
        form,
        sealedCopyFileId: form === 'SEALED_COPY' ? (copy ?? null) : null,
      },
    });
    const outcome = readReviewChange(data?.signReview, { failed: text('page.failed'), gone: text('page.gone') });
    if (outcome.kind === 'changed') {
      toast({ text: text('review.signed') });
      return onClose();
    }
    setMessages(outcome.kind === 'stale' ? [text('contract.stale', outcome)] : outcome.messages);
  }
  const actions = (
    <>
      <Button onClick={onClose}>{text('conflict.dismiss')}</Button>
      <Button
        look="primary"
        busy={fetching}
        disabled={form === 'SEALED_COPY' && copy === undefined}
        onClick={() => void run()}
      >
        {text('review.sign')}
      </Button>
    </>
  );
  return (
    <Dialog
      opened
      title={text('review.sign.title', { period: review.period.label })}
      onClose={onClose}
      actions={actions}
    >
      <Stack>
        <ul>
          <li>{text('review.sign.means.figures')}</li>
          <li>{text('review.sign.means.nothing')}</li>
          <li>{text('review.sign.means.record')}</li>
        </ul>
        <p>
          <Text look="small">{text('digest')}</Text> <Text look="code">{digest}</Text>
        </p>
        <TextField
          label={text('review.sign.function')}
          description={text('review.sign.function.hint')}
          maxLength={100}
          value={title}
          onChange={setTitle}
        />
        <Segments
          label={text('review.sign.form')}
          value={form}
          options={FORMS.map((one) => ({ value: one, label: text(`review.form.${one}`) }))}
          onChange={setForm}
        />
        {form === 'SEALED_COPY' ? (
          <FileDrop
            label={text('review.sign.copy')}
            files={uploads.files}
            maxBytes={MAX_FILE_BYTES}
            multiple={false}
            accept="application/pdf,image/*"
            onAdd={uploads.add}
            onRemove={uploads.remove}
          />
        ) : null}
        <Problems title={text('act.refused')} messages={messages} />
      </Stack>
    </Dialog>
  );
}
