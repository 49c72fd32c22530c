import { useMutation } from '@daylight/web-data';
import { IconButton, Menu, useToast, type MenuEntry } from '@daylight/web-ui';
import { IconDots } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { ResendInvitationDocument, SetPersonActiveDocument } from './generated/people.js';
import { useRefusal } from './use-refusal.js';

interface PersonActionsProps {
  readonly person: {
    readonly id: string;
    readonly displayName: string;
    readonly status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
  };
  readonly onAccess: () => void;
  readonly onChanged: () => void;
}

/** What an administrator can do with an account. Deactivating is undone by activating: no question before. */
export function PersonActions({ person, onAccess, onChanged }: PersonActionsProps) {
  const text = useText();
  const toast = useToast();
  const refusal = useRefusal();
  const [, resend] = useMutation(ResendInvitationDocument);
  const [, setActive] = useMutation(SetPersonActiveDocument);
  async function again(): Promise<void> {
    const problem = refusal((await resend({ input: { personId: person.id } })).data?.resendInvitation);
    toast(
      problem === null
        ? { text: text('people.resent', { name: person.displayName }) }
        : { tone: 'error', text: problem },
    );
  }
  async function activate(active: boolean): Promise<void> {
    const problem = refusal((await setActive({ input: { personId: person.id, active } })).data?.setPersonActive);
    onChanged();
    if (problem !== null) return toast({ tone: 'error', text: problem });
    toast({
      text: text(active ? 'people.activated' : 'people.deactivated', { name: person.displayName }),
      undo: () => void activate(!active),
    });
  }
  const gone = person.status === 'DEACTIVATED';
  const groups: readonly (readonly MenuEntry[])[] = [
    [
      { id: 'access', label: text('people.access'), onSelect: onAccess },
      ...(person.status === 'INVITED'
        ? [{ id: 'resend', label: text('people.resend'), onSelect: () => void again() }]
        : []),
    ],
    [
      {
        id: 'active',
        label: text(gone ? 'people.activate' : 'people.deactivate'),
        danger: !gone,
        onSelect: () => void activate(gone),
      },
    ],
  ];
  return (
    <Menu
      trigger={
        <IconButton label={text('people.actionsFor', { name: person.displayName })} icon={<IconDots size={18} />} />
      }
      groups={groups}
    />
  );
}
