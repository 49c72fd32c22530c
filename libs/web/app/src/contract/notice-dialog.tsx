import { outcomeOf } from '@daylight/web-data';
import { formatLocalDate } from '@daylight/web-format';
import { Button, Dialog, Notice, Stack, TextArea, useLanguage, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../text.js';
import type { NoticeAnswer, NoticedVersion, NoticeSent, ShownNoticeEffect } from './notice.js';

export interface NoticeDialogProps {
  readonly version: NoticedVersion;
  readonly effect: ShownNoticeEffect;
  /** Of the contract. */
  readonly title: string;
  /** Undefined: no answer came. */
  readonly onSend: (notice: NoticeSent) => Promise<NoticeAnswer | undefined>;
  readonly onClose: () => void;
}

/** Giving notice: when the contract then ends and whether that is in time stand before the word is given (D-CON-2). */
export default function NoticeDialog({ version, effect, title, onSend, onClose }: NoticeDialogProps) {
  const text = useText();
  const language = useLanguage();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const end = formatLocalDate(effect.endsOn, language);
  const date = effect.noticeBy === null ? '' : formatLocalDate(effect.noticeBy, language);
  function read(answer: NoticeAnswer): string | null {
    return outcomeOf<NoticeAnswer, string | null>(answer, {
      ContractNoticeGiven: () => null,
      StaleContractVersion: () => text('notice.stale'),
      ContractStateRefused: ({ message }) => message,
      InputRefused: ({ problems }) => problems.map(({ message }) => message).join(' '),
      NotFound: () => text('notice.gone'),
    });
  }
  async function give(): Promise<void> {
    setBusy(true);
    const sent = { versionId: version.id, version: version.version, reason: reason.trim(), endsOn: effect.endsOn };
    const answer = await onSend(sent);
    setBusy(false);
    const said = answer === undefined ? text('notice.failed') : read(answer);
    setProblem(said);
    if (said !== null) return;
    toast({ text: text('notice.done', { end }) });
    onClose();
  }
  const actions = (
    <>
      <Button onClick={onClose}>{text('notice.cancel')}</Button>
      <Button look="danger" busy={busy} disabled={reason.trim() === ''} onClick={() => void give()}>
        {text('notice.give')}
      </Button>
    </>
  );
  return (
    <Dialog opened title={text('notice.give.title', { title })} onClose={onClose} actions={actions}>
      <Stack>
        {problem === null ? null : (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        <Notice tone={effect.inTime ? 'info' : 'warn'} title={text('notice.endsOn', { end })}>
          {text(
            effect.noticeBy === null
              ? 'notice.effect.days'
              : effect.inTime
                ? 'notice.effect.inTime'
                : 'notice.effect.late',
            {
              date,
            },
          )}
        </Notice>
        <p>{text('notice.body')}</p>
        <TextArea label={text('notice.reason')} required rows={3} value={reason} onChange={setReason} />
      </Stack>
    </Dialog>
  );
}
