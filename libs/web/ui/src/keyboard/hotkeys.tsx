import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { comboOf, isComposing, type KeyPress } from './combo.js';

export interface Hotkey {
  /** Physical keys: "KeyC", "Shift+KeyJ", "Mod+KeyK", or a sequence "KeyG KeyT". */
  readonly keys: string;
  /** What it does, in the reader's language; shown in the sheet. */
  readonly label: string;
  /** Heading in the sheet. */
  readonly group?: string;
  readonly run: () => void;
  /** Also while typing in a field (only sensible with Mod). */
  readonly whileTyping?: boolean;
}

const SEQUENCE_MS = 1_200;

interface Registry {
  readonly add: (hotkeys: readonly Hotkey[]) => () => void;
  readonly list: () => readonly Hotkey[];
  readonly showSheet: () => void;
}

const RegistryContext = createContext<Registry | null>(null);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isSingleKey = (keys: string): boolean => !keys.includes('Mod+') && !keys.includes('Alt+');

/**
 * Decides which shortcut a key press means. Pure but for the pending first key of a sequence, which it returns.
 * Single-key shortcuts stay silent while typing, while composing Hangul, and when they are switched off.
 */
export function match(
  press: KeyPress,
  context: { readonly pending: string | null; readonly typing: boolean; readonly enabled: boolean },
  hotkeys: readonly Hotkey[],
): { readonly hotkey: Hotkey | null; readonly pending: string | null } {
  const nothing = { hotkey: null, pending: null };
  const combo = isComposing(press) ? null : comboOf(press);
  if (combo === null) return { hotkey: null, pending: context.pending };
  const allowed = hotkeys.filter(
    (hotkey) => (context.typing ? hotkey.whileTyping === true : true) && (context.enabled || !isSingleKey(hotkey.keys)),
  );
  const sequence = context.pending === null ? null : `${context.pending} ${combo}`;
  const found =
    allowed.findLast((hotkey) => hotkey.keys === sequence) ?? allowed.findLast((hotkey) => hotkey.keys === combo);
  if (found) return { hotkey: found, pending: null };
  return allowed.some((hotkey) => hotkey.keys.startsWith(`${combo} `)) ? { hotkey: null, pending: combo } : nothing;
}

const Sheet = lazy(() => import('./hotkey-sheet.js'));

/** Listens once for the whole page; components register with `useHotkeys`. The sheet opens on `?`. */
export function HotkeyProvider({ enabled, children }: { readonly enabled: boolean; readonly children: ReactNode }) {
  const groups = useRef(new Set<readonly Hotkey[]>());
  const [sheet, setSheet] = useState(false);
  const registry = useMemo<Registry>(
    () => ({
      add: (hotkeys) => {
        groups.current.add(hotkeys);
        return () => void groups.current.delete(hotkeys);
      },
      list: () => [...groups.current].flat(),
      showSheet: () => setSheet(true),
    }),
    [],
  );

  useEffect(() => {
    let pending: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const builtIn: Hotkey = { keys: 'Shift+Slash', label: '', run: registry.showSheet };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null) return;
      const result = match(event, { pending, typing: isTyping(event.target), enabled }, [builtIn, ...registry.list()]);
      pending = result.pending;
      clearTimeout(timer);
      timer = setTimeout(() => (pending = null), SEQUENCE_MS);
      if (result.hotkey === null) return;
      event.preventDefault();
      result.hotkey.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled, registry]);

  return (
    <RegistryContext value={registry}>
      {children}
      {sheet ? (
        <Suspense>
          <Sheet hotkeys={registry.list()} enabled={enabled} onClose={() => setSheet(false)} />
        </Suspense>
      ) : null}
    </RegistryContext>
  );
}

/** Registers shortcuts while the component is on the page; the last registered wins. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(hotkeys);
  latest.current = hotkeys;
  const signature = hotkeys.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    if (registry === null) return undefined;
    return registry.add(
      latest.current.map((hotkey, index) => ({ ...hotkey, run: () => latest.current[index]?.run() })),
    );
  }, [registry, signature]);
}

/** Opens the sheet of shortcuts (for a menu entry). */
export function useHotkeySheet(): () => void {
  const registry = useContext(RegistryContext);
  return () => registry?.showSheet();
}
