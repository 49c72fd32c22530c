import type { OutboundOutcome } from '../outbound/send-request.js';
import type { GatewayTemplate } from './template.js';

/** What lies at a JSON pointer; undefined where there is nothing. Own members only. */
export function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** A text, number or truth value as text; null for anything else. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Taken by the gateway, or not; `forGood`: the same request would be refused again. */
export type GatewayAnswer =
  | { readonly kind: 'taken'; readonly reference: string | null }
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly error: string };

const statusMatches = (status: number, wanted: string): boolean =>
  wanted.endsWith('xx') ? String(status).startsWith(wanted.slice(0, 1)) : String(status) === wanted;

/** Answers that a gateway gives while it is busy or broken: the same request may be taken later. */
const isPassing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

/** Judges an answer by the template's rule of success. */
export function readAnswer(
  outcome: OutboundOutcome,
  { success, reference }: Pick<GatewayTemplate, 'success' | 'reference'>,
): GatewayAnswer {
  if (outcome.kind === 'failed') return { kind: 'refused', forGood: outcome.forGood, error: outcome.error };
  const { status, body } = outcome;
  if (!success.statuses.some((each) => statusMatches(status, each)))
    return { kind: 'refused', forGood: !isPassing(status), error: `HTTP ${status}` };
  const json = jsonOf(body);
  if (success.pointer !== null) {
    const found = asText(valueAt(json, success.pointer));
    if (found === null || !success.values.includes(found))
      return { kind: 'refused', forGood: true, error: `${success.pointer} = ${found ?? '-'}`.slice(0, 300) };
  }
  const named = reference === null ? null : asText(valueAt(json, reference));
  return { kind: 'taken', reference: named?.slice(0, 200) ?? null };
}
