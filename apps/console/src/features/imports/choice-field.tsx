import { Problems } from '@daylight/web-app';
import { Grid, Segments, Select, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './imports.module.css';
import { valuesOf, withMeaning, type Choice } from './mapping.js';

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceFieldProps<Value extends string | number> {
  readonly label: string;
  readonly choice: Choice<Value>;
  readonly options: readonly Option<Value>[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (choice: Choice<Value>) => void;
  readonly messages: readonly string[];
}

const MOST_VALUES = 40;

/** The same for all tickets, or by what a column says. */
export function ChoiceField<Value extends string | number>({
  label,
  choice,
  options,
  columns,
  rows,
  onChange,
  messages,
}: ChoiceFieldProps<Value>) {
  const text = useText();
  const first = options[0]?.value;
  const words = options.map((option) => ({ value: String(option.value), label: option.label }));
  const find = (written: string): Value | null =>
    options.find((option) => String(option.value) === written)?.value ?? null;
  const byColumn = 'column' in choice;
  function switchTo(way: 'value' | 'column'): void {
    if (first === undefined || (way === 'column') === byColumn) return;
    onChange(way === 'value' ? { value: first } : { column: columns[0] ?? '', map: {}, otherwise: first });
  }
  return (
    <Stack gap="s">
      <Segments
        size="small"
        label={label}
        value={byColumn ? 'column' : 'value'}
        options={[
          { value: 'value', label: text('mapping.same') },
          { value: 'column', label: text('mapping.byColumn') },
        ]}
        onChange={switchTo}
      />
      <Problems messages={messages} />
      {byColumn ? (
        <>
          <Grid min={12} gap="s">
            <Select
              label={text('mapping.column')}
              value={choice.column}
              options={columns.map((value) => ({ value, label: value }))}
              onChange={(column) => onChange({ ...choice, column })}
              placeholder={text('mapping.pickColumn')}
            />
            <Select
              label={text('mapping.otherwise')}
              value={choice.otherwise === undefined ? 'REJECT-CASE' : String(choice.otherwise)}
              options={[{ value: 'REJECT-CASE', label: text('mapping.rejectCase') }, ...words]}
              onChange={(written) => {
                const otherwise = find(written);
                const { otherwise: _before, ...rest } = choice;
                onChange(otherwise === null ? rest : { ...rest, otherwise });
              }}
            />
          </Grid>
          <Meanings choice={choice} words={words} find={find} columns={columns} rows={rows} onChange={onChange} />
        </>
      ) : (
        <Select
          label={text('mapping.value')}
          value={String(choice.value)}
          options={words}
          onChange={(written) => {
            const value = find(written);
            if (value !== null) onChange({ value });
          }}
        />
      )}
    </Stack>
  );
}

interface MeaningsProps<Value extends string | number> {
  readonly choice: Extract<Choice<Value>, { readonly column: string }>;
  readonly words: readonly { readonly value: string; readonly label: string }[];
  readonly find: (written: string) => Value | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (choice: Choice<Value>) => void;
}

function Meanings<Value extends string | number>({
  choice,
  words,
  find,
  columns,
  rows,
  onChange,
}: MeaningsProps<Value>) {
  const text = useText();
  const seen = [...new Set([...valuesOf(choice.column, columns, rows), ...Object.keys(choice.map ?? {})])].slice(
    0,
    MOST_VALUES,
  );
  if (seen.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text look="small">{text('mapping.meanings')}</Text>
      <div className={classes['meanings']}>
        {seen.map((value) => (
          <MeaningRow
            key={value}
            value={value}
            meaning={choice.map?.[value] === undefined ? '' : String(choice.map[value])}
            words={words}
            onChange={(written) => onChange(withMeaning(choice, value, find(written)))}
          />
        ))}
      </div>
    </Stack>
  );
}

interface MeaningRowProps {
  readonly value: string;
  readonly meaning: string;
  readonly words: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (written: string) => void;
}

function MeaningRow({ value, meaning, words, onChange }: MeaningRowProps) {
  const text = useText();
  return (
    <>
      <span>{value}</span>
      <select
        aria-label={text('mapping.meaningOf', { value })}
        value={meaning}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{text('mapping.asOtherwise')}</option>
        {words.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
