import { isZone } from '@daylight/domain';
import type { Problem } from './messages.js';

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]+$/u;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]/u;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** An address as it is stored and compared: trimmed, NFC, lower case (decision 4). */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** A name as it is stored: trimmed, NFC, single spaces. */
export function normaliseName(name: string): string {
  return name.trim().normalize('NFC').replaceAll(/ +/g, ' ');
}

/** A password as it is hashed: NFKC, so that one typed on another keyboard or system is the same. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

export function emailProblems(path: string, email: string): readonly Problem[] {
  const normal = normaliseEmail(email);
  if (normal === '') return [{ path, kind: 'required' }];
  if (normal.length > 254) return [{ path, kind: 'too-long' }];
  return EMAIL.test(normal) && !UNPRINTABLE.test(normal) ? [] : [{ path, kind: 'not-an-email' }];
}

/** @param most characters that fit, by the column's check */
export function nameProblems(
  path: string,
  name: string,
  most: number,
): readonly Problem<'required' | 'too-long' | 'unprintable-characters'>[] {
  const normal = normaliseName(name);
  if (normal === '') return [{ path, kind: 'required' }];
  if (normal.length > most) return [{ path, kind: 'too-long' }];
  return UNPRINTABLE.test(normal) ? [{ path, kind: 'unprintable-characters' }] : [];
}

export function zoneProblems(path: string, zone: string): readonly Problem<'unknown-zone'>[] {
  return isZone(zone) ? [] : [{ path, kind: 'unknown-zone' }];
}

/** What speaks against a new password of the person with this address. */
export function passwordProblems(path: string, password: string, email: string): readonly Problem[] {
  const normal = normalisePassword(password);
  if ([...normal].length < SHORTEST_PASSWORD) return [{ path, kind: 'password-too-short' }];
  if (normal.length > LONGEST_PASSWORD) return [{ path, kind: 'password-too-long' }];
  if (normal.trim().toLowerCase() === normaliseEmail(email)) return [{ path, kind: 'password-is-email' }];
  return new Set(normal).size === 1 ? [{ path, kind: 'password-too-plain' }] : [];
}

/** An approval limit: whole minor units, or none. */
export function limitProblems(path: string, limit: number | null | undefined): readonly Problem[] {
  if (limit === null || limit === undefined) return [];
  return Number.isSafeInteger(limit) && limit >= 0 ? [] : [{ path, kind: 'limit-not-whole' }];
}

export interface PersonInput {
  readonly email: string;
  readonly displayName: string;
  readonly language: 'ko' | 'en';
  readonly timeZone: string;
}

/** What speaks against the particulars of a person to be invited. */
export function personProblems(input: PersonInput): readonly Problem[] {
  return [
    ...emailProblems('email', input.email),
    ...nameProblems('displayName', input.displayName, 120),
    ...zoneProblems('timeZone', input.timeZone),
  ];
}
