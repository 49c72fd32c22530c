import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, Facts, Notice, SearchSelect, Segments, TextField, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { usePreferences } from '../frame/preferences.js';
import { useText } from '../text.js';
import { AccountForm } from './account-form.js';
import type { Profile, ProfileAnswer, ProfileDocuments } from './operations.js';
import { zoneChoices } from './zones.js';

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'stale'; readonly current: Profile }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const read = (answer: ProfileAnswer): Outcome =>
  outcomeOf<ProfileAnswer, Outcome>(answer, {
    ProfileUpdated: () => ({ kind: 'saved' }),
    ProfileChangedMeanwhile: ({ current }) => ({ kind: 'stale', current }),
    InputRefused: ({ problems }) => ({ kind: 'refused', problems: problems.map(({ message }) => message) }),
  });

interface ProfilePanelProps {
  readonly profile: Profile;
  readonly documents: ProfileDocuments;
}

/** Name, language and zone of the reader; mails and files use them too. */
export function ProfilePanel({ profile, documents }: ProfilePanelProps) {
  const text = useText();
  const toast = useToast();
  const { change } = usePreferences();
  const [form, setForm] = useState(profile);
  const [stale, setStale] = useState<Profile | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [{ fetching }, update] = useMutation(documents.UpdateProfileDocument);
  const set = (part: Partial<Profile>): void => setForm({ ...form, ...part });
  async function save(version: number): Promise<void> {
    const { displayName, language, timeZone } = form;
    const { data } = await update({ input: { displayName: displayName.trim(), language, timeZone, version } });
    const outcome: Outcome =
      data === undefined ? { kind: 'refused', problems: [text('page.failed')] } : read(data.updateProfile);
    setStale(outcome.kind === 'stale' ? outcome.current : null);
    setProblems(outcome.kind === 'refused' ? outcome.problems : []);
    if (outcome.kind !== 'saved') return;
    change({ language });
    toast({ text: text('profile.saved') });
  }
  return (
    <AccountForm
      title={text('profile.title')}
      problems={problems}
      submitLabel={text('profile.save')}
      busy={fetching}
      onSubmit={() => void save(profile.version)}
    >
      {stale === null ? null : <Stale current={stale} onOverwrite={() => void save(stale.version)} />}
      <TextField
        label={text('profile.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        value={form.displayName}
        onChange={(displayName) => set({ displayName })}
      />
      <TextField label={text('profile.email')} name="email" disabled value={profile.email} onChange={() => undefined} />
      <Segments
        label={text('profile.language')}
        value={form.language}
        options={[
          { value: 'ko', label: text('profile.language.ko') },
          { value: 'en', label: text('profile.language.en') },
        ]}
        onChange={(language) => set({ language })}
      />
      <SearchSelect
        label={text('profile.zone')}
        description={text('profile.zone.hint')}
        value={form.timeZone}
        options={zoneChoices(form.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onChange={(timeZone) => timeZone !== null && set({ timeZone })}
      />
    </AccountForm>
  );
}

/** It was changed elsewhere since it was read: what it is now, and the way to write over it. */
function Stale({ current, onOverwrite }: { readonly current: Profile; readonly onOverwrite: () => void }) {
  const text = useText();
  return (
    <Notice
      tone="warn"
      live
      title={text('profile.stale')}
      action={
        <Button size="small" onClick={onOverwrite}>
          {text('profile.overwrite')}
        </Button>
      }
    >
      <Facts
        items={[
          { term: text('profile.name'), value: current.displayName },
          { term: text('profile.language'), value: text(`profile.language.${current.language}`) },
          { term: text('profile.zone'), value: current.timeZone },
        ]}
      />
    </Notice>
  );
}
