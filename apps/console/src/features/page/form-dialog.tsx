import { Button, Dialog, isComposing, Notice, Stack } from '@daylight/web-ui';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../app/text.js';

interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** Sends; null: done, the dialog closes. Anything else says why not; it is shown above the fields, which keep what was typed. */
  readonly onSubmit: () => Promise<ReactNode>;
  readonly onClose: () => void;
  readonly ready?: boolean;
  readonly danger?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

const FIRST = 'input[type="radio"]:checked, select, textarea, input:not([type="radio"], [type="hidden"])';

/** The dialog gives the focus to what carries this: the first field, not the button that closes. */
const focusFirst = (form: HTMLFormElement | null): void =>
  void form?.querySelector(FIRST)?.setAttribute('data-autofocus', '');

/** A few fields and one verb. ⌘Enter sends, except while a syllable is being composed. */
export function FormDialog({
  title,
  submitLabel,
  onSubmit,
  onClose,
  ready = true,
  danger = false,
  size = 'md',
  children,
}: FormDialogProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  async function submit(): Promise<void> {
    if (busy || !ready) return;
    setBusy(true);
    const answer = await onSubmit();
    if (answer === null) return onClose();
    setBusy(false);
    setProblem(answer);
  }
  function onForm(event: FormEvent): void {
    event.preventDefault();
    void submit();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.code !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void submit();
  }
  return (
    <Dialog opened title={title} onClose={onClose} size={size}>
      <form ref={focusFirst} onSubmit={onForm} onKeyDown={onKeyDown}>
        <Stack>
          {typeof problem === 'string' ? (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          ) : (
            problem
          )}
          {children}
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: '0.5rem' }}>
            <Button onClick={onClose} disabled={busy}>
              {text('page.cancel')}
            </Button>
            <Button look={danger ? 'danger' : 'primary'} type="submit" busy={busy} disabled={!ready} keys="Mod+Enter">
              {submitLabel}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
