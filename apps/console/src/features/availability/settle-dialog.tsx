import { formatMoney } from '@daylight/web-format';
import { Text, TextField, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { NumberField } from '../forms/number-field.js';
import { FormDialog } from '../page/form-dialog.js';
import { SettleCreditDocument, type CreditWholeFragment } from './generated/credits.js';
import { useSend } from './use-send.js';

interface SettleDialogProps {
  readonly credit: CreditWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Paid or set off: by which invoice. Only where it was disputed the amount may be another, that both agreed on. */
export default function SettleDialog({ credit, onSaved, onClose }: SettleDialogProps) {
  const text = useText();
  const language = useLanguage();
  const send = useSend(onSaved);
  const { state, currency } = credit;
  const [amount, setAmount] = useState<number | null>(state === 'WAIVED' ? 0 : credit.amountMinor);
  const [reference, setReference] = useState('');
  async function submit(): Promise<string | null> {
    if (amount === null) return text('credit.amount.missing');
    const input = {
      ...{ creditId: credit.id, expectedVersion: credit.version, amountMinor: amount, reference: reference.trim() },
    };
    const wanted = { done: 'CreditChanged', said: text('credit.settled') };
    return send(SettleCreditDocument, { input }, { ...wanted, answer: ({ settleCredit }) => settleCredit });
  }
  return (
    <FormDialog
      title={text('credit.settle.title', { client: credit.tenantName })}
      submitLabel={text('credit.settle')}
      ready={amount !== null && reference.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {state === 'DISPUTED' ? (
        <NumberField
          label={text('credit.amount.minor', { currency })}
          description={amount === null ? '' : formatMoney({ amountMinor: amount, currency }, language)}
          required
          value={amount}
          onChange={setAmount}
        />
      ) : (
        <Text>
          {text('credit.settle.amount', { amount: formatMoney({ amountMinor: amount ?? 0, currency }, language) })}
        </Text>
      )}
      <TextField
        label={text('credit.reference')}
        description={text('credit.reference.hint')}
        required
        maxLength={200}
        value={reference}
        onChange={setReference}
      />
    </FormDialog>
  );
}
