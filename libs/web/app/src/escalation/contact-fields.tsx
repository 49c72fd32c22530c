import { Button, Checkbox, Grid, IconButton, SearchSelect, Select, Stack, Text, TextField } from '@daylight/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useText } from '../text.js';
import type { ContactDraft } from './contact-draft.js';
import classes from './escalation.module.css';
import { CHANNELS } from './shown.js';

interface ContactFieldsProps {
  readonly draft: ContactDraft;
  readonly onChange: (draft: ContactDraft) => void;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** Who it is, how to reach them, in which languages and by which clock. The server's refusals stand at their fields. */
export function ContactFields({ draft, onChange, problems }: ContactFieldsProps) {
  const text = useText();
  const error = (...paths: readonly string[]): string | null =>
    problems.find(({ path }) => paths.includes(path))?.message ?? null;
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const toggle = (language: string, on: boolean): void =>
    onChange({
      ...draft,
      languages: [...draft.languages.filter((one) => one !== language), ...(on ? [language] : [])],
    });
  return (
    <Stack>
      <Grid min={12}>
        <TextField
          label={text('contact.name')}
          required
          value={draft.name}
          error={error('name')}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <TextField
          label={text('contact.role')}
          required
          value={draft.role}
          error={error('role')}
          onChange={(role) => onChange({ ...draft, role })}
        />
      </Grid>
      <Channels draft={draft} onChange={onChange} problems={problems} />
      <fieldset className={classes['group']}>
        <legend>{text('contact.languages')}</legend>
        <Checkbox label="한국어" checked={draft.languages.includes('ko')} onChange={(on) => toggle('ko', on)} />
        <Checkbox label="English" checked={draft.languages.includes('en')} onChange={(on) => toggle('en', on)} />
        {error('languages') === null ? null : <Text look="small">{error('languages')}</Text>}
      </fieldset>
      <Grid min={12}>
        <SearchSelect
          label={text('contact.zone')}
          required
          value={draft.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          error={error('zone', 'timeZone')}
          onChange={(timeZone) => timeZone !== null && onChange({ ...draft, timeZone })}
        />
        <TextField
          label={text('contact.place')}
          description={text('contact.place.help')}
          type="number"
          min={0}
          max={10_000}
          required
          value={draft.place === null ? '' : String(draft.place)}
          error={error('order', 'place')}
          onChange={(typed) => onChange({ ...draft, place: typed === '' ? null : Math.trunc(Number(typed)) })}
        />
      </Grid>
    </Stack>
  );
}

function Channels({ draft, onChange, problems }: ContactFieldsProps) {
  const text = useText();
  const { channels } = draft;
  const set = (index: number, part: Partial<ContactDraft['channels'][number]>): void =>
    onChange({ ...draft, channels: channels.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const whole = problems.find(({ path }) => path === 'channels');
  return (
    <fieldset className={classes['group']}>
      <legend>{text('contact.ways')}</legend>
      <Text look="small">{text('contact.ways.help')}</Text>
      {whole === undefined ? null : (
        <p role="alert" className={classes['problem']}>
          {whole.message}
        </p>
      )}
      {channels.map(({ kind, address }, index) => (
        <div key={index} className={classes['way']}>
          <Select
            label={text('contact.way', { number: index + 1 })}
            value={kind}
            options={CHANNELS.map((one) => ({ value: one, label: text(`channel.${one}`) }))}
            onChange={(chosen) => set(index, { kind: chosen })}
          />
          <TextField
            label={text('contact.address', { number: index + 1 })}
            required
            value={address}
            error={problems.find(({ path }) => path.startsWith(`channels[${index}]`))?.message ?? null}
            onChange={(typed) => set(index, { address: typed })}
          />
          <IconButton
            label={text('contact.way.remove', { number: index + 1 })}
            icon={<IconX size={16} />}
            onClick={() => onChange({ ...draft, channels: channels.filter((_one, at) => at !== index) })}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange({ ...draft, channels: [...channels, { kind: 'EMAIL', address: '' }] })}
        >
          {text('contact.way.add')}
        </Button>
      </div>
    </fieldset>
  );
}
