import { Problems, usePreferences } from '@daylight/web-app';
import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, Checkbox, Facts, Notice, Panel, Segments, Select, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { UpdateProfileDocument, type ProfileFragment, type UpdateProfileMutation } from './generated/settings.js';
import { zoneChoices } from './zones.js';

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'stale'; readonly current: ProfileFragment }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

const read = (result: UpdateProfileMutation['updateProfile']): Outcome =>
  outcomeOf<typeof result, Outcome>(result, {
    ProfileUpdated: () => ({ kind: 'saved' }),
    ProfileChangedMeanwhile: ({ current }) => ({ kind: 'stale', current }),
    InputRefused: ({ problems }) => ({ kind: 'refused', messages: problems.map(({ message }) => message) }),
  });

/** Name, language and zone of the reader; mails and files use them too. */
export function ProfilePanel({ profile }: { readonly profile: ProfileFragment }) {
  const text = useText();
  const toast = useToast();
  const { change } = usePreferences();
  const [form, setForm] = useState(profile);
  const [stale, setStale] = useState<ProfileFragment | null>(null);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, update] = useMutation(UpdateProfileDocument);
  const set = (part: Partial<ProfileFragment>): void => setForm({ ...form, ...part });
  async function save(version: number): Promise<void> {
    const { displayName, language, timeZone } = form;
    const { data } = await update({ input: { displayName: displayName.trim(), language, timeZone, version } });
    const outcome: Outcome =
      data === undefined ? { kind: 'refused', messages: [text('page.failed')] } : read(data.updateProfile);
    setStale(outcome.kind === 'stale' ? outcome.current : null);
    setMessages(outcome.kind === 'refused' ? outcome.messages : []);
    if (outcome.kind !== 'saved') return;
    change({ language });
    toast({ text: text('page.saved') });
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save(profile.version);
  };
  return (
    <Panel title={text('settings.profile')}>
      <form onSubmit={onSubmit}>
        <Stack>
          <Problems messages={messages} />
          {stale === null ? null : (
            <Notice
              tone="warn"
              live
              title={text('conflict.title')}
              action={
                <Button size="small" onClick={() => void save(stale.version)}>
                  {text('settings.overwrite')}
                </Button>
              }
            >
              <Facts
                items={[
                  { term: text('person.name'), value: stale.displayName },
                  { term: text('settings.language'), value: text(`language.${stale.language}`) },
                  { term: text('settings.zone'), value: stale.timeZone },
                ]}
              />
            </Notice>
          )}
          <TextField
            label={text('person.name')}
            name="name"
            autoComplete="name"
            required
            value={form.displayName}
            onChange={(displayName) => set({ displayName })}
          />
          <TextField
            label={text('person.email')}
            name="email"
            disabled
            value={profile.email}
            onChange={() => undefined}
          />
          <Segments
            label={text('settings.language')}
            value={form.language}
            options={[
              { value: 'ko', label: text('language.ko') },
              { value: 'en', label: text('language.en') },
            ]}
            onChange={(language) => set({ language })}
          />
          <Select
            label={text('settings.zone')}
            description={text('settings.zone.hint')}
            value={form.timeZone}
            options={zoneChoices(form.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            onChange={(timeZone) => set({ timeZone })}
          />
          <div>
            <Button type="submit" look="primary" busy={fetching}>
              {text('page.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}

/** What this browser alone remembers. */
export function BrowserPanel() {
  const text = useText();
  const { shortcuts, change } = usePreferences();
  return (
    <Panel title={text('settings.browser')}>
      <Checkbox
        label={text('settings.shortcuts')}
        description={text('settings.shortcuts.hint')}
        checked={shortcuts}
        onChange={(on) => change({ shortcuts: on })}
      />
    </Panel>
  );
}
