import type { TimelineCause } from './timeline-data.js';

/** Fill of each kind: every one differs in pattern as well as hue, so the picture survives greyscale and print. */
export const fillOf = (prefix: string, kind: TimelineCause['kind']): string =>
  kind === 'RUNNING' ? 'var(--dl-accent)' : `url(#${prefix}-${kind})`;

/** The patterns, once per picture (`prefix` keeps ids apart). */
export function TimelinePatterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      <pattern id={`${prefix}-OUTSIDE_HOURS`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--dl-neutral-soft)" />
        <circle cx="3" cy="3" r="0.8" fill="var(--dl-line-strong)" />
      </pattern>
      <pattern id={`${prefix}-HOLIDAY`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--dl-neutral-soft)" />
        <path d="M1.5 0v6M4.5 0v6" stroke="var(--dl-line-strong)" strokeWidth="1" />
      </pattern>
      <pattern
        id={`${prefix}-WAITING`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" fill="var(--dl-warn-soft)" />
        <path d="M0 0v7" stroke="var(--dl-warn)" strokeWidth="3" />
      </pattern>
      <pattern id={`${prefix}-RESOLVED`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--dl-ok-soft)" />
        <path d="M0 3h6" stroke="var(--dl-ok)" strokeWidth="1" />
      </pattern>
      <pattern
        id={`${prefix}-OVERDUE`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="6" height="6" fill="var(--dl-danger)" />
        <path d="M0 0v6" stroke="var(--dl-surface)" strokeWidth="1.25" opacity="0.55" />
      </pattern>
    </defs>
  );
}
