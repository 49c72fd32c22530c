import { useGo, useLocal } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import { Button, Dialog, Link, Notice, Row, Stack, TextArea, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, type FieldProblem } from '../forms/field-problems.js';
import { useAct } from '../forms/use-act.js';
import {
  DraftAmendmentDocument,
  RejectContractVersionDocument,
  type OverlapWholeFragment,
  type VersionWholeFragment,
} from './generated/contracts.js';

export function Overlap({ overlap }: { readonly overlap: OverlapWholeFragment }) {
  const text = useText();
  const local = useLocal();
  return (
    <Notice tone="danger" live title={overlap.message}>
      <ul>
        {overlap.overlaps.map(({ versionId, contractTitle, ordinal, serviceName }, index) => (
          <li key={index}>
            <Link href={`/contracts/${versionId}`}>
              {text('version.overlap', { service: local(serviceName), contract: contractTitle, ordinal })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface ActDialogProps {
  readonly detail: VersionWholeFragment;
  readonly onClose: () => void;
}

export function RejectDialog({
  detail: { version },
  onClose,
  onDone,
}: ActDialogProps & { readonly onDone: () => void }) {
  const text = useText();
  const act = useAct(RejectContractVersionDocument);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  async function reject(): Promise<void> {
    const data = await act.run({ input: { versionId: version.id, version: version.version, reason } });
    if (data === null) return;
    const told = (message: string): void => setProblems([{ path: 'reason', message }]);
    outcomeOf(data.rejectContractVersion, {
      ContractVersionRejected: () => {
        onDone();
        onClose();
      },
      StaleContractVersion: () => told(text('version.stale')),
      ContractStateRefused: ({ message }) => told(message),
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => told(text('contract.gone')),
    });
  }
  return (
    <Dialog
      opened
      title={text('version.reject.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="danger" busy={act.busy} onClick={() => void reject()}>
            {text('version.reject')}
          </Button>
        </>
      }
    >
      <TextArea
        label={text('version.reject.reason')}
        description={text('version.reject.help')}
        value={reason}
        onChange={setReason}
        error={messageAt(problems, 'reason')}
        required
      />
    </Dialog>
  );
}

export function AmendDialog({ detail: { contract }, onClose }: ActDialogProps) {
  const text = useText();
  const go = useGo();
  const act = useAct(DraftAmendmentDocument);
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  async function amend(): Promise<void> {
    const data = await act.run({ input: { contractId: contract.id, effectiveFrom, note: note === '' ? null : note } });
    if (data === null) return;
    outcomeOf(data.draftAmendment, {
      ContractDraftSaved: ({ draft }) => go(`/contracts/${draft.version.id}`),
      AmendmentOpen: ({ version }) => setOpen(version.id),
      ContractStateRefused: ({ message }) => setProblems([{ path: 'effectiveFrom', message }]),
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: 'effectiveFrom', message: text('contract.gone') }]),
    });
  }
  return (
    <Dialog
      opened
      title={text('version.amend.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="primary" busy={act.busy} disabled={effectiveFrom === ''} onClick={() => void amend()}>
            {text('version.amend')}
          </Button>
        </>
      }
    >
      <Stack>
        {open === null ? null : (
          <Notice
            tone="warn"
            live
            action={
              <Row>
                <Button size="small" href={`/contracts/${open}`}>
                  {text('version.open')}
                </Button>
              </Row>
            }
          >
            {text('version.amendmentOpen')}
          </Notice>
        )}
        <TextField
          type="date"
          label={text('editor.effectiveFrom')}
          description={text('version.amend.help')}
          value={effectiveFrom}
          onChange={setEffectiveFrom}
          error={messageAt(problems, 'effectiveFrom')}
          required
        />
        <TextArea
          label={text('editor.note')}
          value={note}
          onChange={setNote}
          error={messageAt(problems, 'note')}
          rows={3}
        />
      </Stack>
    </Dialog>
  );
}
