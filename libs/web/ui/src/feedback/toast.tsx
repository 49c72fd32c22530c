import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { comboOf, isComposing } from '../keyboard/combo.js';
import { useUiText } from '../text/ui-text.js';
import classes from './toast.module.css';

export interface Toast {
  readonly text: string;
  /** Errors stay until they are closed. */
  readonly tone?: 'done' | 'error';
  /** Undo for what can be undone, instead of asking before. */
  readonly undo?: () => void;
}

interface Shown extends Toast {
  readonly id: number;
}

const STAY_MS = 10_000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a message that leaves by itself after ten seconds, pausing while it is pointed at or focused. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

export function ToastHost({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  const show = useCallback((toast: Toast) => {
    count.current += 1;
    const id = count.current;
    setToasts((before) => [...before.slice(-2), { ...toast, id }]);
  }, []);
  const close = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  useUndoKey(toasts, close);
  const list = useMemo(
    () => toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onClose={close} />),
    [toasts, close],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes['host']} role="status" aria-live="polite">
        {list}
      </div>
    </ToastContext>
  );
}

const isWriting = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';

/** Ctrl+Z or ⌘Z undoes what the latest toast offers to undo; in a field that holds text the key belongs to the text. */
function useUndoKey(toasts: readonly Shown[], close: (id: number) => void): void {
  const offered = toasts.findLast(({ undo }) => undo !== undefined);
  useEffect(() => {
    if (offered === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event) || comboOf(event) !== 'Mod+KeyZ' || isWriting(event.target))
        return;
      event.preventDefault();
      offered.undo?.();
      close(offered.id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [offered, close]);
}

function ToastCard({ toast, onClose }: { readonly toast: Shown; readonly onClose: (id: number) => void }) {
  const text = useUiText();
  const [paused, setPaused] = useState(false);
  const stays = toast.tone === 'error' || paused;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => onClose(toast.id), STAY_MS);
    return () => clearTimeout(timer);
  }, [stays, onClose, toast.id]);
  const undo = (): void => {
    toast.undo?.();
    onClose(toast.id);
  };
  return (
    <div
      className={classes['toast']}
      data-tone={toast.tone ?? 'done'}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      {toast.tone === 'error' ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
      <span className={classes['text']}>{toast.text}</span>
      {toast.undo === undefined ? null : (
        <button type="button" className={classes['undo']} onClick={undo}>
          {text('ui.undo')}
        </button>
      )}
      <button
        type="button"
        className={classes['close']}
        aria-label={text('ui.close')}
        onClick={() => onClose(toast.id)}
      >
        <IconX size={16} aria-hidden />
      </button>
    </div>
  );
}
