import { readAlertmanager } from './alertmanager.js';
import { readAzure } from './azure.js';
import { readCloudwatch } from './cloudwatch.js';
import { readDatadog } from './datadog.js';
import { readGeneric } from './generic.js';
import { readGoogleCloud } from './google-cloud.js';
import { readGrafana } from './grafana.js';
import { readIcinga } from './icinga.js';
import { DEFAULT_MAPPING, type Mapping } from './mapping.js';
import { readPagerduty } from './pagerduty.js';
import { nothing, type BodyRead } from './signal-of.js';
import { readStrictJson } from './strict-json.js';
import { readUptimeKuma } from './uptime-kuma.js';
import { readZabbix } from './zabbix.js';

/** Who sends, as the address of the source names it (`/intake/<key>/alertmanager`). */
export const VENDORS = [
  ...(['alertmanager', 'grafana', 'cloudwatch', 'azure', 'google-cloud', 'zabbix', 'icinga2', 'datadog'] as const),
  ...(['uptime-kuma', 'pagerduty', 'generic', 'heartbeat'] as const),
] as const;
export type Vendor = (typeof VENDORS)[number];

export function isVendor(text: string): text is Vendor {
  return VENDORS.some((known) => known === text);
}

const READERS: Readonly<Record<Vendor, (body: unknown, mapping: Mapping) => BodyRead>> = {
  alertmanager: readAlertmanager,
  grafana: readGrafana,
  cloudwatch: readCloudwatch,
  azure: readAzure,
  'google-cloud': readGoogleCloud,
  zabbix: readZabbix,
  icinga2: readIcinga,
  datadog: readDatadog,
  'uptime-kuma': readUptimeKuma,
  pagerduty: readPagerduty,
  generic: readGeneric,
  heartbeat: () => nothing('BEAT'),
};

/** What a body says, by its vendor's rules. Pure; never throws. */
export function readBody(vendor: Vendor, body: Uint8Array, mapping: Mapping | null): BodyRead {
  // A sign of life needs no words.
  if (vendor === 'heartbeat') return nothing('BEAT');
  const json = readStrictJson(body);
  return json.kind === 'json' ? READERS[vendor](json.value, mapping ?? DEFAULT_MAPPING) : json;
}

export { DEFAULT_MAPPING, parseMapping, type Mapping, type MappingFault } from './mapping.js';
export { readStrictJson } from './strict-json.js';
export type { BodyRead, Unreadable } from './signal-of.js';
