import { Checkbox, Grid, Select, Text, TextField } from '@daylight/web-ui';
import { useText } from '../text.js';
import classes from './mailing.module.css';
import type { TimingDraft } from './shown.js';

const DIGESTS = ['NONE', 'DAILY', 'WEEKLY'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof WEEKDAYS)[number];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
/** What is proposed to whoever turns quiet hours on. */
const NIGHT = { from: '22:00', to: '07:00', days: [...WEEKDAYS] };

interface MailTimingFieldsProps {
  readonly draft: TimingDraft;
  readonly onChange: (draft: TimingDraft) => void;
  readonly timeZone: string;
}

/** Digest and quiet hours, by the wall clock of the reader's zone. */
export function MailTimingFields({ draft, onChange, timeZone }: MailTimingFieldsProps) {
  const text = useText();
  const { digest, digestHour, digestWeekday, quiet } = draft;
  const weekdays = WEEKDAYS.map((day) => ({ value: String(day), label: text(`timing.day.${day}`) }));
  return (
    <>
      <Grid min={12}>
        <Select
          label={text('timing.digest')}
          value={digest}
          options={DIGESTS.map((value) => ({ value, label: text(`timing.digest.${value}`) }))}
          onChange={(value) => onChange({ ...draft, digest: value })}
        />
        {digest === 'WEEKLY' ? (
          <Select
            label={text('timing.weekday')}
            value={String(digestWeekday)}
            options={weekdays}
            onChange={(value) => onChange({ ...draft, digestWeekday: Number(value) })}
          />
        ) : null}
        {digest === 'NONE' ? null : (
          <Select
            label={text('timing.hour')}
            value={HOURS[digestHour] ?? ''}
            options={HOURS.map((value) => ({ value, label: value }))}
            onChange={(value) => onChange({ ...draft, digestHour: HOURS.indexOf(value) })}
          />
        )}
      </Grid>
      <Checkbox
        label={text('timing.quiet')}
        description={text('timing.quiet.help')}
        checked={quiet !== null}
        onChange={(on) => onChange({ ...draft, quiet: on ? NIGHT : null })}
      />
      {quiet === null ? null : (
        <QuietFields quiet={quiet} onChange={(changed) => onChange({ ...draft, quiet: changed })} />
      )}
      <Text look="small">{text('timing.zone', { zone: timeZone })}</Text>
    </>
  );
}

type Quiet = NonNullable<TimingDraft['quiet']>;

function QuietFields({ quiet, onChange }: { readonly quiet: Quiet; readonly onChange: (quiet: Quiet) => void }) {
  const text = useText();
  const { from, to, days } = quiet;
  const toggle = (day: Weekday, on: boolean): void =>
    onChange({ ...quiet, days: WEEKDAYS.filter((each) => (each === day ? on : days.includes(each))) });
  return (
    <>
      <Grid min={9}>
        <TextField
          type="time"
          label={text('timing.from')}
          value={from}
          onChange={(value) => onChange({ ...quiet, from: value })}
        />
        <TextField
          type="time"
          label={text('timing.to')}
          {...(to !== '' && to < from ? { description: text('timing.nextDay') } : {})}
          value={to}
          onChange={(value) => onChange({ ...quiet, to: value })}
        />
      </Grid>
      <fieldset className={classes['days']}>
        <legend>{text('timing.days')}</legend>
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={text(`timing.day.${day}`)}
            checked={days.includes(day)}
            onChange={(on) => toggle(day, on)}
          />
        ))}
      </fieldset>
    </>
  );
}
