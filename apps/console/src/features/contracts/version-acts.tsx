import { outcomeOf } from '@daylight/web-data';
import { Button, ConfirmDialog, Dialog, Link, Notice, Row, Stack, TextArea, TextField, useToast } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useGo } from '../../app/go.js';
import { useText } from '../../app/text.js';
import { messageAt, type FieldProblem } from '../forms/field-problems.js';
import { useAct } from '../forms/use-act.js';
import { Problems } from '../page/problems.js';
import { useLocal } from '../page/use-local.js';
import { useMay } from '../page/use-may.js';
import { AgreeContractVersionDocument, DraftAmendmentDocument, ProposeContractVersionDocument, RejectContractVersionDocument, WithdrawContractVersionDocument, type OverlapWholeFragment, type VersionWholeFragment } from './generated/contracts.js';

interface VersionActsProps {
  readonly detail: VersionWholeFragment;
  /** A draft with unsaved changes: save first. */
  readonly dirty: boolean;
  readonly onChanged: () => void;
}

type Asked = 'propose' | 'withdraw' | 'agree' | 'reject' | 'amend' | null;
type Refusal = { readonly kind: 'said'; readonly messages: readonly string[] } | { readonly kind: 'overlap'; readonly overlap: OverlapWholeFragment };

interface Acts {
  readonly buttons: ReactNode;
  /** Why the last act was refused, and the dialogs. */
  readonly notice: ReactNode;
}

/** What can be done with a version now, and each way it can end. */
export function useVersionActs({ detail, dirty, onChanged }: VersionActsProps): Acts {
  const text = useText();
  const toast = useToast();
  const may = useMay();
  const [asked, setAsked] = useState<Asked>(null);
  const [past, setPast] = useState<{ readonly act: 'propose' | 'agree'; readonly message: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const propose = useAct(ProposeContractVersionDocument);
  const withdraw = useAct(WithdrawContractVersionDocument);
  const agree = useAct(AgreeContractVersionDocument);
  const { version } = detail;
  const input = { versionId: version.id, version: version.version };

  const said = (...messages: readonly string[]): void => setRefusal({ kind: 'said', messages });
  const done = (words: string): void => {
    setRefusal(null);
    toast({ text: words });
    onChanged();
  };
  const refused = {
    StaleContractVersion: () => {
      said(text('version.stale'));
      onChanged();
    },
    ContractStateRefused: ({ message }: { readonly message: string }) => said(message),
    InputRefused: ({ problems }: { readonly problems: readonly FieldProblem[] }) => said(...problems.map(({ message }) => message)),
    NotFound: () => said(text('contract.gone')),
    OverlappingTerms: (overlap: OverlapWholeFragment) => setRefusal({ kind: 'overlap', overlap }),
  };
  async function runPropose(acknowledgePast: boolean): Promise<void> {
    const data = await propose.run({ input: { ...input, acknowledgePast } });
    if (data === null) return;
    outcomeOf(data.proposeContractVersion, { ...refused, ContractVersionProposed: () => done(text('version.proposed')), PastEffectiveDate: ({ message }) => setPast({ act: 'propose', message }) });
  }
  async function runAgree(acknowledgePast: boolean): Promise<void> {
    const data = await agree.run({ input: { ...input, digest: version.digest, acknowledgePast } });
    if (data === null) return;
    outcomeOf(data.agreeContractVersion, {
      ...refused,
      ContractVersionAgreed: ({ complete }) => done(text(complete ? 'version.agreed' : 'version.agreedHalf')),
      PastEffectiveDate: ({ message }) => setPast({ act: 'agree', message }),
      ApprovalLimitExceeded: ({ message }) => said(message),
    });
  }
  async function runWithdraw(): Promise<void> {
    const data = await withdraw.run({ input });
    if (data !== null) outcomeOf(data.withdrawContractVersion, { ...refused, ContractVersionWithdrawn: () => done(text('version.withdrawn')) });
  }

  const ours = version.state === 'PROPOSED' && version.awaiting.includes('PROVIDER');
  const open = version.state === 'DRAFT' || version.state === 'PROPOSED';
  const amendable = version.state === 'AGREED' && !detail.contract.versions.some(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  const buttons = (
    <>
      {open && may('contract:edit') ? <Button onClick={() => setAsked('withdraw')}>{text('version.withdraw')}</Button> : null}
      {ours && may('contract:agree') ? <Button onClick={() => setAsked('reject')}>{text('version.reject')}</Button> : null}
      {ours && may('contract:agree') ? <Button look="primary" onClick={() => setAsked('agree')}>{text('version.agree')}</Button> : null}
      {version.state === 'DRAFT' && may('contract:propose') ? <Button look={dirty ? 'secondary' : 'primary'} disabled={dirty} onClick={() => setAsked('propose')}>{text('version.propose')}</Button> : null}
      {amendable && may('contract:edit') ? <Button look="primary" onClick={() => setAsked('amend')}>{text('version.amend')}</Button> : null}
    </>
  );
  const close = (): void => setAsked(null);
  const notice = (
    <>
      {refusal === null ? null : refusal.kind === 'said' ? <Problems title={text('version.notDone')} messages={refusal.messages} /> : <Overlap overlap={refusal.overlap} />}
      <ConfirmDialog opened={asked === 'propose'} title={text('version.propose.title')} confirmLabel={text('version.propose')} onConfirm={() => runPropose(false)} onClose={close}>{text('version.propose.body', { client: detail.contract.tenantName })}</ConfirmDialog>
      <ConfirmDialog opened={asked === 'agree'} title={text('version.agree.title')} confirmLabel={text('version.agree')} onConfirm={() => runAgree(false)} onClose={close}>{text('version.agree.body', { digest: version.digest.slice(0, 16) })}</ConfirmDialog>
      <ConfirmDialog opened={asked === 'withdraw'} danger title={text('version.withdraw.title')} confirmLabel={text('version.withdraw')} onConfirm={runWithdraw} onClose={close}>{text('version.withdraw.body')}</ConfirmDialog>
      <ConfirmDialog opened={past !== null} title={text('version.past.title')} confirmLabel={text('version.past.confirm')} onConfirm={() => (past?.act === 'agree' ? runAgree(true) : runPropose(true))} onClose={() => setPast(null)}>{past?.message ?? ''}</ConfirmDialog>
      {asked === 'reject' ? <RejectDialog detail={detail} onClose={close} onDone={() => done(text('version.rejected'))} /> : null}
      {asked === 'amend' ? <AmendDialog detail={detail} onClose={close} /> : null}
    </>
  );
  return { buttons, notice };
}

function Overlap({ overlap }: { readonly overlap: OverlapWholeFragment }) {
  const text = useText();
  const local = useLocal();
  return (
    <Notice tone="danger" live title={overlap.message}>
      <ul>
        {overlap.overlaps.map(({ versionId, contractTitle, ordinal, serviceName }, index) => <li key={index}><Link href={`/contracts/${versionId}`}>{text('version.overlap', { service: local(serviceName), contract: contractTitle, ordinal })}</Link></li>)}
      </ul>
    </Notice>
  );
}

interface ActDialogProps {
  readonly detail: VersionWholeFragment;
  readonly onClose: () => void;
}

function RejectDialog({ detail: { version }, onClose, onDone }: ActDialogProps & { readonly onDone: () => void }) {
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
    <Dialog opened title={text('version.reject.title')} onClose={onClose} actions={<><Button onClick={onClose}>{text('form.cancel')}</Button><Button look="danger" busy={act.busy} onClick={() => void reject()}>{text('version.reject')}</Button></>}>
      <TextArea label={text('version.reject.reason')} description={text('version.reject.help')} value={reason} onChange={setReason} error={messageAt(problems, 'reason')} required />
    </Dialog>
  );
}

function AmendDialog({ detail: { contract }, onClose }: ActDialogProps) {
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
    <Dialog opened title={text('version.amend.title')} onClose={onClose} actions={<><Button onClick={onClose}>{text('form.cancel')}</Button><Button look="primary" busy={act.busy} disabled={effectiveFrom === ''} onClick={() => void amend()}>{text('version.amend')}</Button></>}>
      <Stack>
        {open === null ? null : <Notice tone="warn" live action={<Row><Button size="small" href={`/contracts/${open}`}>{text('version.open')}</Button></Row>}>{text('version.amendmentOpen')}</Notice>}
        <TextField type="date" label={text('editor.effectiveFrom')} description={text('version.amend.help')} value={effectiveFrom} onChange={setEffectiveFrom} error={messageAt(problems, 'effectiveFrom')} required />
        <TextArea label={text('editor.note')} value={note} onChange={setNote} error={messageAt(problems, 'note')} rows={3} />
      </Stack>
    </Dialog>
  );
}
