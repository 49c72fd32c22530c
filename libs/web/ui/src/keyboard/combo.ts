/** The parts of a keyboard event that decide; a test may pass a plain object. */
export interface KeyPress {
  readonly code: string;
  readonly keyCode?: number;
  readonly isComposing?: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * True while an input method is composing a syllable. Chrome reports the key that ends a composition with keyCode 229
 * and without `isComposing`, Safari the other way round.
 */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing === true || press.keyCode === 229;

/**
 * A key as one word: "KeyJ", "Shift+KeyJ", "Mod+KeyK". By physical key (`event.code`), because `event.key` is "ㅓ" when
 * Hangul is on and every shortcut would die. Mod is ⌘ or Ctrl. Null for a bare modifier.
 */
export function comboOf(press: KeyPress): string | null {
  if (/^(Shift|Control|Alt|Meta)(Left|Right)$/.test(press.code) || press.code === '') return null;
  const mod = press.ctrlKey || press.metaKey ? 'Mod+' : '';
  return `${mod}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${press.code}`;
}

/** What a key cap shows: "KeyG KeyT" -> [["G"], ["T"]], "Mod+KeyK" -> [["⌘", "K"]]. */
export function keyCaps(keys: string, mac: boolean): readonly (readonly string[])[] {
  return keys
    .split(' ')
    .map((combo) => (combo === 'Shift+Slash' ? ['?'] : combo.split('+').map((part) => capOf(part, mac))));
}

const CAPS: Readonly<Record<string, string>> = {
  Shift: '⇧',
  Alt: 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  Space: 'Space',
  Slash: '/',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

function capOf(part: string, mac: boolean): string {
  if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
  return CAPS[part] ?? part.replace(/^(Key|Digit)/, '');
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');
