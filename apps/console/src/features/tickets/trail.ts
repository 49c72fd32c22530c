/** The list that somebody came from: its address, the keys of its tickets in order, the row that had the focus. */
export interface Trail {
  readonly address: string;
  readonly keys: readonly string[];
  readonly current: string | null;
}

const NAME = 'daylight.console.trail';
const NOTHING: Trail = { address: '', keys: [], current: null };

const isText = (value: unknown): value is string => typeof value === 'string';

function parse(text: string | null): Trail {
  const found: unknown = JSON.parse(text ?? 'null');
  if (
    typeof found !== 'object' ||
    found === null ||
    !('address' in found) ||
    !('keys' in found) ||
    !('current' in found)
  )
    return NOTHING;
  const { address, keys, current } = found;
  return {
    address: isText(address) ? address : '',
    keys: Array.isArray(keys) ? keys.filter(isText) : [],
    current: isText(current) ? current : null,
  };
}

/** The trail of this tab; nothing where the browser keeps none. */
export function readTrail(): Trail {
  try {
    return parse(globalThis.sessionStorage.getItem(NAME));
  } catch {
    return NOTHING;
  }
}

export function leaveTrail(trail: Trail): void {
  try {
    globalThis.sessionStorage.setItem(NAME, JSON.stringify(trail));
  } catch {
    // Without storage j and k end at the ticket; everything else works.
  }
}

/** The ticket `step` after (or before) this one on the trail; null at its ends and off the trail. */
export function nextOnTrail({ keys }: Trail, key: string, step: 1 | -1): string | null {
  const at = keys.indexOf(key);
  return at === -1 ? null : (keys[at + step] ?? null);
}
