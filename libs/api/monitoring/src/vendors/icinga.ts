import type { Severity } from '@daylight/domain';
import { firstText, isFields, labelled, textAt, valueAt, type Fields } from './fields.js';
import { instantOf, nothing, oneSignal, unreadable, type BodyRead } from './signal-of.js';

type Found = Severity | 'RECOVERED';

const BY_WORD: Readonly<Record<string, Found>> = {
  ...{ OK: 'RECOVERED', UP: 'RECOVERED', WARNING: 'WARNING', CRITICAL: 'CRITICAL', DOWN: 'CRITICAL' },
  ...{ UNKNOWN: 'HIGH', UNREACHABLE: 'HIGH' },
};
const OF_SERVICE: readonly Found[] = ['RECOVERED', 'WARNING', 'CRITICAL', 'HIGH'];
const OF_HOST: readonly Found[] = ['RECOVERED', 'CRITICAL', 'CRITICAL', 'CRITICAL'];
/** Notifications that change nothing about the thing itself. */
const ABOUT_PEOPLE = new Set(['ACKNOWLEDGEMENT', 'CUSTOM', 'DOWNTIMESTART', 'DOWNTIMEEND', 'DOWNTIMEREMOVED']);

interface Thing {
  readonly host: string;
  readonly service: string | null;
}

/** `host.name=="a" && service.name=="b"`, as passive results name their object. */
function fromFilter(filter: string): Thing | null {
  const host = /host\.name\s*==\s*"([^"]+)"/.exec(filter)?.[1];
  const service = /service\.name\s*==\s*"([^"]+)"/.exec(filter)?.[1] ?? null;
  return host === undefined ? null : { host, service };
}

function thingOf(body: Fields): Thing | null {
  const filter = textAt(body, 'filter');
  if (filter !== null) return fromFilter(filter);
  const host = textAt(body, 'host', 'name') ?? firstText(body, 'host', 'host_name');
  const service = textAt(body, 'service', 'name') ?? firstText(body, 'service', 'service_name');
  return host === null ? null : { host, service };
}

function foundOf(body: Fields, { service }: Thing): Found | null {
  const said = firstText(body, 'state', 'service_state', 'host_state', 'exit_status');
  const state = said ?? textAt(body, 'check_result', 'state') ?? textAt(body, 'check_result', 'exit_status');
  if (state === null) return null;
  const codes = service === null ? OF_HOST : OF_SERVICE;
  return BY_WORD[state.toUpperCase()] ?? (/^[0-3](\.0)?$/.test(state) ? (codes[Number(state)] ?? null) : null);
}

/** Icinga 2 (and Nagios): a notification script's JSON, events of the API's stream, or passive check results. */
export function readIcinga(body: unknown): BodyRead {
  if (!isFields(body)) return unreadable('UNKNOWN_SHAPE');
  const kind = (firstText(body, 'notification_type') ?? '').toUpperCase();
  if (ABOUT_PEOPLE.has(kind)) return nothing(kind);
  const thing = thingOf(body);
  if (thing === null) return unreadable('UNKNOWN_SHAPE', 'host');
  // A soft state is still being tried again.
  if (/^(0|SOFT)$/i.test(textAt(body, 'state_type') ?? '')) return nothing('SOFT');
  const found = foundOf(body, thing);
  if (found === null) return unreadable('NO_STATE');
  const { host, service } = thing;
  const output = firstText(body, 'output', 'plugin_output') ?? textAt(body, 'check_result', 'output');
  return oneSignal({
    fingerprint: service === null ? host : `${host}!${service}`,
    state: found === 'RECOVERED' ? 'RECOVERED' : 'FIRING',
    severity: found === 'RECOVERED' ? 'WARNING' : found,
    title: service === null ? host : `${host}: ${service}`,
    description: output ?? '',
    labels: labelled({ host, service, check_source: textAt(body, 'check_source') }),
    link: firstText(body, 'link', 'url'),
    occurredAt: instantOf(valueAt(body, 'timestamp')),
  });
}
