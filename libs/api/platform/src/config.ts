import { isIP } from 'node:net';
import * as v from 'valibot';

const port = v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(65_535));
const flag = v.pipe(
  v.picklist(['0', '1', 'true', 'false']),
  v.transform((text) => text === '1' || text === 'true'),
);

const NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a network in CIDR writing, or the name of a kind of networks. */
function isNetwork(text: string): boolean {
  if (NETWORKS.has(text)) return true;
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (prefix === undefined) return bits > 0;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits;
}

const networks = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))),
  v.everyItem(isNetwork, 'expected addresses, networks (10.0.0.0/8), loopback, linklocal or uniquelocal'),
);

const schema = v.object({
  NODE_ENV: v.optional(v.picklist(['development', 'test', 'production']), 'development'),
  DAYLIGHT_PORT: v.optional(port, '4280'),
  DAYLIGHT_HOST: v.optional(v.string(), '127.0.0.1'),
  /** Whose X-Forwarded-For is believed: the front server's networks. Empty: nobody's, the peer is the client. */
  DAYLIGHT_TRUSTED_PROXIES: v.optional(networks, ''),
  /** What people type into their browser; links in mails begin with it, never with a request's Host header (A2). */
  DAYLIGHT_ORIGIN: v.optional(v.pipe(v.string(), v.url()), 'http://127.0.0.1:4280'),
  DAYLIGHT_APP_DATABASE_URL: v.optional(v.pipe(v.string(), v.url())),
  DAYLIGHT_WORKER_DATABASE_URL: v.optional(v.pipe(v.string(), v.url())),
  /** Where the worker answers /healthz and /metrics; empty: nowhere. */
  DAYLIGHT_WORKER_PORT: v.optional(port),
  DAYLIGHT_POOL_SIZE: v.optional(
    v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(200)),
    '10',
  ),
  /** Keys of cookies and signed links are derived from this; at least 32 characters. */
  DAYLIGHT_SECRET: v.pipe(v.string(), v.minLength(32)),
  /** Where the built portal and console lie; empty: not served from here. */
  DAYLIGHT_STATIC: v.optional(v.string()),
  DAYLIGHT_DEMO: v.optional(flag, '0'),
  SMTP_URL: v.optional(v.pipe(v.string(), v.url())),
  /** Where the worker takes mail that a mail server forwards; empty: nowhere. */
  DAYLIGHT_SMTP_PORT: v.optional(port),
  DAYLIGHT_SMTP_HOST: v.optional(v.string(), '127.0.0.1'),
  /** Domain of the signed addresses that answers go to; empty: the client's or the provider's own mailbox takes them. */
  DAYLIGHT_REPLY_DOMAIN: v.optional(
    v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9.-]+\.[a-z0-9-]+$|^localhost$/)),
  ),
  /** Internal networks in which mailboxes may lie that are fetched by IMAP. Empty: only public addresses. */
  DAYLIGHT_IMAP_NETWORKS: v.optional(networks, ''),
  /** Internal networks in which receivers of webhooks and gateways may lie. Empty: only public addresses, by TLS. */
  DAYLIGHT_OUTBOUND_NETWORKS: v.optional(networks, ''),
  /** Asked once a minute while the worker's queues move; whoever listens worries when it stays silent. Empty: nobody is. */
  DAYLIGHT_HEARTBEAT_URL: v.optional(v.pipe(v.string(), v.url())),
  /** How long a message that came in is kept byte by byte once its mail is settled. What was read of it stays. */
  DAYLIGHT_MAIL_RAW_DAYS: v.optional(
    v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(3_650)),
    '180',
  ),
  DAYLIGHT_MAIL_FROM: v.optional(v.string(), 'Daylight <no-reply@daylight.local>'),
  DAYLIGHT_LOG: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

export type Config = Readonly<v.InferOutput<typeof schema>>;

/** The configuration is wrong: names every variable at fault. Start-up stops on it. */
export class ConfigError extends Error {}

/** Parses the environment once, at start. Throws ConfigError naming each missing or malformed variable. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = v.safeParse(schema, environment);
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
  throw new ConfigError(`Daylight can't start with this configuration:\n  ${faults.join('\n  ')}`);
}

/** The configuration of this process. */
export function readConfig(): Config {
  return parseConfig(process.env);
}

/** Injection token of the configuration. */
export const CONFIG = Symbol('daylight:config');
