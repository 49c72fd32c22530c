/** What one pass over a line of JSON sees without reading it. Of a line that isn't JSON it says nothing to rely on. */
export interface Layout {
  /** Colons outside of strings: one for each member that the line writes. */
  readonly colons: number;
  /** Where the object under the key `calendar` of the outermost object stands; null when there is none to be seen. */
  readonly calendar: { readonly from: number; readonly to: number } | null;
}

const KEY = '"calendar"';
const [QUOTE, BACKSLASH, COLON] = [34, 92, 58];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [91, 93, 123, 125];

/** Where things stand in a line. */
export function layoutOf(text: string): Layout {
  let [colons, depth, from, to] = [0, 0, -1, -1];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(text, index);
      if (depth === 1 && text.startsWith(KEY, index)) from = startOfObject(text, end) ?? from;
      index = end - 1;
    } else if (code === COLON) colons += 1;
    else if (code === OBJECT || code === LIST) depth += 1;
    else if (code === OBJECT_END || code === LIST_END) {
      depth -= 1;
      if (depth === 1 && from >= 0 && to < 0) to = index + 1;
    }
  }
  return { colons, calendar: from >= 0 && to > from ? { from, to } : null };
}

/** Behind the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** The brace of the object that is the value of a key, `end` being behind the key; null when that isn't what follows. */
function startOfObject(text: string, end: number): number | null {
  const value = /\s*:\s*\{/y;
  value.lastIndex = end;
  return value.test(text) ? value.lastIndex - 1 : null;
}
