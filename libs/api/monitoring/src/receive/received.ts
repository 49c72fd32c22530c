import type { IncomingHttpHeaders } from 'node:http';
import { newId } from '@daylight/api-platform';
import { readStrictJson, type Unreadable, type Vendor } from '../vendors/read-body.js';
import type { Received } from './intake-writer.js';

export const INTAKE_QUEUE = 'intake';
/** Messages whose signature needs a certificate from the network are read apart. */
export const SNS_QUEUE = 'intake-sns';

/** Headers that help to understand a delivery. Never those that prove anything. */
const OF_INTEREST = [
  ...(['user-agent', 'date', 'x-request-id', 'traceparent'] as const),
  ...(['x-amz-sns-message-type', 'x-amz-sns-message-id', 'x-amz-sns-topic-arn'] as const),
] as const;
const LONGEST_HEADER = 300;

function headersOf(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const kept = OF_INTEREST.flatMap((name): readonly (readonly [string, string])[] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, storable(value).slice(0, LONGEST_HEADER)]] : [];
  });
  return Object.fromEntries(kept);
}

const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** JSON by any of its names; SNS calls it plain text. */
function isTaken(vendor: Vendor, type: string, encoding: string | undefined): boolean {
  if (encoding !== undefined && encoding !== 'identity') return false;
  if (vendor === 'heartbeat') return true;
  if (/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return true;
  return vendor === 'cloudwatch' && /^text\/plain\s*(;|$)/i.test(type);
}

function faultOf(
  vendor: Vendor,
  { headers, body }: { readonly headers: IncomingHttpHeaders; readonly body: Buffer },
): { readonly reason: Unreadable; readonly detail: string } | null {
  const type = headers['content-type'] ?? '';
  const encoding = headers['content-encoding'];
  if (!isTaken(vendor, type, encoding))
    return { reason: 'WRONG_TYPE', detail: storable(encoding ?? type).slice(0, 200) };
  if (vendor === 'heartbeat') return null;
  const json = readStrictJson(body);
  return json.kind === 'json' ? null : json;
}

export interface Arrived {
  readonly vendor: Vendor;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly replayKey: string | null;
}

function rowOf(vendor: Vendor, headers: IncomingHttpHeaders, bytes: number) {
  const queue = vendor === 'cloudwatch' ? SNS_QUEUE : INTAKE_QUEUE;
  const type = storable(headers['content-type'] ?? '').slice(0, 200);
  const ids = { delivery_id: newId(), job_id: newId() };
  return { ...ids, queue, vendor, content_type: type === '' ? null : type, headers: headersOf(headers), bytes };
}

/** What is to be kept of an arrival; malformed bodies are dead letters from the start (W5). */
export function receivedOf({ vendor, headers, body, replayKey }: Arrived): Received {
  const fault = faultOf(vendor, { headers, body });
  const why = { reason: fault?.reason ?? null, detail: fault?.detail.slice(0, 500) ?? null };
  return { row: { ...rowOf(vendor, headers, body.length), ...why, replay_key: replayKey }, body };
}

/** A body that was too long: that it came is kept, not what it said. */
export function tooLarge(vendor: Vendor, headers: IncomingHttpHeaders, bytes: number): Received {
  const why = { reason: 'TOO_LARGE', detail: String(bytes), replay_key: null };
  return { row: { ...rowOf(vendor, headers, bytes), ...why }, body: Buffer.alloc(0) };
}
