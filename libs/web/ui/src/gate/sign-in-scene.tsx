import { useUiText } from '../text/ui-text.js';
import classes from './sign-in-scene.module.css';

/** Beside the form: what Daylight is for, in one sentence and one line: a day, its working hours, one clock. */
export function SignInScene() {
  const text = useUiText();
  return (
    <div className={classes['scene']}>
      <p className={classes['statement']}>{text('ui.signIn.statement')}</p>
      <p className={classes['support']}>{text('ui.signIn.support')}</p>
      <svg className={classes['drawing']} viewBox="0 0 560 150" aria-hidden>
        <defs>
          <pattern id="gate-outside" width="6" height="6" patternUnits="userSpaceOnUse">
            <circle cx="3" cy="3" r="0.9" fill="var(--dl-line-strong)" />
          </pattern>
          <pattern id="gate-waiting" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v7" stroke="var(--dl-warn)" strokeWidth="3" />
          </pattern>
        </defs>
        <path d="M196 96a84 84 0 0 1 168 0Z" fill="var(--dl-sun)" opacity=".92" />
        <rect x="0" y="96" width="90" height="20" fill="url(#gate-outside)" />
        <rect x="90" y="96" width="150" height="20" fill="var(--dl-accent)" />
        <rect x="240" y="96" width="84" height="20" fill="var(--dl-warn-soft)" />
        <rect x="240" y="96" width="84" height="20" fill="url(#gate-waiting)" />
        <rect x="324" y="96" width="122" height="20" fill="var(--dl-accent)" />
        <rect x="446" y="96" width="114" height="20" fill="url(#gate-outside)" />
        <path d="M0 95.5H560" stroke="var(--dl-ink)" strokeWidth="1.5" />
        <path d="M446 80V124" stroke="var(--dl-ink)" strokeWidth="1.5" strokeDasharray="3 3" />
        {[90, 179, 268, 357, 446].map((x, index) => (
          <g key={x}>
            <path d={`M${x} 120v5`} stroke="var(--dl-line-strong)" />
            <text
              x={x}
              y="142"
              textAnchor="middle"
              className={classes['tick']}
            >{`${String(9 + index * 2).padStart(2, '0')}:00`}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}
