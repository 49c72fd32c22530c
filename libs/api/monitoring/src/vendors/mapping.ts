import { isSeverity, type Severity } from '@daylight/domain';
import { isFields, type Fields } from './fields.js';

/** Where a generic source's alerts stand in its JSON. Pointers are RFC 6901; of several the first that holds a text is taken. */
export interface Mapping {
  /** The list of alerts; null: the body is one alert. The other pointers start at the alert. */
  readonly list: string | null;
  readonly title: readonly string[];
  readonly description: readonly string[];
  /** What sets an alert apart: the values of all of them together. Empty: its title. */
  readonly fingerprint: readonly string[];
  readonly state: readonly string[];
  /** Values of the state that say it is over, in lower case; any other says that it fires. */
  readonly recovered: readonly string[];
  readonly severity: readonly string[];
  /** Severities by the sender's words, in lower case, before the words that Daylight knows. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly link: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export const RECOVERED_WORDS = [
  'ok',
  'up',
  'resolved',
  'recovered',
  'closed',
  'normal',
  'inactive',
  'canceled',
  'cancelled',
  'cleared',
  '0',
  'false',
] as const;

/** What most senders call these things; used until a mapping is made. */
export const DEFAULT_MAPPING: Mapping = {
  list: null,
  title: ['/title', '/summary', '/name', '/subject', '/message'],
  description: ['/description', '/message', '/body', '/text'],
  fingerprint: ['/fingerprint'],
  state: ['/state', '/status'],
  recovered: RECOVERED_WORDS,
  severity: ['/severity', '/priority', '/level'],
  severities: {},
  link: ['/link', '/url'],
  labels: {},
};

export interface MappingFault {
  readonly path: string;
  readonly kind:
    'UNKNOWN_KEY' | 'NOT_A_POINTER' | 'NOT_A_LIST' | 'NOT_A_SEVERITY' | 'WRONG_TYPE' | 'MISSING' | 'TOO_MANY';
}

const POINTER = /^(\/([^~/]|~[01])*)*$/;
const LONGEST_POINTER = 300;
const MOST = 30;

const isPointer = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_POINTER && POINTER.test(value);

type Read<T> = { readonly value: T; readonly faults: readonly MappingFault[] };

function pointers(document: Fields, name: string): Read<readonly string[]> {
  const value = document[name] ?? [];
  if (!Array.isArray(value)) return { value: [], faults: [{ path: name, kind: 'NOT_A_LIST' }] };
  if (value.length > MOST) return { value: [], faults: [{ path: name, kind: 'TOO_MANY' }] };
  const faults = value.flatMap((each, index): readonly MappingFault[] =>
    isPointer(each) ? [] : [{ path: `${name}[${index}]`, kind: 'NOT_A_POINTER' }],
  );
  return { value: value.filter(isPointer), faults };
}

function words(document: Fields, name: string): Read<readonly string[]> {
  const value = document[name] ?? [...RECOVERED_WORDS];
  const right = Array.isArray(value) && value.length <= MOST && value.every((each) => typeof each === 'string');
  if (!right) return { value: [], faults: [{ path: name, kind: 'NOT_A_LIST' }] };
  return { value: value.map((each) => String(each).trim().toLowerCase()), faults: [] };
}

function table<T extends string>(
  document: Fields,
  name: string,
  rule: { readonly is: (value: unknown) => value is T; readonly kind: MappingFault['kind'] },
): Read<Readonly<Record<string, T>>> {
  const value = document[name] ?? {};
  if (!isFields(value)) return { value: {}, faults: [{ path: name, kind: 'WRONG_TYPE' }] };
  const entries = Object.entries(value);
  if (entries.length > MOST) return { value: {}, faults: [{ path: name, kind: 'TOO_MANY' }] };
  const faults = entries.flatMap(([key, each]): readonly MappingFault[] =>
    rule.is(each) ? [] : [{ path: `${name}.${key}`, kind: rule.kind }],
  );
  return { value: Object.fromEntries(entries.flatMap(([key, each]) => (rule.is(each) ? [[key, each]] : []))), faults };
}

const isSeverityWord = (value: unknown): value is Severity => typeof value === 'string' && isSeverity(value);

/** Reads a mapping that somebody wrote; every fault with its place. */
export function parseMapping(
  document: unknown,
):
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
  | { readonly kind: 'invalid'; readonly faults: readonly MappingFault[] } {
  if (!isFields(document)) return { kind: 'invalid', faults: [{ path: '', kind: 'WRONG_TYPE' }] };
  const unknown = Object.keys(document).filter((key) => !Object.hasOwn(DEFAULT_MAPPING, key));
  const list = document['list'] ?? null;
  const [title, description, fingerprint] = [
    pointers(document, 'title'),
    pointers(document, 'description'),
    pointers(document, 'fingerprint'),
  ];
  const [state, severity, link] = [
    pointers(document, 'state'),
    pointers(document, 'severity'),
    pointers(document, 'link'),
  ];
  const recovered = words(document, 'recovered');
  const severities = table(document, 'severities', { is: isSeverityWord, kind: 'NOT_A_SEVERITY' });
  const labels = table(document, 'labels', { is: isPointer, kind: 'NOT_A_POINTER' });
  const read = [title, description, fingerprint, state, severity, link, recovered, severities, labels];
  const faults: readonly MappingFault[] = [
    ...unknown.map((path) => ({ path, kind: 'UNKNOWN_KEY' as const })),
    ...(list === null || isPointer(list) ? [] : [{ path: 'list', kind: 'NOT_A_POINTER' as const }]),
    ...read.flatMap((each) => each.faults),
    ...(title.value.length === 0 && title.faults.length === 0 ? [{ path: 'title', kind: 'MISSING' as const }] : []),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  const lower = Object.entries(severities.value).map(([word, each]) => [word.toLowerCase(), each] as const);
  return {
    kind: 'mapping',
    mapping: {
      ...{
        list: isPointer(list) ? list : null,
        title: title.value,
        description: description.value,
        state: state.value,
      },
      ...{ fingerprint: fingerprint.value, recovered: recovered.value, severity: severity.value, link: link.value },
      ...{ severities: Object.fromEntries(lower), labels: labels.value },
    },
  };
}
