import { useQuery } from '@daylight/web-data';
import { SearchSelect, Select, Stack } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { StaffChoicesDocument, type TicketLineFragment } from '../../tickets/generated/tickets.js';

type Person = NonNullable<TicketLineFragment['assignee']>;
type Team = NonNullable<TicketLineFragment['team']>;

export interface AssignDialogProps {
  readonly title: string;
  /** Only staff who may see this client; null for tickets of several. */
  readonly tenantId: string | null;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly onAssign: (assignee: Person | null, team: Team | null) => Promise<ReactNode>;
  readonly onClose: () => void;
}

const NONE = '-';

/** Who works on it: a person, a team, both, or nobody. */
export function AssignDialog({ title, tenantId, assigneeId, teamId, onAssign, onClose }: AssignDialogProps) {
  const text = useText();
  const [{ data }] = useQuery({ query: StaffChoicesDocument, variables: { tenantId } });
  const [person, setPerson] = useState(assigneeId);
  const [team, setTeam] = useState(teamId ?? NONE);
  const staff = data?.staffDirectory ?? [];
  const teams = (data?.teams ?? []).filter(({ archived }) => !archived);
  // A team that is chosen brings its members to the top: they are who it is for.
  const ordered = [...staff].sort((a, b) => Number(b.teamIds.includes(team)) - Number(a.teamIds.includes(team)));
  function submit(): Promise<ReactNode> {
    const chosen = staff.find(({ id }) => id === person);
    const chosenTeam = teams.find(({ id }) => id === team);
    return onAssign(
      chosen === undefined
        ? null
        : { __typename: 'PersonName', id: chosen.id, displayName: chosen.displayName, side: 'PROVIDER' },
      chosenTeam === undefined ? null : { __typename: 'TicketTeam', id: chosenTeam.id, name: chosenTeam.name },
    );
  }
  return (
    <FormDialog
      title={title}
      submitLabel={text('ticket.assign.submit')}
      ready={data !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <SearchSelect
          label={text('ticket.assignee')}
          value={person}
          clearable
          placeholder={text('ticket.assign.nobody')}
          options={ordered.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={setPerson}
        />
        <Select
          label={text('ticket.team')}
          value={team}
          options={[
            { value: NONE, label: text('ticket.assign.noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setTeam}
        />
      </Stack>
    </FormDialog>
  );
}
