import { PastVerdicts, Problems } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { formatMoney } from '@daylight/web-format';
import { Button, Checkbox, Dialog, Notice, Stack, Text, TextArea, useLanguage, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readAgreement, readRejection, type Decision } from './decide.js';
import {
  AgreeContractVersionDocument,
  RejectContractVersionDocument,
  type VersionLineFragment,
} from './generated/contract.js';

interface DecisionDialogProps {
  readonly act: 'agree' | 'reject';
  readonly title: string;
  readonly version: VersionLineFragment;
  readonly onClose: () => void;
}

/** Says what a consent means, to which bytes it is given, and every way in which it may not be taken (D-CON-4). */
export default function DecisionDialog({ act, title, version, onClose }: DecisionDialogProps) {
  const text = useText();
  const toast = useToast();
  const [decision, setDecision] = useState<Decision | null>(null);
  // The digest of the list that is ticked as read: another list has to be read again.
  const [signed, setSigned] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [{ fetching: agreeing }, agree] = useMutation(AgreeContractVersionDocument);
  const [{ fetching: rejecting }, reject] = useMutation(RejectContractVersionDocument);
  async function decide(): Promise<Decision> {
    const shared = { versionId: version.id, version: version.version };
    if (act === 'reject')
      return readRejection(
        (await reject({ input: { ...shared, reason: reason.trim() } })).data?.rejectContractVersion,
        text('page.failed'),
        text('page.gone'),
      );
    return readAgreement(
      (await agree({ input: { ...shared, digest: version.digest, verdictChangesDigest: signed } })).data
        ?.agreeContractVersion,
      text('page.failed'),
      text('page.gone'),
    );
  }
  async function run(): Promise<void> {
    const outcome = await decide();
    setDecision(outcome);
    if (outcome.kind !== 'agreed' && outcome.kind !== 'rejected') return;
    toast({
      text: text(
        outcome.kind === 'rejected'
          ? 'contract.rejected'
          : outcome.complete
            ? 'contract.agreed'
            : 'contract.agreed.waiting',
      ),
    });
    onClose();
  }
  const blocked =
    (act === 'reject' && reason.trim() === '') ||
    (decision?.kind === 'past' && signed !== decision.toSign.verdictChangesDigest) ||
    decision?.kind === 'limit' ||
    decision?.kind === 'stale';
  const actions = (
    <>
      <Button onClick={onClose}>{text('conflict.dismiss')}</Button>
      <Button
        look={act === 'agree' ? 'primary' : 'danger'}
        busy={agreeing || rejecting}
        disabled={blocked}
        onClick={() => void run()}
      >
        {text(`contract.${act}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened size="xl" title={text(`contract.${act}.title`, { title })} onClose={onClose} actions={actions}>
      <Stack>
        <p>{text(`contract.${act}.body`, { ordinal: version.ordinal })}</p>
        {act === 'agree' ? (
          <p>
            <Text look="small">{text('digest')}</Text> <Text look="code">{version.digest}</Text>
          </p>
        ) : (
          <TextArea label={text('contract.reject.reason')} required value={reason} onChange={setReason} />
        )}
        {decision === null ? null : <Outcome decision={decision} />}
        {decision?.kind === 'past' ? (
          <Checkbox
            label={text('contract.past.sign')}
            checked={signed === decision.toSign.verdictChangesDigest}
            onChange={(read) => setSigned(read ? decision.toSign.verdictChangesDigest : null)}
          />
        ) : null}
      </Stack>
    </Dialog>
  );
}

function Outcome({ decision }: { readonly decision: Decision }) {
  const text = useText();
  const language = useLanguage();
  switch (decision.kind) {
    case 'past':
      return (
        <Stack>
          <Notice tone="warn" live title={text('contract.past')}>
            {decision.toSign.message}
          </Notice>
          <PastVerdicts toSign={decision.toSign} />
        </Stack>
      );
    case 'limit': {
      const money = (amountMinor: number): string =>
        formatMoney({ amountMinor, currency: decision.currency }, language);
      return (
        <Notice tone="danger" live title={text('contract.limit')}>
          <p>{decision.message}</p>
          <p>
            {text('contract.limit.body', { amount: money(decision.amountMinor), limit: money(decision.limitMinor) })}
          </p>
        </Notice>
      );
    }
    case 'stale':
      return (
        <Notice tone="warn" live title={text('conflict.title')}>
          {text('contract.stale', { yours: decision.yours, current: decision.current })}
        </Notice>
      );
    case 'refused':
      return <Problems title={text('act.refused')} messages={decision.messages} />;
    case 'agreed':
    case 'rejected':
      return null;
  }
}
