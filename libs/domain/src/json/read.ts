/** What a strict reading of a document can find wrong, whatever the document is. `path` reads `services[0].name.ko`. */
export interface ReadProblem {
  readonly path: string;
  readonly kind:
    | 'MISSING'
    | 'UNKNOWN_KEY'
    | 'WRONG_TYPE'
    | 'EMPTY'
    | 'TOO_LONG'
    | 'OUT_OF_RANGE'
    | 'NOT_ONE_OF'
    | 'BAD_FORMAT'
    | 'WRONG_LENGTH'
    | 'DUPLICATE';
  /** What was expected or found, in words of the format: `string`, `1..99`, `P1|P2`. */
  readonly detail: string;
}

/** Where a value stands and where its problems are noted. */
export interface Place {
  readonly path: string;
  readonly problems: ReadProblem[];
}

/** Reads a value of one shape; undefined after noting at least one problem. */
export type Read<T> = (value: unknown, at: Place) => T | undefined;

function note(at: Place, kind: ReadProblem['kind'], detail: string): undefined {
  at.problems.push({ path: at.path, kind, detail });
  return undefined;
}

function member(at: Place, key: string): Place {
  return { path: at.path === '' ? key : `${at.path}.${key}`, problems: at.problems };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of at most `max` UTF-16 units; one of white space alone is empty, which only `mayBeEmpty` allows. */
export function text(options: {
  readonly max: number;
  readonly mayBeEmpty?: boolean;
  readonly format?: RegExp;
}): Read<string> {
  return (value, at) => {
    if (typeof value !== 'string') return note(at, 'WRONG_TYPE', 'string');
    if (!value.isWellFormed()) return note(at, 'BAD_FORMAT', 'well-formed text');
    if (value.length > options.max) return note(at, 'TOO_LONG', `<= ${options.max}`);
    if (value.trim() === '') return options.mayBeEmpty === true ? value : note(at, 'EMPTY', 'text');
    if (options.format !== undefined && !options.format.test(value))
      return note(at, 'BAD_FORMAT', options.format.source);
    return value;
  };
}

/** A whole number within `min..max`, both included. */
export function integer(min: number, max: number): Read<number> {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return note(at, 'WRONG_TYPE', 'integer');
    return value < min || value > max ? note(at, 'OUT_OF_RANGE', `${min}..${max}`) : value;
  };
}

export const flag: Read<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : note(at, 'WRONG_TYPE', 'boolean');

/** One of a closed list of words or numbers. */
export function oneOf<const T extends string | number>(...known: readonly T[]): Read<T> {
  return (value, at) => known.find((word) => word === value) ?? note(at, 'NOT_ONE_OF', known.join('|'));
}

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, at) => (value === null ? null : read(value, at));
}

/** A list of `min..max` items; with `unique`, no two items may have the same key. */
export function list<T>(
  read: Read<T>,
  options: { readonly min?: number; readonly max?: number; readonly unique?: (item: T) => string } = {},
): Read<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return note(at, 'WRONG_TYPE', 'array');
    const { min = 0, max = 10_000, unique } = options;
    if (value.length < min || value.length > max) return note(at, 'WRONG_LENGTH', `${min}..${max}`);
    const seen = new Set<string>();
    const items: T[] = [];
    for (const [index, entry] of value.entries()) {
      const place = { path: `${at.path}[${index}]`, problems: at.problems };
      const item = read(entry, place);
      if (item === undefined) continue;
      const key = unique?.(item);
      if (key !== undefined && seen.has(key)) note(place, 'DUPLICATE', key);
      if (key !== undefined) seen.add(key);
      items.push(item);
    }
    return items.length === value.length ? items : undefined;
  };
}

/** A reader for every key of a record. */
export type Shape<T> = { readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>> };

/** Reads what the shape names and notes every key that it doesn't name. */
function members<T extends object>(value: unknown, at: Place, shape: Shape<T>, mayMiss: boolean): T | undefined {
  if (!isRecord(value)) return note(at, 'WRONG_TYPE', 'object');
  const result: Record<string, unknown> = {};
  let whole = true;
  for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) note(member(at, key), 'UNKNOWN_KEY', key);
  for (const [key, read] of Object.entries<Read<unknown>>(shape)) {
    if (!Object.hasOwn(value, key)) {
      if (mayMiss) continue;
      note(member(at, key), 'MISSING', key);
      whole = false;
      continue;
    }
    result[key] = read(value[key], member(at, key));
    if (result[key] === undefined) whole = false;
  }
  return wasRead<T>(result, whole) ? result : undefined;
}

/** The reader's one leap of faith: every key of T was read by its own reader, and all of them held. */
function wasRead<T extends object>(result: object, whole: boolean): result is T {
  return whole;
}

/** An object with just these keys, all present. */
export function record<T extends object>(shape: Shape<T>): Read<T> {
  return (value, at) => members(value, at, shape, false);
}

/** An object with just these keys, none of them required. */
export function partial<T extends object>(shape: Shape<Required<T>>): Read<T> {
  return (value, at) => members<T>(value, at, shape, true);
}

/** An object with all keys of `needed`, and those of `optional` that stand there. */
export function recordWith<N extends object, O extends object>(
  needed: Shape<N>,
  optional: Shape<Required<O>>,
): Read<N & O> {
  return (value, at) => {
    if (!isRecord(value)) return note(at, 'WRONG_TYPE', 'object');
    const part = (mayMiss: boolean) =>
      Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(optional, key) === mayMiss));
    const must = members<N>(part(false), at, needed, false);
    const may = members<O>(part(true), at, optional, true);
    return must === undefined || may === undefined ? undefined : { ...must, ...may };
  };
}

/** One of several objects, told apart by the word under `tag`. */
export function variant<T extends object>(tag: string, shapes: Readonly<Record<string, Read<T>>>): Read<T> {
  return (value, at) => {
    if (!isRecord(value)) return note(at, 'WRONG_TYPE', 'object');
    const word = value[tag];
    const read = typeof word === 'string' && Object.hasOwn(shapes, word) ? shapes[word] : undefined;
    return read === undefined ? note(member(at, tag), 'NOT_ONE_OF', Object.keys(shapes).join('|')) : read(value, at);
  };
}
