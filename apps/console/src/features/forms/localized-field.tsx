import { Grid, TextArea, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt, type FieldProblem } from './field-problems.js';

interface Localized {
  readonly ko: string;
  readonly en: string;
}

interface LocalizedFieldProps {
  readonly label: string;
  readonly value: Localized;
  readonly onChange: (value: Localized) => void;
  /** Relative to the text: `ko`, `en`, or '' for both. */
  readonly problems?: readonly FieldProblem[];
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** More than one line. */
  readonly rows?: number;
}

/** One text in both languages of the product, side by side where there is room. */
export function LocalizedField({
  label,
  value,
  onChange,
  problems = [],
  required = false,
  disabled = false,
  rows,
}: LocalizedFieldProps) {
  const text = useText();
  const field = (language: 'ko' | 'en') => ({
    label: text(`form.in.${language}`, { label }),
    value: value[language],
    onChange: (typed: string) => onChange({ ...value, [language]: typed }),
    error: messageAt(problems, language) ?? messageAt(problems, ''),
    required,
    disabled,
  });
  return (
    <Grid min={15}>
      {rows === undefined ? <TextField {...field('ko')} /> : <TextArea {...field('ko')} rows={rows} />}
      {rows === undefined ? <TextField {...field('en')} /> : <TextArea {...field('en')} rows={rows} />}
    </Grid>
  );
}
