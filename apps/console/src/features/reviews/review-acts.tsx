import { MAX_FILE_BYTES, Problems, useUploads } from '@daylight/web-app';
import { Button, ConfirmDialog, Dialog, FileDrop, Segments, Stack, Text, TextField, useToast } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import {
  AddReviewAddendumDocument,
  PublishReviewDocument,
  ShareReviewDocument,
  SignReviewDocument,
  type ReviewWholeFragment,
  type SigningForm,
} from './generated/reviews.js';
import { useReviewAct } from './use-review-act.js';

interface Acts {
  readonly buttons: ReactNode;
  readonly notice: ReactNode;
}

/** Sharing, publishing, signing and correcting: what the server allows now. */
export function useReviewActs(review: ReviewWholeFragment): Acts {
  const text = useText();
  const toast = useToast();
  const [asked, setAsked] = useState<'publish' | 'sign' | 'addendum' | null>(null);
  const share = useReviewAct(ShareReviewDocument, 'shareReview');
  const publish = useReviewAct(PublishReviewDocument, 'publishReview');
  const may = (mutation: string): boolean => review.actionsAllowed.includes(mutation);
  async function toggleShared(shared: boolean): Promise<void> {
    const changed = await share.run({ input: { reviewId: review.id, shared } });
    if (changed !== null)
      toast({ text: text(shared ? 'review.sharedNow' : 'review.unsharedNow'), undo: () => void toggleShared(!shared) });
  }
  async function runPublish(): Promise<void> {
    const changed = await publish.run({ input: { reviewId: review.id, expectedVersion: review.version } });
    if (changed !== null) toast({ text: text('review.publishedNow') });
  }
  const missing = review.misses.filter(({ cause }) => cause === null).length;
  const empty = review.sections.filter(({ ko, en }) => ko === '' && en === '').map(({ title }) => title);
  const buttons = (
    <>
      {may('shareReview') ? (
        <Button busy={share.busy} onClick={() => void toggleShared(!review.shared)}>
          {text(review.shared ? 'review.unshare' : 'review.share')}
        </Button>
      ) : null}
      {may('addReviewAddendum') ? (
        <Button onClick={() => setAsked('addendum')}>{text('review.addendum')}</Button>
      ) : null}
      {may('publishReview') ? (
        <Button look="primary" onClick={() => setAsked('publish')}>
          {text('review.publish')}
        </Button>
      ) : null}
      {may('signReview') && review.digest !== null ? (
        <Button look="primary" onClick={() => setAsked('sign')}>
          {text('review.sign')}
        </Button>
      ) : null}
    </>
  );
  const close = (): void => setAsked(null);
  const notice = (
    <>
      <Problems
        title={text('version.notDone')}
        messages={[
          ...share.messages,
          ...publish.messages,
          ...(publish.stale === null ? [] : [text('review.stalePublish')]),
        ]}
      />
      <ConfirmDialog
        opened={asked === 'publish'}
        title={text('review.publish.title')}
        confirmLabel={text('review.publish')}
        onConfirm={runPublish}
        onClose={close}
      >
        <Stack gap="s">
          <p>{text('review.publish.body', { client: review.tenantName, period: review.period.label })}</p>
          <ul>
            <li>{text('review.publish.figures', { count: review.figures.length })}</li>
            <li>{text('review.publish.misses', { count: review.misses.length, missing })}</li>
            <li>{text('review.publish.words')}</li>
          </ul>
          {empty.length === 0 ? null : <p>{text('review.publish.empty', { sections: empty.join(', ') })}</p>}
        </Stack>
      </ConfirmDialog>
      {asked === 'sign' && review.digest !== null ? (
        <SignDialog review={review} digest={review.digest} onClose={close} />
      ) : null}
      {asked === 'addendum' ? <AddendumDialog review={review} onClose={close} /> : null}
    </>
  );
  return { buttons, notice };
}

const FORMS = ['ON_SCREEN', 'SEALED_COPY'] as const satisfies readonly SigningForm[];

function SignDialog({
  review,
  digest,
  onClose,
}: {
  readonly review: ReviewWholeFragment;
  readonly digest: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const toast = useToast();
  const act = useReviewAct(SignReviewDocument, 'signReview');
  const uploads = useUploads();
  const [title, setTitle] = useState('');
  const [form, setForm] = useState<SigningForm>('ON_SCREEN');
  const copy = uploads.fileIds[0] ?? null;
  async function sign(): Promise<void> {
    const changed = await act.run({
      input: {
        reviewId: review.id,
        digest,
        title: title.trim() === '' ? null : title.trim(),
        form,
        sealedCopyFileId: form === 'SEALED_COPY' ? copy : null,
      },
    });
    if (changed === null) return;
    toast({ text: text('review.signedNow') });
    onClose();
  }
  return (
    <Dialog
      opened
      title={text('review.sign.title', { period: review.period.label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button
            look="primary"
            busy={act.busy}
            disabled={form === 'SEALED_COPY' && copy === null}
            onClick={() => void sign()}
          >
            {text('review.sign')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{text('review.sign.body')}</p>
        <p>
          <Text look="code">{digest}</Text>
        </p>
        <TextField
          label={text('review.sign.role')}
          value={title}
          onChange={setTitle}
          maxLength={100}
          placeholder={text('review.sign.role.hint')}
        />
        <Segments
          label={text('review.sign.form')}
          value={form}
          options={FORMS.map((value) => ({ value, label: text(`review.form.${value}`) }))}
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
        <Problems
          title={text('version.notDone')}
          messages={[...act.messages, ...(act.stale === null ? [] : [text('version.stale')])]}
        />
      </Stack>
    </Dialog>
  );
}

function AddendumDialog({ review, onClose }: { readonly review: ReviewWholeFragment; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const act = useReviewAct(AddReviewAddendumDocument, 'addReviewAddendum');
  const [body, setBody] = useState({ ko: '', en: '' });
  async function add(): Promise<void> {
    const changed = await act.run({ input: { reviewId: review.id, body } });
    if (changed === null) return;
    toast({ text: text('review.addendumAdded') });
    onClose();
  }
  return (
    <Dialog
      opened
      size="lg"
      title={text('review.addendum')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="primary" busy={act.busy} onClick={() => void add()}>
            {text('form.add')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{text('review.addendum.body')}</p>
        <LocalizedField label={text('review.addendum.text')} value={body} onChange={setBody} rows={4} required />
        <Problems messages={act.messages} />
      </Stack>
    </Dialog>
  );
}
