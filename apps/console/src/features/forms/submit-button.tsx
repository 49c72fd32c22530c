import { Button } from '@daylight/web-ui';

interface SubmitButtonProps {
  /** The id of the form that it sends. */
  readonly form: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly children: string;
}

/** Sends a form from outside of it: dialogs keep their buttons in the foot. */
export function SubmitButton({ form, busy, disabled = false, children }: SubmitButtonProps) {
  const send = (): void => {
    const found = document.getElementById(form);
    if (found instanceof HTMLFormElement) found.requestSubmit();
  };
  return (
    <Button look="primary" busy={busy} disabled={disabled} onClick={send}>
      {children}
    </Button>
  );
}
