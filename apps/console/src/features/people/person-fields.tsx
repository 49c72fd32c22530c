import { Grid, Select, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

export interface PersonInput {
  readonly email: string;
  readonly displayName: string;
  readonly language: 'ko' | 'en';
  readonly timeZone: string;
}

const LANGUAGES = ['ko', 'en'] as const;

/** Whom to invite, and in which language to write to them. */
export function PersonFields({
  value,
  onChange,
}: {
  readonly value: PersonInput;
  readonly onChange: (value: PersonInput) => void;
}) {
  const text = useText();
  return (
    <>
      <TextField
        label={text('forgot.email')}
        type="email"
        inputMode="email"
        required
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
      />
      <Grid min={12}>
        <TextField
          label={text('profile.name')}
          required
          value={value.displayName}
          onChange={(displayName) => onChange({ ...value, displayName })}
        />
        <Select
          label={text('profile.language')}
          value={value.language}
          options={LANGUAGES.map((one) => ({ value: one, label: text(`profile.language.${one}`) }))}
          onChange={(language) => onChange({ ...value, language })}
        />
      </Grid>
    </>
  );
}
