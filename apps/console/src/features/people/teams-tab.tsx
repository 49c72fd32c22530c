import { QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, Button, DataTable, EmptyState, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { TeamsPageDocument } from './generated/people.js';
import type { PeopleQuestion } from './people-dialogs.js';

interface TeamsTabProps {
  readonly manages: boolean;
  readonly onAsk: (question: PeopleQuestion, reload: () => void) => void;
}

/** Teams that tickets are routed to. */
export function TeamsTab({ manages, onAsk }: TeamsTabProps) {
  const text = useText();
  const [state, ask] = useQuery({ query: TeamsPageDocument });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <QueryView state={state} onRetry={again}>
      {({ teams }) => (
        <DataTable
          caption={text('people.teams')}
          rows={teams}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={text('people.noTeams')}
              action={
                manages ? (
                  <Button onClick={() => onAsk({ kind: 'team' }, again)}>{text('people.newTeam')}</Button>
                ) : undefined
              }
            >
              {text('people.noTeamsBody')}
            </EmptyState>
          }
          columns={[
            {
              id: 'name',
              header: text('people.teamName'),
              primary: true,
              width: '18rem',
              cell: (team) => (
                <>
                  {team.name} {team.archived ? <Badge>{text('people.archived')}</Badge> : null}
                </>
              ),
            },
            {
              id: 'members',
              header: text('people.members'),
              cell: (team) =>
                team.members.length === 0 ? (
                  <Text look="secondary">{text('people.nobodyIn')}</Text>
                ) : (
                  team.members.map(({ displayName }) => displayName).join(', ')
                ),
            },
            {
              id: 'actions',
              header: text('people.actions'),
              width: '6rem',
              align: 'end',
              cell: (team) =>
                manages ? (
                  <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'edit-team', team }, again)}>
                    {text('ticket.change')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </QueryView>
  );
}
