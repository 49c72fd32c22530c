import { Problems, useRefusal, WorkingSections } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { Button, Dialog, Notice, Segments, Skeleton, Stack, Text, TextArea, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { DisputeCreditDocument, DisputeEffectDocument, type CreditWholeFragment } from './generated/credits.js';
import classes from './dispute-dialog.module.css';

interface DisputeDialogProps {
  readonly credit: CreditWholeFragment;
  /** The exclusion that it begins with; null: the amount itself. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** Stands for "none of them, the amount". */
const AMOUNT = '';

/** What is disputed, and what that would change, before anything is sent. */
export default function DisputeDialog({ credit, first, onClose }: DisputeDialogProps) {
  const text = useText();
  const toast = useToast();
  const refusalOf = useRefusal();
  const [chosen, setChosen] = useState(first ?? AMOUNT);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching }, dispute] = useMutation(DisputeCreditDocument);
  const exclusions = credit.figure.exclusions.filter(({ disputable }) => disputable);
  async function submit(): Promise<void> {
    const exclusionIds = chosen === AMOUNT ? [] : [chosen];
    const { data } = await dispute({
      input: { creditId: credit.id, expectedVersion: credit.version, exclusionIds, reason: reason.trim() },
    });
    const refusal = refusalOf(data?.disputeCredit, 'CreditChanged');
    if (refusal !== null) return setTrouble(refusal);
    toast({ text: text('credit.dispute.done') });
    onClose();
  }
  return (
    <Dialog
      opened
      size="lg"
      title={text('credit.dispute.title', { period: credit.period.label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('escalation.cancel')}</Button>
          <Button look="primary" busy={fetching} disabled={reason.trim() === ''} onClick={() => void submit()}>
            {text('credit.dispute')}
          </Button>
        </>
      }
    >
      <Stack>
        <Problems messages={trouble === null ? [] : [trouble]} />
        {exclusions.length === 0 ? null : <Choice exclusions={exclusions} chosen={chosen} onChoose={setChosen} />}
        {chosen === AMOUNT ? (
          <Text look="secondary">{text('credit.dispute.amount.body')}</Text>
        ) : (
          <Effect creditId={credit.id} exclusionId={chosen} />
        )}
        <TextArea
          label={text('credit.dispute.reason')}
          required
          rows={3}
          maxLength={4_000}
          value={reason}
          onChange={setReason}
        />
      </Stack>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly exclusions: CreditWholeFragment['figure']['exclusions'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which of the exclusions: by number in the bar, in words below it. */
function Choice({ exclusions, chosen, onChoose }: ChoiceProps) {
  const text = useText();
  const options = exclusions.map(({ id }, index) => ({
    value: id,
    label: text('credit.dispute.nth', { nth: index + 1 }),
  }));
  return (
    <>
      <Segments
        label={text('credit.dispute.what')}
        value={chosen}
        options={[...options, { value: AMOUNT, label: text('credit.dispute.amount') }]}
        onChange={onChoose}
      />
      <ol className={classes['items']}>
        {exclusions.map(({ id, sentence }) => (
          <li key={id} aria-current={id === chosen}>
            {sentence}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The statement computed again without the exclusion: nothing is written by looking at it. */
function Effect({ creditId, exclusionId }: { readonly creditId: string; readonly exclusionId: string }) {
  const text = useText();
  const [{ data, fetching }] = useQuery({ query: DisputeEffectDocument, variables: { creditId, exclusionId } });
  const effect = data?.disputeEffect ?? null;
  if (fetching && effect === null) return <Skeleton height="1.5rem" lines={3} />;
  if (effect === null) return <Notice tone="warn">{text('credit.effect.none')}</Notice>;
  return (
    <Notice title={text('credit.effect')}>
      <Stack gap="s">
        <dl className={classes['effect']}>
          <dt>{text('credit.effect.before')}</dt>
          <dd>{effect.before}</dd>
          <dt>{text('credit.effect.after')}</dt>
          <dd>{effect.after}</dd>
          <dt>{text('credit.effect.difference')}</dt>
          <dd className={classes['difference']}>
            {effect.differenceMinor === 0 ? text('credit.effect.same') : effect.differenceDisplay}
          </dd>
        </dl>
        <details>
          <summary>{text('credit.effect.working')}</summary>
          <WorkingSections sections={effect.working} />
        </details>
      </Stack>
    </Notice>
  );
}
