import { Problems, useMay } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import { Button, ConfirmDialog, useToast } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { type FieldProblem } from '../forms/field-problems.js';
import { useAct } from '../forms/use-act.js';
import {
  AgreeContractVersionDocument,
  ProposeContractVersionDocument,
  WithdrawContractVersionDocument,
  type PastToSignFragment,
  type OverlapWholeFragment,
  type VersionWholeFragment,
} from './generated/contracts.js';
import { PastDialog } from './past-dialog.js';
import { Overlap, RejectDialog, AmendDialog } from './version-dialogs.js';

interface VersionActsProps {
  readonly detail: VersionWholeFragment;
  /** A draft with unsaved changes: save first. */
  readonly dirty: boolean;
  readonly onChanged: () => void;
}

type Asked = 'propose' | 'withdraw' | 'agree' | 'reject' | 'amend' | null;

type Refusal =
  | { readonly kind: 'said'; readonly messages: readonly string[] }
  | { readonly kind: 'overlap'; readonly overlap: OverlapWholeFragment };

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
  const [past, setPast] = useState<{ readonly act: 'propose' | 'agree'; readonly toSign: PastToSignFragment } | null>(
    null,
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const propose = useAct(ProposeContractVersionDocument);
  const withdraw = useAct(WithdrawContractVersionDocument);
  const agree = useAct(AgreeContractVersionDocument);
  const { version } = detail;
  const input = { versionId: version.id, version: version.version };

  const said = (...messages: readonly string[]): void => setRefusal({ kind: 'said', messages });
  const done = (words: string): void => {
    setRefusal(null);
    setPast(null);
    toast({ text: words });
    onChanged();
  };
  const refused = {
    StaleContractVersion: () => {
      said(text('version.stale'));
      onChanged();
    },
    ContractStateRefused: ({ message }: { readonly message: string }) => said(message),
    InputRefused: ({ problems }: { readonly problems: readonly FieldProblem[] }) =>
      said(...problems.map(({ message }) => message)),
    NotFound: () => said(text('contract.gone')),
    OverlappingTerms: (overlap: OverlapWholeFragment) => setRefusal({ kind: 'overlap', overlap }),
  };
  async function runPropose(verdictChangesDigest: string | null): Promise<void> {
    const data = await propose.run({ input: { ...input, verdictChangesDigest } });
    if (data === null) return;
    outcomeOf(data.proposeContractVersion, {
      ...refused,
      ContractVersionProposed: () => done(text('version.proposed')),
      PastEffectiveDate: (toSign) => setPast({ act: 'propose', toSign }),
    });
  }
  async function runAgree(verdictChangesDigest: string | null): Promise<void> {
    const data = await agree.run({ input: { ...input, digest: version.digest, verdictChangesDigest } });
    if (data === null) return;
    outcomeOf(data.agreeContractVersion, {
      ...refused,
      ContractVersionAgreed: ({ complete }) => done(text(complete ? 'version.agreed' : 'version.agreedHalf')),
      PastEffectiveDate: (toSign) => setPast({ act: 'agree', toSign }),
      ApprovalLimitExceeded: ({ message }) => said(message),
    });
  }
  async function runWithdraw(): Promise<void> {
    const data = await withdraw.run({ input });
    if (data !== null)
      outcomeOf(data.withdrawContractVersion, {
        ...refused,
        ContractVersionWithdrawn: () => done(text('version.withdrawn')),
      });
  }

  const ours = version.state === 'PROPOSED' && version.awaiting.includes('PROVIDER');
  const open = version.state === 'DRAFT' || version.state === 'PROPOSED';
  const amendable =
    version.state === 'AGREED' &&
    !detail.contract.versions.some(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  const buttons = (
    <>
      {open && may('contract:edit') ? (
        <Button onClick={() => setAsked('withdraw')}>{text('version.withdraw')}</Button>
      ) : null}
      {ours && may('contract:agree') ? (
        <Button onClick={() => setAsked('reject')}>{text('version.reject')}</Button>
      ) : null}
      {ours && may('contract:agree') ? (
        <Button look="primary" onClick={() => setAsked('agree')}>
          {text('version.agree')}
        </Button>
      ) : null}
      {version.state === 'DRAFT' && may('contract:propose') ? (
        <Button look={dirty ? 'secondary' : 'primary'} disabled={dirty} onClick={() => setAsked('propose')}>
          {text('version.propose')}
        </Button>
      ) : null}
      {amendable && may('contract:edit') ? (
        <Button look="primary" onClick={() => setAsked('amend')}>
          {text('version.amend')}
        </Button>
      ) : null}
    </>
  );
  const close = (): void => setAsked(null);
  const notice = (
    <>
      {refusal === null ? null : refusal.kind === 'said' ? (
        <Problems title={text('version.notDone')} messages={refusal.messages} />
      ) : (
        <Overlap overlap={refusal.overlap} />
      )}
      <ConfirmDialog
        opened={asked === 'propose'}
        title={text('version.propose.title')}
        confirmLabel={text('version.propose')}
        onConfirm={() => runPropose(null)}
        onClose={close}
      >
        {text('version.propose.body', { client: detail.contract.tenantName })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'agree'}
        title={text('version.agree.title')}
        confirmLabel={text('version.agree')}
        onConfirm={() => runAgree(null)}
        onClose={close}
      >
        {text('version.agree.body', { digest: version.digest.slice(0, 16) })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'withdraw'}
        danger
        title={text('version.withdraw.title')}
        confirmLabel={text('version.withdraw')}
        onConfirm={runWithdraw}
        onClose={close}
      >
        {text('version.withdraw.body')}
      </ConfirmDialog>
      {past === null ? null : (
        <PastDialog
          toSign={past.toSign}
          onSign={(digest) => (past.act === 'agree' ? runAgree(digest) : runPropose(digest))}
          onClose={() => setPast(null)}
        />
      )}
      {asked === 'reject' ? (
        <RejectDialog detail={detail} onClose={close} onDone={() => done(text('version.rejected'))} />
      ) : null}
      {asked === 'amend' ? <AmendDialog detail={detail} onClose={close} /> : null}
    </>
  );
  return { buttons, notice };
}
