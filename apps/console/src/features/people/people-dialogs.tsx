import { useMutation, useQuery } from '@daylight/web-data';
import { Checkbox, SearchSelect, Select, Stack, Text, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { TenantChoicesDocument } from '../tickets/generated/tickets.js';
import {
  InviteClientUserDocument,
  RemoveMembershipDocument,
  SetMembershipDocument,
  type ClientUserLineFragment,
  type StaffLineFragment,
  type TeamLineFragment,
} from './generated/people.js';
import { PersonFields } from './person-fields.js';
import { TeamDialog } from './team-dialog.js';
import { useRefusal } from './use-refusal.js';
import { InviteStaff, Access, type Shared, usePerson, complete } from './staff-dialogs.js';

export type PeopleQuestion =
  | { readonly kind: 'invite-staff' | 'invite-client' | 'team' }
  | { readonly kind: 'access'; readonly member: StaffLineFragment }
  | { readonly kind: 'membership'; readonly user: ClientUserLineFragment }
  | { readonly kind: 'edit-team'; readonly team: TeamLineFragment };

interface PeopleDialogsProps {
  readonly question: PeopleQuestion;
  /** Closes; `changed`: the list is to be asked again. */
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export const CLIENT_ROLES = ['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR'] as const;

/** The dialog for a question about people; fetched when the first is asked. */
export default function PeopleDialogs({ question, ...shared }: PeopleDialogsProps) {
  switch (question.kind) {
    case 'invite-staff':
      return <InviteStaff {...shared} />;
    case 'invite-client':
      return <InviteClient {...shared} />;
    case 'access':
      return <Access member={question.member} {...shared} />;
    case 'membership':
      return <Membership user={question.user} {...shared} />;
    case 'team':
      return <TeamDialog team={null} {...shared} />;
    case 'edit-team':
      return <TeamDialog team={question.team} {...shared} />;
  }
}

type ClientRole = (typeof CLIENT_ROLES)[number];

interface RoleFieldsProps {
  readonly role: ClientRole;
  readonly limit: string;
  readonly onRole: (role: ClientRole) => void;
  readonly onLimit: (limit: string) => void;
}

function RoleFields({ role, limit, onRole, onLimit }: RoleFieldsProps) {
  const text = useText();
  return (
    <>
      <Select
        label={text('people.role')}
        description={text(`people.clientRoleHelp.${role}`)}
        value={role}
        options={CLIENT_ROLES.map((one) => ({ value: one, label: text(`people.clientRole.${one}`) }))}
        onChange={onRole}
      />
      {role === 'APPROVER' ? (
        <TextField
          label={text('people.limit')}
          description={text('people.limitHelp')}
          type="number"
          min={0}
          inputMode="numeric"
          value={limit}
          onChange={onLimit}
        />
      ) : null}
    </>
  );
}

const minor = (role: ClientRole, limit: string): number | null =>
  role !== 'APPROVER' || limit.trim() === '' ? null : Number(limit);

function InviteClient({ onClose, onChanged }: Shared) {
  const text = useText();
  const refusal = useRefusal();
  const [person, setPerson] = usePerson();
  const [tenant, setTenant] = useState<string | null>(null);
  const [role, setRole] = useState<ClientRole>('REQUESTER');
  const [limit, setLimit] = useState('');
  const [{ data }] = useQuery({ query: TenantChoicesDocument, variables: { search: null } });
  const [, send] = useMutation(InviteClientUserDocument);
  async function submit() {
    if (tenant === null) return null;
    const problem = refusal(
      (await send({ input: { ...person, tenantId: tenant, roles: [role], approvalLimitMinor: minor(role, limit) } }))
        .data?.inviteClientUser,
    );
    if (problem === null) onChanged();
    return problem;
  }
  return (
    <FormDialog
      title={text('people.inviteClient')}
      submitLabel={text('people.invite')}
      ready={complete(person) && tenant !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <SearchSelect
          label={text('queue.client')}
          required
          value={tenant}
          options={(data?.tenants.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
          onChange={setTenant}
        />
        <PersonFields value={person} onChange={setPerson} />
        <RoleFields role={role} limit={limit} onRole={setRole} onLimit={setLimit} />
        <Text look="small">{text('people.inviteHelp')}</Text>
      </Stack>
    </FormDialog>
  );
}

const NO_ROLE = 'NONE';

/** The role at one of a person's clients, or none any more. */
function Membership({ user, onClose, onChanged }: Shared & { readonly user: ClientUserLineFragment }) {
  const text = useText();
  const refusal = useRefusal();
  const [tenantId, setTenantId] = useState(user.memberships[0]?.tenant.id ?? '');
  const membership = user.memberships.find(({ tenant }) => tenant.id === tenantId);
  const held = CLIENT_ROLES.findLast((one) => membership?.roles.includes(one)) ?? 'REQUESTER';
  const [chosen, setChosen] = useState<{
    readonly tenantId: string;
    readonly role: ClientRole | typeof NO_ROLE;
    readonly limit: string;
  } | null>(null);
  const now =
    chosen?.tenantId === tenantId
      ? chosen
      : { tenantId, role: held, limit: membership?.approvalLimitMinor?.toString() ?? '' };
  const [, set] = useMutation(SetMembershipDocument);
  const [, remove] = useMutation(RemoveMembershipDocument);
  async function submit() {
    const { role } = now;
    const result =
      role === NO_ROLE
        ? (await remove({ input: { personId: user.id, tenantId } })).data?.removeMembership
        : (
            await set({
              input: { personId: user.id, tenantId, roles: [role], approvalLimitMinor: minor(role, now.limit) },
            })
          ).data?.setMembership;
    onChanged();
    return refusal(result);
  }
  const leaves = now.role === NO_ROLE;
  return (
    <FormDialog
      title={text('people.accessOf', { name: user.displayName })}
      submitLabel={text(leaves ? 'people.removeMembership' : 'profile.save')}
      danger={leaves}
      ready={tenantId !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Select
          label={text('queue.client')}
          value={tenantId}
          options={user.memberships.map(({ tenant }) => ({ value: tenant.id, label: tenant.name }))}
          onChange={setTenantId}
        />
        <Checkbox
          label={text('people.leaves')}
          description={text('people.leavesHelp')}
          checked={leaves}
          onChange={(on) => setChosen({ ...now, role: on ? NO_ROLE : held })}
        />
        {now.role === NO_ROLE ? null : (
          <RoleFields
            role={now.role}
            limit={now.limit}
            onRole={(role) => setChosen({ ...now, role })}
            onLimit={(limit) => setChosen({ ...now, limit })}
          />
        )}
      </Stack>
    </FormDialog>
  );
}
