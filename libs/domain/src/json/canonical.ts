/** Why a value has no canonical form; `path` is a JSON pointer (RFC 6901). */
export type JsonProblem =
  | { readonly kind: 'NOT_FINITE'; readonly path: string }
  | { readonly kind: 'NOT_JSON'; readonly path: string; readonly type: string }
  | { readonly kind: 'LONE_SURROGATE'; readonly path: string }
  | { readonly kind: 'CIRCULAR'; readonly path: string };

/** Thrown for a value that nobody could have digested: a bug of the caller, not of the person. */
export class CanonicalJsonError extends Error {
  constructor(readonly problem: JsonProblem) {
    super(`no canonical JSON: ${problem.kind} at ${problem.path === '' ? '(root)' : problem.path}`);
    this.name = 'CanonicalJsonError';
  }
}

interface Position {
  readonly path: string;
  readonly within: readonly object[];
}

function fail(problem: JsonProblem): never {
  throw new CanonicalJsonError(problem);
}

function writeString(text: string, path: string): string {
  // JSON.stringify escapes as ECMAScript does, which RFC 8785 adopts; only lone surrogates have to be refused first.
  return text.isWellFormed() ? JSON.stringify(text) : fail({ kind: 'LONE_SURROGATE', path });
}

function writeNumber(value: number, path: string): string {
  // -0 becomes "0" as ECMAScript's Number::toString has it.
  return Number.isFinite(value) ? String(value) : fail({ kind: 'NOT_FINITE', path });
}

/** By UTF-16 code units, as RFC 8785 section 3.2.3 asks; `<` on strings compares just those. Keys of one object differ. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function child(parent: Position, container: object, key: string | number): Position {
  const token = String(key).replaceAll('~', '~0').replaceAll('/', '~1');
  return { path: `${parent.path}/${token}`, within: [...parent.within, container] };
}

function writeArray(values: readonly unknown[], position: Position): string {
  // Array.from visits holes too, so that a sparse array is refused instead of shortened.
  return `[${Array.from(values, (value, index) => write(value, child(position, values, index))).join(',')}]`;
}

function writeObject(value: object, position: Position): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Date, Map or class instance would lose what it is; only plain records have one meaning.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    fail({ kind: 'NOT_JSON', path: position.path, type: value.constructor.name });
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, member]: [string, unknown]) => {
      const at = child(position, value, key);
      return `${writeString(key, at.path)}:${write(member, at)}`;
    });
  return `{${members.join(',')}}`;
}

function write(value: unknown, position: Position): string {
  const { path, within } = position;
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value !== 'object') return fail({ kind: 'NOT_JSON', path, type: typeof value });
  if (within.includes(value)) return fail({ kind: 'CIRCULAR', path });
  return Array.isArray(value) ? writeArray(value, position) : writeObject(value, position);
}

/**
 * The one JSON text of a value (RFC 8785): keys sorted by UTF-16 code units, numbers as ECMAScript writes them, no
 * white space. What JSON cannot say (undefined, NaN, functions, lone surrogates, dates, cycles) throws
 * {@link CanonicalJsonError} instead of vanishing from a digest.
 */
export function canonicalJson(value: unknown): string {
  return write(value, { path: '', within: [] });
}

/**
 * Digest of a value's canonical JSON (D-KPI-3). The hash is passed in (decisions.md 21): `sha256` takes the text, which
 * it encodes as UTF-8, and returns lower-case hex.
 */
export function digestOf(value: unknown, sha256: (text: string) => string): string {
  return sha256(canonicalJson(value));
}
