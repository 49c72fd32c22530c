import { AskFirst, hasPages, Pager, QueryView, useAddress, useMay } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { Badge, Button, DataTable, EmptyState, Menu, Panel, Text, useToast, type Column } from '@daylight/web-ui';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  ColleaguesPanelDocument,
  RemoveColleagueDocument,
  ResendColleagueInvitationDocument,
  SetColleagueRolesDocument,
  type ClientRole,
  type ColleagueLineFragment,
} from './generated/settings.js';
import { problemsOf } from './outcome.js';
import { leadingRole, ROLES } from './roles.js';

const InviteDialog = lazy(() => import('./invite-dialog.js'));

/** People of the company: who they are, what they may do. */
export function ColleaguesPanel() {
  const text = useText();
  const toast = useToast();
  const may = useMay();
  const address = useAddress();
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<ColleagueLineFragment | null>(null);
  const [result, ask] = useQuery({
    query: ColleaguesPanelDocument,
    variables: { first: 50, after: address.get('after'), search: null },
  });
  const [, setRoles] = useMutation(SetColleagueRolesDocument);
  const [, resend] = useMutation(ResendColleagueInvitationDocument);
  const [, remove] = useMutation(RemoveColleagueDocument);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const words = { failed: text('page.failed'), gone: text('page.gone') };

  function tell(problems: readonly string[], done: string): void {
    if (problems.length > 0) toast({ tone: 'error', text: problems.join(' ') });
    else toast({ text: done });
    refresh();
  }
  const giveRole = async ({ id, approvalLimitMinor }: ColleagueLineFragment, role: ClientRole): Promise<void> =>
    tell(
      problemsOf(
        (await setRoles({ input: { personId: id, roles: [role], approvalLimitMinor } })).data?.setColleagueRoles,
        words,
      ),
      text('page.saved'),
    );
  const sendAgain = async ({ id, email }: ColleagueLineFragment): Promise<void> =>
    tell(
      problemsOf((await resend({ input: { personId: id } })).data?.resendColleagueInvitation, words),
      text('people.invited', { email }),
    );
  const takeOut = async ({ id, displayName }: ColleagueLineFragment): Promise<void> =>
    tell(
      problemsOf((await remove({ input: { personId: id } })).data?.removeColleague, words),
      text('people.removed', { name: displayName }),
    );

  const columns: readonly Column<ColleagueLineFragment>[] = [
    {
      id: 'name',
      header: text('person.name'),
      cell: ({ displayName, self }) => (
        <>
          {displayName} {self ? <Text look="small">{text('people.self')}</Text> : null}
        </>
      ),
      primary: true,
    },
    { id: 'email', header: text('person.email'), width: '16rem', cell: ({ email }) => email },
    {
      id: 'role',
      header: text('people.role'),
      width: '13rem',
      cell: ({ roles }) => text(`role.${leadingRole(roles)}`),
    },
    {
      id: 'status',
      header: text('ticket.status'),
      width: '7rem',
      cell: ({ status }) => (
        <Badge tone={status === 'ACTIVE' ? 'ok' : 'neutral'}>{text(`people.status.${status}`)}</Badge>
      ),
    },
    {
      id: 'more',
      header: text('act.more'),
      width: '6rem',
      cell: (person) => (
        <More
          person={person}
          mayInvite={may('people:invite')}
          mayManage={may('people:manage')}
          onRole={(role) => void giveRole(person, role)}
          onResend={() => void sendAgain(person)}
          onRemove={() => setLeaving(person)}
        />
      ),
    },
  ];
  return (
    <Panel
      title={text('people.title')}
      description={text('people.lead')}
      look="flush"
      actions={
        may('people:invite') ? (
          <Button look="primary" size="small" onClick={() => setInviting(true)}>
            {text('people.invite')}
          </Button>
        ) : undefined
      }
    >
      <QueryView state={result} onRetry={refresh}>
        {({ colleagues }) => (
          <DataTable
            caption={text('people.title')}
            columns={columns}
            rows={colleagues.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            empty={<EmptyState title={text('people.none')} />}
            footer={
              hasPages(address, colleagues.pageInfo) ? (
                <Pager address={address} next={colleagues.pageInfo} />
              ) : undefined
            }
          />
        )}
      </QueryView>
      <Suspense>
        {inviting ? <InviteDialog onClose={() => setInviting(false)} onInvited={refresh} /> : null}
        {leaving === null ? null : (
          <AskFirst
            title={text('people.leave.title', { name: leaving.displayName })}
            body={text('people.leave.body')}
            label={text('people.leave')}
            onConfirm={() => takeOut(leaving)}
            onClose={() => setLeaving(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}

interface MoreProps {
  readonly person: ColleagueLineFragment;
  readonly mayInvite: boolean;
  readonly mayManage: boolean;
  readonly onRole: (role: ClientRole) => void;
  readonly onResend: () => void;
  readonly onRemove: () => void;
}

function More({ person, mayInvite, mayManage, onRole, onResend, onRemove }: MoreProps) {
  const text = useText();
  const manages = mayManage && !person.self;
  const roles = manages
    ? ROLES.map((role) => ({
        id: role,
        label: text(`role.${role}`),
        checked: role === leadingRole(person.roles),
        onSelect: () => onRole(role),
      }))
    : [];
  const acts = [
    ...(mayInvite && person.status === 'INVITED'
      ? [{ id: 'resend', label: text('people.resend'), onSelect: onResend }]
      : []),
    ...(manages ? [{ id: 'remove', label: text('people.leave'), danger: true, onSelect: onRemove }] : []),
  ];
  const groups = [roles, acts].filter((group) => group.length > 0);
  if (groups.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small" look="quiet" aria-label={text('people.more', { name: person.displayName })}>
          <IconDots size={18} aria-hidden />
        </Button>
      }
      groups={groups}
    />
  );
}
