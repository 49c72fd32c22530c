import { sha256 } from '@daylight/api-platform';
import { canonicalJson, isSeverity, type Instant, type Severity, type Signal } from '@daylight/domain';

/** Why a body can't be used. Each has words in both languages (messages.ts). */
export type Unreadable =
  | ('NOT_UTF8' | 'NOT_JSON' | 'TOO_DEEP' | 'BAD_CHARACTER' | 'DUPLICATE_KEY' | 'EMPTY' | 'TOO_LARGE' | 'WRONG_TYPE')
  | ('UNKNOWN_SHAPE' | 'NO_STATE' | 'NO_TITLE' | 'TOO_MANY' | 'BAD_SIGNATURE' | 'NOT_SUBSCRIBED' | 'STALE' | 'FAILED');

/** What a vendor's body says. `note`: why it says nothing about any alert, though all is well. */
export type BodyRead =
  | { readonly kind: 'signals'; readonly signals: readonly Signal[]; readonly note: string | null }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable; readonly detail: string };

export function unreadable(reason: Unreadable, detail = ''): BodyRead {
  return { kind: 'unreadable', reason, detail };
}

/** All is well, and nothing of it concerns an alert. */
export function nothing(note: string): BodyRead {
  return { kind: 'signals', signals: [], note };
}

const TITLE_LENGTH = 250;
const DESCRIPTION_LENGTH = 8_000;
const FINGERPRINT_LENGTH = 200;
const LABELS = 60;
const LABEL_NAME_LENGTH = 120;
const LABEL_LENGTH = 500;
const LINK_LENGTH = 2_000;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Without control characters, within a length, never cut in the middle of a character. */
function clean(text: string, longest: number): string {
  const plain = text.toWellFormed().replaceAll(CONTROL, '');
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function cleanLink(link: string | null): string | null {
  if (link === null || link.length > LINK_LENGTH || !/^https?:\/\//i.test(link)) return null;
  return URL.canParse(link) ? link : null;
}

/** A name for the thing that is wrong, out of what sets it apart, where the sender gives none. */
export function fingerprintOf(parts: unknown): string {
  return sha256(canonicalJson(parts)).slice(0, 32);
}

/** A signal within the lengths that are kept, free of characters that can't be. null: it has no title. */
export function signalOf(signal: Omit<Signal, 'title'> & { readonly title: string | null }): Signal | null {
  const title = clean((signal.title ?? '').replaceAll(/\s+/g, ' ').trim(), TITLE_LENGTH);
  if (title === '') return null;
  const { fingerprint } = signal;
  const labels = Object.entries(signal.labels)
    .slice(0, LABELS)
    .map(([name, value]) => [clean(name, LABEL_NAME_LENGTH), clean(value, LABEL_LENGTH)] as const);
  const plain = clean(fingerprint, fingerprint.length + 1);
  return {
    ...signal,
    title,
    fingerprint: plain.length <= FINGERPRINT_LENGTH && plain === fingerprint ? plain : fingerprintOf(fingerprint),
    description: clean(signal.description, DESCRIPTION_LENGTH),
    labels: Object.fromEntries(labels),
    link: cleanLink(signal.link),
  };
}

/** One alert's body. */
export function oneSignal(signal: Parameters<typeof signalOf>[0]): BodyRead {
  const read = signalOf(signal);
  return read === null ? unreadable('NO_TITLE') : { kind: 'signals', signals: [read], note: null };
}

const WORDS: Readonly<Record<Severity, readonly string[]>> = {
  CRITICAL: ['critical', 'crit', 'fatal', 'emergency', 'disaster', 'page', 'p1', 'down'],
  HIGH: ['high', 'error', 'err', 'major', 'severe', 'p2', 'unknown'],
  WARNING: ['warning', 'warn', 'average', 'medium', 'minor', 'p3'],
  INFO: ['info', 'information', 'informational', 'low', 'notice', 'debug', 'p4', 'p5', 'ok', 'none', 'not classified'],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([severity, words]) =>
    isSeverity(severity) ? words.map((word) => [word, severity] as const) : [],
  ),
);

/** The severity that a sender's word means; `otherwise` for a word nobody knows. */
export function severityOf(word: string | null, otherwise: Severity = 'WARNING'): Severity {
  return (word === null ? undefined : BY_WORD.get(word.toLowerCase())) ?? otherwise;
}

/** Alertmanager's "not yet" and anything before computers were watched is no instant. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** An ISO 8601 text, or seconds or milliseconds since 1970, as an instant; null when it is neither. */
export function instantOf(value: unknown): Instant | null {
  const number = typeof value === 'number' ? value : Number(typeof value === 'string' && value !== '' ? value : NaN);
  if (Number.isFinite(number)) return inReach(number < 1e11 ? number * 1_000 : number);
  return typeof value === 'string' ? inReach(Date.parse(value)) : null;
}

function inReach(at: number): Instant | null {
  return at >= EARLIEST && at < 8.64e15 ? Math.trunc(at) : null;
}
