import { useMutation } from '@daylight/web-data';
import { Stack, Text, useLanguage, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { AccessFields } from './access-fields.js';
import {
  InviteStaffDocument,
  SetStaffAccessDocument,
  type StaffAccessInput,
  type StaffLineFragment,
} from './generated/people.js';
import { PersonFields, type PersonInput } from './person-fields.js';
import { useRefusal } from './use-refusal.js';

export interface Shared {
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const PLAIN: StaffAccessInput = { role: 'AGENT', restricted: false, seesConfidential: false, tenantIds: [] };

export const usePerson = () => {
  const [language, timeZone] = [useLanguage(), useZone()];
  return useState<PersonInput>({ email: '', displayName: '', language, timeZone });
};

export const complete = ({ email, displayName }: PersonInput): boolean =>
  email.includes('@') && displayName.trim() !== '';

export function InviteStaff({ onClose, onChanged }: Shared) {
  const text = useText();
  const refusal = useRefusal();
  const [person, setPerson] = usePerson();
  const [access, setAccess] = useState(PLAIN);
  const [, send] = useMutation(InviteStaffDocument);
  async function submit() {
    const problem = refusal((await send({ input: { ...person, access } })).data?.inviteStaff);
    if (problem === null) onChanged();
    return problem;
  }
  return (
    <FormDialog
      title={text('people.inviteStaff')}
      submitLabel={text('people.invite')}
      ready={complete(person) && (!access.restricted || access.tenantIds.length > 0)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <PersonFields value={person} onChange={setPerson} />
        <AccessFields value={access} onChange={setAccess} />
        <Text look="small">{text('people.inviteHelp')}</Text>
      </Stack>
    </FormDialog>
  );
}

export function Access({ member, onClose, onChanged }: Shared & { readonly member: StaffLineFragment }) {
  const text = useText();
  const refusal = useRefusal();
  const [access, setAccess] = useState<StaffAccessInput>({
    role: member.role,
    restricted: member.restricted,
    seesConfidential: member.seesConfidential,
    tenantIds: member.tenants.map(({ id }) => id),
  });
  const [, send] = useMutation(SetStaffAccessDocument);
  async function submit() {
    const problem = refusal(
      (await send({ input: { personId: member.id, access, version: member.version } })).data?.setStaffAccess,
    );
    onChanged();
    return problem;
  }
  return (
    <FormDialog
      title={text('people.accessOf', { name: member.displayName })}
      submitLabel={text('profile.save')}
      ready={!access.restricted || access.tenantIds.length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <AccessFields value={access} onChange={setAccess} />
    </FormDialog>
  );
}
