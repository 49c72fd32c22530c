import { Checkbox, Text, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { toggled } from '../forms/lists.js';
import { FormDialog } from '../page/form-dialog.js';
import classes from './availability.module.css';
import { ProposeCreditDocument, type CreditWholeFragment } from './generated/credits.js';
import { useSend } from './use-send.js';

interface ProposeDialogProps {
  readonly credit: CreditWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Proposes the credit, anew after a dispute: what the provider concedes is no longer left out. */
export default function ProposeDialog({ credit, onSaved, onClose }: ProposeDialogProps) {
  const text = useText();
  const send = useSend(onSaved);
  const disputed = credit.figure.exclusions.filter(({ id }) => credit.disputedExclusionIds.includes(id));
  const all = disputed.map(({ id }) => id);
  const [conceded, setConceded] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  async function submit(): Promise<string | null> {
    const input = {
      ...{ creditId: credit.id, expectedVersion: credit.version, concededExclusionIds: [...conceded] },
      text: words.trim() === '' ? null : words.trim(),
    };
    const wanted = { done: 'CreditChanged', said: text('credit.proposed') };
    return send(ProposeCreditDocument, { input }, { ...wanted, answer: ({ proposeCredit }) => proposeCredit });
  }
  return (
    <FormDialog
      title={text('credit.propose.title', { client: credit.tenantName })}
      submitLabel={text('credit.propose')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{text('credit.propose.body')}</Text>
      {disputed.length === 0 ? null : (
        <fieldset className={classes['choices']}>
          <legend>{text('credit.concede')}</legend>
          {disputed.map(({ id, sentence }) => (
            <Checkbox
              key={id}
              label={sentence}
              checked={conceded.includes(id)}
              onChange={(wanted) => setConceded(toggled(conceded, id, wanted, all))}
            />
          ))}
        </fieldset>
      )}
      <TextArea label={text('credit.answer')} rows={3} maxLength={4_000} value={words} onChange={setWords} />
    </FormDialog>
  );
}
