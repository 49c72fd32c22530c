/** The time-zone rules that this process computes with, e.g. `2026a`: part of what published figures rest on (decision 8). */
export const TZ_DATA_VERSION: string = process.versions['tz'] ?? 'unknown';
