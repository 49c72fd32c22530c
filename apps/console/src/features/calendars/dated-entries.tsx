import type { CalendarDocument, WallInterval } from '@daylight/domain';
import { Button, IconButton, Stack, Text, TextField } from '@daylight/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { replaced, without } from '../forms/lists.js';
import { LocalizedField } from '../forms/localized-field.js';
import classes from './calendar-fields.module.css';
import { IntervalList } from './interval-list.js';

interface Entry {
  readonly date: string;
  readonly name?: { readonly ko: string; readonly en: string };
  readonly intervals?: readonly WallInterval[];
}

interface DatedEntriesProps<Item extends Entry> {
  readonly kind: 'exception' | 'break' | 'holiday';
  readonly entries: readonly Item[];
  readonly blank: Item;
  readonly onChange: (entries: readonly Item[]) => void;
  /** Relative to the list: `[0].date`. */
  readonly problems: readonly FieldProblem[];
}

/** Days that differ from the week: each with its date and, where the kind has them, a name and hours. */
export function DatedEntries<Item extends Entry>({
  kind,
  entries,
  blank,
  onChange,
  problems,
}: DatedEntriesProps<Item>) {
  const text = useText();
  return (
    <Stack gap="s">
      <Text look="small">{text(`calendar.${kind}.help`)}</Text>
      {entries.length === 0 ? null : (
        <div>
          {entries.map((entry, index) => {
            const own = within(problems, `[${index}]`);
            const change = (part: Partial<Entry>): void => onChange(replaced(entries, index, { ...entry, ...part }));
            return (
              <div key={index} className={classes['entry']}>
                <TextField
                  label={text('calendar.date')}
                  value={entry.date}
                  onChange={(date) => change({ date })}
                  error={messageAt(own, 'date')}
                  placeholder="2026-05-06"
                  required
                />
                <Stack gap="s">
                  {entry.name === undefined ? null : (
                    <LocalizedField
                      label={text('calendar.dayName')}
                      value={entry.name}
                      onChange={(name) => change({ name })}
                      problems={within(own, 'name')}
                      required
                    />
                  )}
                  {entry.intervals === undefined ? null : (
                    <IntervalList
                      label={text(`calendar.${kind}.hours`)}
                      intervals={entry.intervals}
                      problems={within(own, 'intervals')}
                      onChange={(intervals) => change({ intervals })}
                    />
                  )}
                </Stack>
                <IconButton
                  label={text('calendar.removeDay', { date: entry.date })}
                  icon={<IconTrash size={16} />}
                  onClick={() => onChange(without(entries, index))}
                />
              </div>
            );
          })}
        </div>
      )}
      <span>
        <Button size="small" onClick={() => onChange([...entries, blank])}>
          {text(`calendar.${kind}.add`)}
        </Button>
      </span>
    </Stack>
  );
}

const NO_NAME = { ko: '', en: '' } as const;
export const BLANK_EXCEPTION: CalendarDocument['exceptions'][number] = { date: '', name: NO_NAME, intervals: [] };
export const BLANK_BREAK: CalendarDocument['breaks'][number] = {
  date: '',
  intervals: [{ from: '12:00', to: '13:00' }],
};
export const BLANK_HOLIDAY: CalendarDocument['fixedHolidays'][number] = { date: '', name: NO_NAME };
