import { Problems, useRefusal } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, Dialog, Stack, TextArea, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { AcceptCreditDocument, WaiveCreditDocument, type CreditWholeFragment } from './generated/credits.js';

interface DecideDialogProps {
  readonly credit: CreditWholeFragment;
  readonly how: 'accept' | 'waive';
  readonly onClose: () => void;
}

/** The client's word on a credit as it was proposed: taken, or given up for a reason. Neither can be taken back. */
export default function DecideDialog({ credit, how, onClose }: DecideDialogProps) {
  const text = useText();
  const toast = useToast();
  const refusalOf = useRefusal();
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching: accepting }, accept] = useMutation(AcceptCreditDocument);
  const [{ fetching: waiving }, waive] = useMutation(WaiveCreditDocument);
  async function submit(): Promise<void> {
    const about = { creditId: credit.id, expectedVersion: credit.version };
    const answer =
      how === 'accept'
        ? (await accept({ input: about })).data?.acceptCredit
        : (await waive({ input: { ...about, reason: reason.trim() } })).data?.waiveCredit;
    const refusal = refusalOf(answer, 'CreditChanged');
    if (refusal !== null) return setTrouble(refusal);
    toast({ text: text(`credit.${how}.done`) });
    onClose();
  }
  return (
    <Dialog
      opened
      title={text(`credit.${how}.title`, { amount: credit.amountDisplay })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('escalation.cancel')}</Button>
          <Button
            look={how === 'accept' ? 'primary' : 'danger'}
            busy={accepting || waiving}
            disabled={how === 'waive' && reason.trim() === ''}
            onClick={() => void submit()}
          >
            {text(`credit.${how}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <Problems messages={trouble === null ? [] : [trouble]} />
        <p>{text(`credit.${how}.means`)}</p>
        {how === 'accept' ? null : (
          <TextArea
            label={text('credit.waive.reason')}
            required
            rows={3}
            maxLength={4_000}
            value={reason}
            onChange={setReason}
          />
        )}
      </Stack>
    </Dialog>
  );
}
