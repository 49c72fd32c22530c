import type { Signal } from '@daylight/domain';
import { asText, isFields } from './fields.js';
import type { Mapping } from './mapping.js';
import { fingerprintOf, severityOf, signalOf, unreadable, type BodyRead } from './signal-of.js';

const MOST_ALERTS = 5_000;

/** What an RFC 6901 pointer names; undefined: nothing. */
export function resolvePointer(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  let at = value;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = /^(0|[1-9]\d*)$/.test(key) ? at[Number(key)] : undefined;
    else if (isFields(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

function first(alert: unknown, pointers: readonly string[]): string | null {
  for (const pointer of pointers) {
    const text = asText(resolvePointer(alert, pointer));
    if (text !== null) return text;
  }
  return null;
}

function signal(alert: unknown, mapping: Mapping): Signal | null {
  const title = first(alert, mapping.title);
  const apart = mapping.fingerprint.map((pointer) => asText(resolvePointer(alert, pointer)));
  const named = apart.filter((value) => value !== null);
  const single = named.length === 1 && apart.length === 1 ? named[0] : undefined;
  const said = first(alert, mapping.state)?.toLowerCase() ?? null;
  const word = first(alert, mapping.severity);
  const labels = Object.entries(mapping.labels).flatMap(([name, pointer]) => {
    const text = asText(resolvePointer(alert, pointer));
    return text === null ? [] : [[name, text] as const];
  });
  return signalOf({
    fingerprint: single ?? fingerprintOf(named.length === 0 ? [title] : apart),
    state: said !== null && mapping.recovered.includes(said) ? 'RECOVERED' : 'FIRING',
    severity: (word === null ? undefined : mapping.severities[word.toLowerCase()]) ?? severityOf(word),
    title,
    description: first(alert, mapping.description) ?? '',
    labels: Object.fromEntries(labels),
    link: first(alert, mapping.link),
    occurredAt: null,
  });
}

/** Any JSON, by a mapping of pointers. A mapping without a state makes every alert fire. */
export function readGeneric(body: unknown, mapping: Mapping): BodyRead {
  const listed = mapping.list === null ? [body] : resolvePointer(body, mapping.list);
  if (!Array.isArray(listed)) return unreadable('UNKNOWN_SHAPE', mapping.list ?? '');
  if (listed.length === 0) return unreadable('EMPTY', mapping.list ?? '');
  if (listed.length > MOST_ALERTS) return unreadable('TOO_MANY', String(listed.length));
  const signals: Signal[] = [];
  for (const [index, alert] of listed.entries()) {
    const read = signal(alert, mapping);
    if (read === null) return unreadable('NO_TITLE', mapping.list === null ? '' : `${mapping.list}/${index}`);
    signals.push(read);
  }
  return { kind: 'signals', signals, note: null };
}
