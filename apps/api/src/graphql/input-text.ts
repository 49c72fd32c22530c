import { DaylightError } from '@daylight/api-platform';

const MAX_TEXT = 200_000;

/**
 * Refuses texts that can't be stored exactly: NUL, lone surrogates, absurd length (Q8), naming the variable at fault.
 * @throws DaylightError BAD_INPUT with `detail.path`
 */
export function checkText(value: unknown, path: string): void {
  if (typeof value === 'string') {
    const fault = faultOf(value);
    if (fault !== null) throw new DaylightError('BAD_INPUT', `${path} ${fault}`, { path });
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => checkText(item, `${path}[${index}]`));
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (faultOf(key) !== null) throw new DaylightError('BAD_INPUT', `${path} has a malformed key`, { path });
      checkText(item, path === '' ? key : `${path}.${key}`);
    }
  }
}

function faultOf(text: string): string | null {
  if (text.length > MAX_TEXT) return `is ${text.length} characters long; ${MAX_TEXT} are allowed`;
  if (text.includes('\u0000')) return 'holds a NUL character';
  if (!text.isWellFormed()) return 'holds half a character (a lone surrogate)';
  return null;
}
