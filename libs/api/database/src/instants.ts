import type { Instant } from '@daylight/domain';
import { Column, type ColumnOptions } from 'typeorm';

/** Inside Daylight an instant is a number of UTC milliseconds; in the database a `timestamptz(3)`. */
export function timestamp(at: Instant): Date;
export function timestamp(at: Instant | null): Date | null;
export function timestamp(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}

const transformer = {
  to: (value: unknown): unknown => (typeof value === 'number' ? new Date(value) : value),
  // The driver already hands timestamps over as numbers (types.ts).
  from: (value: unknown): unknown => value,
};

/** An entity column that holds an Instant. */
export function InstantColumn(options: Omit<ColumnOptions, 'transformer' | 'type'> = {}): PropertyDecorator {
  return Column({ ...options, type: 'timestamptz', precision: 3, transformer });
}
