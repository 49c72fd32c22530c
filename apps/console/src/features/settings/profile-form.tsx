import { usePreferences } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, Notice, Panel, SearchSelect, Select, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { UpdateProfileDocument, type OwnProfileFragment } from './generated/settings.js';
import { zones } from './zones.js';

const LANGUAGES = ['ko', 'en'] as const;

/** Name, language and zone of the reader; mails and reports follow them too. */
export function ProfileForm({ profile }: { readonly profile: OwnProfileFragment }) {
  const text = useText();
  const toast = useToast();
  const { change } = usePreferences();
  const [{ fetching }, send] = useMutation(UpdateProfileDocument);
  const [name, setName] = useState(profile.displayName);
  const [language, setLanguage] = useState(profile.language);
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    const result = (await send({ input: { displayName: name.trim(), language, timeZone, version: profile.version } }))
      .data?.updateProfile;
    switch (result?.__typename) {
      case 'ProfileUpdated':
        setProblem(null);
        change({ language });
        return toast({ text: text('settings.saved') });
      case 'ProfileChangedMeanwhile':
        return setProblem(text('settings.changedMeanwhile', { name: result.current.displayName }));
      case 'InputRefused':
        return setProblem(result.problems.map(({ message }) => message).join(' '));
      case undefined:
        return setProblem(text('page.unreachable'));
    }
  }
  const onForm = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <Panel title={text('settings.profile')} description={profile.email}>
      <form onSubmit={onForm}>
        <Stack>
          {problem === null ? null : (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          <TextField
            label={text('settings.name')}
            required
            maxLength={100}
            autoComplete="name"
            value={name}
            onChange={setName}
          />
          <Select
            label={text('settings.language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: text(`settings.language.${value}`) }))}
            onChange={setLanguage}
          />
          <SearchSelect
            label={text('settings.zone')}
            value={timeZone}
            options={zones(timeZone).map((value) => ({ value, label: value }))}
            onChange={(zone) => zone !== null && setTimeZone(zone)}
          />
          <div>
            <Button look="primary" type="submit" busy={fetching} disabled={name.trim() === ''}>
              {text('settings.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
