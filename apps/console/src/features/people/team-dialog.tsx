import { useMutation, useQuery } from '@daylight/web-data';
import { Checkbox, Stack, Text, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import {
  CreateTeamDocument,
  EditTeamDocument,
  SetTeamMembersDocument,
  TeamsPageDocument,
  type TeamLineFragment,
} from './generated/people.js';
import { useRefusal } from './use-refusal.js';

interface TeamDialogProps {
  /** Null: a new one. */
  readonly team: TeamLineFragment | null;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** A team's name and members. */
export function TeamDialog({ team, onClose, onChanged }: TeamDialogProps) {
  const text = useText();
  const refusal = useRefusal();
  const [name, setName] = useState(team?.name ?? '');
  const [archived, setArchived] = useState(team?.archived ?? false);
  const [members, setMembers] = useState<ReadonlySet<string>>(new Set(team?.members.map(({ id }) => id) ?? []));
  const [{ data }] = useQuery({ query: TeamsPageDocument });
  const [, create] = useMutation(CreateTeamDocument);
  const [, edit] = useMutation(EditTeamDocument);
  const [, setTeamMembers] = useMutation(SetTeamMembersDocument);
  async function submit() {
    const saved =
      team === null
        ? (await create({ input: { name: name.trim() } })).data?.createTeam
        : (await edit({ input: { teamId: team.id, name: name.trim(), archived } })).data?.editTeam;
    const problem = refusal(saved);
    if (saved?.__typename !== 'TeamSaved') return problem;
    const answer = refusal(
      (await setTeamMembers({ input: { teamId: saved.team.id, personIds: [...members] } })).data?.setTeamMembers,
    );
    onChanged();
    return answer;
  }
  const toggle = (id: string, on: boolean): void =>
    setMembers(new Set(on ? [...members, id] : [...members].filter((one) => one !== id)));
  return (
    <FormDialog
      title={text(team === null ? 'people.newTeam' : 'people.editTeam')}
      submitLabel={text('profile.save')}
      ready={name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <TextField label={text('people.teamName')} required value={name} onChange={setName} />
        <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
          <legend>
            <Text look="strong">{text('people.members')}</Text>
          </legend>
          {(data?.staffDirectory ?? []).map(({ id, displayName }) => (
            <Checkbox key={id} label={displayName} checked={members.has(id)} onChange={(on) => toggle(id, on)} />
          ))}
        </fieldset>
        {team === null ? null : (
          <Checkbox
            label={text('people.archived')}
            description={text('people.archivedHelp')}
            checked={archived}
            onChange={setArchived}
          />
        )}
      </Stack>
    </FormDialog>
  );
}
