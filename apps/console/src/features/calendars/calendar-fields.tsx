import type { CalendarDocument } from '@daylight/domain';
import { Grid, Segments, Select, Stack, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { Filters } from '../forms/filters.js';
import { LocalizedField } from '../forms/localized-field.js';
import { ZoneSelect } from '../forms/zone-select.js';
import { BLANK_BREAK, BLANK_EXCEPTION, BLANK_HOLIDAY, DatedEntries } from './dated-entries.js';
import { WeekEditor } from './week-editor.js';

interface CalendarFieldsProps {
  readonly document: CalendarDocument;
  readonly onChange: (document: CalendarDocument) => void;
  /** Relative to the document: `weekly.mon[0].from`. */
  readonly problems: readonly FieldProblem[];
  /** Regions whose official days are known (ISO 3166-1 alpha-2). */
  readonly regions: readonly string[];
}

const KINDS = ['WEEKLY', 'ALWAYS'] as const;
const POLICIES = ['FOLLOW_OFFICIAL', 'FIXED_LIST', 'NONE'] as const;

/** Names of regions in the reader's language: `KR` is 대한민국. */
export function useRegionName(): (region: string) => string {
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return (region) => (/^[A-Z]{2}$/.test(region) ? (names.of(region) ?? region) : region);
}

/** A calendar document as a form, in a template and in a contract alike. */
export function CalendarFields({ document, onChange, problems, regions }: CalendarFieldsProps) {
  const text = useText();
  const change = (part: Partial<CalendarDocument>): void => onChange({ ...document, ...part });
  return (
    <Stack gap="l">
      <LocalizedField
        label={text('calendar.name')}
        value={document.name}
        onChange={(name) => change({ name })}
        problems={within(problems, 'name')}
        required
      />
      <Grid min={15}>
        <ZoneSelect
          label={text('calendar.zone')}
          value={document.zone}
          onChange={(zone) => change({ zone })}
          error={messageAt(problems, 'zone')}
        />
        <Segments
          label={text('calendar.kind')}
          value={document.kind}
          options={KINDS.map((value) => ({ value, label: text(`calendar.kind.${value}`) }))}
          onChange={(kind) =>
            change({ kind, ...(kind === 'ALWAYS' ? { holidayPolicy: 'NONE', holidayRegion: null } : {}) })
          }
        />
      </Grid>
      {document.kind === 'ALWAYS' ? (
        <Text look="secondary">{text('calendar.alwaysMeans')}</Text>
      ) : (
        <WeeklyFields document={document} change={change} problems={problems} regions={regions} />
      )}
    </Stack>
  );
}

interface WeeklyFieldsProps extends Omit<CalendarFieldsProps, 'onChange'> {
  readonly change: (part: Partial<CalendarDocument>) => void;
}

function WeeklyFields({ document, change, problems, regions }: WeeklyFieldsProps) {
  const text = useText();
  return (
    <>
      <Stack gap="s">
        <Text look="strong">{text('calendar.week')}</Text>
        <WeekEditor
          weekly={document.weekly}
          onChange={(weekly) => change({ weekly })}
          problems={within(problems, 'weekly')}
        />
      </Stack>
      <HolidayFields document={document} change={change} problems={problems} regions={regions} />
      <Stack gap="xs">
        <Text look="strong">{text('calendar.exceptions')}</Text>
        <DatedEntries
          kind="exception"
          entries={document.exceptions}
          blank={BLANK_EXCEPTION}
          onChange={(exceptions) => change({ exceptions })}
          problems={within(problems, 'exceptions')}
        />
      </Stack>
      <Stack gap="xs">
        <Text look="strong">{text('calendar.breaks')}</Text>
        <DatedEntries
          kind="break"
          entries={document.breaks}
          blank={BLANK_BREAK}
          onChange={(breaks) => change({ breaks })}
          problems={within(problems, 'breaks')}
        />
      </Stack>
    </>
  );
}

function HolidayFields({ document, change, problems, regions }: WeeklyFieldsProps) {
  const text = useText();
  const regionName = useRegionName();
  const { holidayPolicy, holidayRegion, fixedHolidays } = document;
  const choose = (policy: CalendarDocument['holidayPolicy']): void =>
    change({
      holidayPolicy: policy,
      holidayRegion: policy === 'FOLLOW_OFFICIAL' ? (holidayRegion ?? regions[0] ?? 'KR') : null,
    });
  const known = holidayRegion === null || regions.includes(holidayRegion) ? regions : [holidayRegion, ...regions];
  return (
    <Stack gap="s">
      <Segments
        label={text('calendar.holidays')}
        value={holidayPolicy}
        options={POLICIES.map((value) => ({ value, label: text(`calendar.holidays.${value}`) }))}
        onChange={choose}
      />
      <Text look="small">{text(`calendar.holidaysMean.${holidayPolicy}`)}</Text>
      {holidayPolicy === 'FOLLOW_OFFICIAL' ? (
        <Filters>
          <Select
            label={text('calendar.region')}
            value={holidayRegion ?? ''}
            options={known.map((value) => ({ value, label: regionName(value) }))}
            onChange={(region) => change({ holidayRegion: region })}
            error={messageAt(problems, 'holidayRegion')}
          />
        </Filters>
      ) : null}
      {holidayPolicy === 'FIXED_LIST' ? (
        <DatedEntries
          kind="holiday"
          entries={fixedHolidays}
          blank={BLANK_HOLIDAY}
          onChange={(next) => change({ fixedHolidays: next })}
          problems={within(problems, 'fixedHolidays')}
        />
      ) : null}
    </Stack>
  );
}
