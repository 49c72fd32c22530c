/** A JSON object whose members nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path, or an empty one. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  const found = valueAt(value, ...path);
  return isFields(found) ? found : NONE;
}

/** What lies at a path; undefined where there is nothing. Own members only. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (!isFields(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** A text, number or truth value as text; null for anything else and for nothing but spaces. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

export function textAt(value: unknown, ...path: readonly string[]): string | null {
  return asText(valueAt(value, ...path));
}

/** The first of these members that holds a text. */
export function firstText(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = textAt(fields, name);
    if (text !== null) return text;
  }
  return null;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The members that are texts, numbers or truth values, as labels. */
export function labelsOf(fields: Fields): Readonly<Record<string, string>> {
  const labels = Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const text = asText(value);
    return text === null ? [] : [[name, text]];
  });
  return Object.fromEntries(labels);
}

/** Labels out of chosen values; what is null is left out. */
export function labelled(values: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return labelsOf(values);
}
