import classes from './logo.module.css';

/** The mark: the sun standing on the horizon line that both sides see. */
export function Logo({ size = 24, name = true }: { readonly size?: number; readonly name?: boolean }) {
  return (
    <span className={classes['logo']}>
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
        <path d="M5.5 15a6.5 6.5 0 0 1 13 0Z" fill="var(--dl-sun)" />
        <path d="M2 15h20" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        <path d="M6.5 19h11" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity=".45" />
        <path
          d="M12 3.2v2.3M4.6 6.3l1.6 1.6M19.4 6.3l-1.6 1.6"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      {name ? <span>Daylight</span> : null}
    </span>
  );
}
