import { IconLock, IconWorld } from '@tabler/icons-react';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { Button } from '../forms/button.js';
import { isComposing } from '../keyboard/combo.js';
import { useUiText } from '../text/ui-text.js';
import classes from './composer.module.css';

export type Audience = 'PUBLIC' | 'INTERNAL';

export interface ComposerProps {
  readonly label: string;
  /** The stored draft; mount only when it is known. */
  readonly initial?: string;
  /** A sent text that was taken back: it returns to the field, unless something else is being written there. */
  readonly returned?: { readonly text: string } | null;
  readonly placeholder?: string;
  readonly submitLabel: string;
  /** Sends; resolve to false when it was refused: the text then stays. */
  readonly onSubmit: (text: string, audience: Audience) => Promise<boolean>;
  /** Called 500 ms after the last key, and with '' once sent. */
  readonly onDraft?: (text: string) => void;
  /** Staff may write notes that the client never sees; leave out for clients. */
  readonly audiences?: readonly Audience[];
  /** Who sees it, where the page decides (a shortcut); leave out and the composer keeps it. */
  readonly audience?: Audience;
  readonly onAudience?: (audience: Audience) => void;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly onFiles?: (files: readonly File[]) => void;
  /** Beside the button: macros, attach, status. */
  readonly tools?: ReactNode;
  /** Above the text: attached files, who else is writing. */
  readonly above?: ReactNode;
  readonly disabled?: boolean;
  readonly rows?: number;
}

const DRAFT_MS = 500;

/** Keeps a draft 500 ms after the last change, and at once when the page goes away. */
function useAutosave(text: string, onDraft: ((text: string) => void) | undefined): void {
  const saved = useRef(text);
  const latest = useRef({ text, onDraft });
  latest.current = { text, onDraft };
  useEffect(() => {
    if (text === saved.current) return undefined;
    const timer = setTimeout(() => {
      saved.current = text;
      latest.current.onDraft?.(text);
    }, DRAFT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const flush = (): void => {
      if (latest.current.text === saved.current) return;
      saved.current = latest.current.text;
      latest.current.onDraft?.(latest.current.text);
    };
    globalThis.addEventListener('pagehide', flush);
    return () => {
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
}

/** Where people write to each other. ⌘Enter or Ctrl+Enter sends, except while a syllable is being composed. */
export function Composer({
  label,
  initial = '',
  returned = null,
  placeholder,
  submitLabel,
  onSubmit,
  onDraft,
  audiences,
  audience: given,
  onAudience,
  fieldRef,
  onFiles,
  tools,
  above,
  disabled = false,
  rows = 5,
}: ComposerProps) {
  const text = useUiText();
  const id = useId();
  const [body, setBody] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<Audience>(audiences?.[0] ?? 'PUBLIC');
  const audience = given ?? own;
  const setAudience = onAudience ?? setOwn;
  useAutosave(body, onDraft);
  useEffect(() => {
    if (returned !== null) setBody((written) => (written.trim() === '' ? returned.text : written));
  }, [returned]);
  const ready = !busy && !disabled && body.trim() !== '';

  async function submit(): Promise<void> {
    if (!ready) return;
    setBusy(true);
    try {
      if (await onSubmit(body, audience)) setBody('');
    } finally {
      setBusy(false);
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (isComposing(event.nativeEvent) || event.code !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void submit();
  }
  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || onFiles === undefined) return;
    event.preventDefault();
    onFiles(files);
  }

  return (
    <div className={classes['composer']} data-audience={audience}>
      {audiences === undefined || audiences.length < 2 ? null : (
        <AudienceSwitch audiences={audiences} value={audience} onChange={setAudience} />
      )}
      {above}
      <label htmlFor={id} className="dl-hidden">
        {label}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        className={classes['text']}
        rows={rows}
        value={body}
        disabled={disabled}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <div className={classes['foot']}>
        <div className={classes['tools']}>{tools}</div>
        <span className={classes['hint']}>{text('ui.composer.hint')}</span>
        <Button look="primary" busy={busy} disabled={!ready} onClick={() => void submit()} keys="Mod+Enter">
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}

function AudienceSwitch({
  audiences,
  value,
  onChange,
}: {
  readonly audiences: readonly Audience[];
  readonly value: Audience;
  readonly onChange: (audience: Audience) => void;
}) {
  const text = useUiText();
  return (
    <div className={classes['audiences']} role="radiogroup" aria-label={text('ui.composer.audience')}>
      {audiences.map((audience) => (
        <button
          key={audience}
          type="button"
          role="radio"
          aria-checked={audience === value}
          className={classes['audience']}
          data-audience={audience}
          onClick={() => onChange(audience)}
        >
          {audience === 'PUBLIC' ? <IconWorld size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
          {text(`ui.composer.${audience}`)}
        </button>
      ))}
    </div>
  );
}
