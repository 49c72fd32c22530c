import { Problems, useRefusal } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, Dialog, Stack, TextArea, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { AnswerExclusionDocument, type ExclusionWholeFragment } from './generated/availability.js';

interface AnswerDialogProps {
  readonly exclusion: ExclusionWholeFragment;
  readonly accept: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The client's word on a claim: only what is accepted here is left out of the figures (D-AVL-1). */
export default function AnswerDialog({ exclusion, accept, onDone, onClose }: AnswerDialogProps) {
  const text = useText();
  const toast = useToast();
  const refusalOf = useRefusal();
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching }, answer] = useMutation(AnswerExclusionDocument);
  const how = accept ? 'accept' : 'refuse';
  async function submit(): Promise<void> {
    const { data } = await answer({
      input: {
        exclusionId: exclusion.id,
        expectedVersion: exclusion.version,
        accept,
        note: note.trim() === '' ? null : note.trim(),
      },
    });
    const refusal = refusalOf(data?.answerExclusion, 'ExclusionChanged');
    if (refusal !== null) return setTrouble(refusal);
    toast({ text: text(`status.claim.${how}.done`) });
    onDone();
    onClose();
  }
  return (
    <Dialog
      opened
      title={text(`status.claim.${how}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('escalation.cancel')}</Button>
          <Button look="primary" busy={fetching} disabled={!accept && note.trim() === ''} onClick={() => void submit()}>
            {text(`status.claim.${how}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <Problems messages={trouble === null ? [] : [trouble]} />
        <p>{text(`status.claim.${how}.means`)}</p>
        <TextArea
          label={text(accept ? 'status.claim.note' : 'status.claim.reason')}
          required={!accept}
          value={note}
          rows={3}
          maxLength={4_000}
          onChange={setNote}
        />
      </Stack>
    </Dialog>
  );
}
