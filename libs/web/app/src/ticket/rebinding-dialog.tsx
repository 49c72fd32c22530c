import { Button, Dialog, Notice, Select, Skeleton, Stack, Text, TextArea, Time } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../text.js';
import { RebindingChanges, type RebindingPreview } from './rebinding-changes.js';

/** What the fragment `RebindingShown` asks for. */
export interface ShownRebinding {
  readonly choices: readonly {
    readonly contractVersionId: string;
    readonly ordinal: number;
    readonly effectiveFrom: string;
    readonly bound: boolean;
    readonly inForceAtOpening: boolean;
  }[];
  readonly proposal: {
    readonly id: string;
    readonly at: string;
    readonly mayAgree: boolean;
    readonly mayWithdraw: boolean;
  } | null;
  readonly reason: string | null;
  readonly preview: RebindingPreview | null;
}

/** What is sent: a proposal, or the answer to one. */
export type RebindingAct =
  | {
      readonly kind: 'propose';
      readonly contractVersionId: string;
      readonly reason: string;
      readonly changesDigest: string;
    }
  | {
      readonly kind: 'answer';
      readonly proposalId: string;
      readonly agree: boolean;
      readonly changesDigest: string | null;
    };

export interface RebindingDialogProps {
  /** Undefined: being fetched; null: there is no such ticket any more. */
  readonly shown: ShownRebinding | null | undefined;
  readonly chosen: string | null;
  readonly onChoose: (contractVersionId: string) => void;
  /** null: done, the dialog closes; anything else says why not. */
  readonly onSend: (act: RebindingAct) => Promise<ReactNode>;
  readonly onClose: () => void;
}

/**
 * Judging a ticket by another version of the contract (D-CON-1): what it would change stands before either side agrees, and
 * what is sent carries the digest of exactly that.
 */
export function RebindingDialog({ shown, chosen, onChoose, onSend, onClose }: RebindingDialogProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  async function send(act: RebindingAct): Promise<void> {
    setBusy(true);
    const answer = await onSend(act);
    setBusy(false);
    if (answer === null) onClose();
    else setProblem(answer);
  }
  const proposal = shown?.proposal ?? null;
  const preview = shown?.preview ?? null;
  const propose = (): void => {
    if (preview === null) return;
    const { contractVersionId, changesDigest } = preview;
    void send({ kind: 'propose', contractVersionId, reason: reason.trim(), changesDigest });
  };
  const answer = (agree: boolean): void => {
    if (proposal === null) return;
    const changesDigest = preview?.changesDigest ?? null;
    void send({ kind: 'answer', proposalId: proposal.id, agree, changesDigest: agree ? changesDigest : null });
  };
  const ready = preview !== null && preview.contractVersionId === chosen && reason.trim() !== '';
  const actions = (
    <>
      <Button onClick={onClose}>{text('rebinding.close')}</Button>
      {proposal === null ? (
        <Button look="primary" busy={busy} disabled={!ready} onClick={propose}>
          {text('rebinding.propose')}
        </Button>
      ) : (
        <Answers proposal={proposal} busy={busy} onAnswer={answer} />
      )}
    </>
  );
  return (
    <Dialog opened size="lg" title={text('rebinding.title')} onClose={onClose} actions={actions}>
      <Stack>
        {typeof problem === 'string' ? (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        ) : (
          problem
        )}
        <Text>{text('rebinding.body')}</Text>
        {shown === undefined ? <Skeleton height="6rem" /> : null}
        {shown === null ? <Notice tone="warn">{text('rebinding.gone')}</Notice> : null}
        {shown != null && proposal === null ? (
          <Choice choices={shown.choices} chosen={chosen} onChoose={onChoose} />
        ) : null}
        {proposal === null ? null : (
          <Notice tone="info" title={text('rebinding.proposed', { ordinal: preview?.ordinal ?? 0 })}>
            <Stack gap="xs">
              <Time at={proposal.at} withZone />
              {shown?.reason == null ? null : <p>{text('rebinding.because', { reason: shown.reason })}</p>}
            </Stack>
          </Notice>
        )}
        {preview === null ? null : <RebindingChanges preview={preview} />}
        {shown != null && proposal === null ? (
          <TextArea label={text('rebinding.reason')} required rows={3} value={reason} onChange={setReason} />
        ) : null}
      </Stack>
    </Dialog>
  );
}

interface AnswersProps {
  readonly proposal: NonNullable<ShownRebinding['proposal']>;
  readonly busy: boolean;
  readonly onAnswer: (agree: boolean) => void;
}

function Answers({ proposal, busy, onAnswer }: AnswersProps) {
  const text = useText();
  if (!proposal.mayAgree)
    return proposal.mayWithdraw ? (
      <Button busy={busy} onClick={() => onAnswer(false)}>
        {text('rebinding.withdraw')}
      </Button>
    ) : null;
  return (
    <>
      <Button busy={busy} onClick={() => onAnswer(false)}>
        {text('rebinding.decline')}
      </Button>
      <Button look="primary" busy={busy} onClick={() => onAnswer(true)}>
        {text('rebinding.agree')}
      </Button>
    </>
  );
}

interface ChoiceProps {
  readonly choices: ShownRebinding['choices'];
  readonly chosen: string | null;
  readonly onChoose: (contractVersionId: string) => void;
}

/** The versions that cover the ticket's service, but for the one that binds already. */
function Choice({ choices, chosen, onChoose }: ChoiceProps) {
  const text = useText();
  const others = choices.filter(({ bound }) => !bound);
  if (others.length === 0) return <Notice tone="info">{text('rebinding.noOther')}</Notice>;
  return (
    <Select
      label={text('rebinding.version')}
      required
      value={chosen ?? ''}
      options={[
        { value: '', label: text('rebinding.choose'), disabled: true },
        ...others.map(({ contractVersionId, ordinal, effectiveFrom, inForceAtOpening }) => ({
          value: contractVersionId,
          label: text(inForceAtOpening ? 'rebinding.choice.opening' : 'rebinding.choice', {
            ordinal,
            from: effectiveFrom.slice(0, 10),
          }),
        })),
      ]}
      onChange={onChoose}
    />
  );
}
