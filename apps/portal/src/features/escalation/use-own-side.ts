import { outcomeOf, useMutation } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { VerifyContactDocument } from './generated/contacts.js';

/** Confirms a contact in one click. */
export function useVerify(onDone: () => void): {
  readonly busy: boolean;
  readonly verify: (id: string) => Promise<void>;
} {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(VerifyContactDocument);
  async function verify(contactId: string): Promise<void> {
    const { data } = await send({ input: { contactId } });
    if (data === undefined) return void toast({ tone: 'error', text: text('page.failed') });
    const said = outcomeOf<typeof data.verifyContact, string>(data.verifyContact, {
      ContactVerified: ({ contact }) => text('escalation.verified', { name: contact.name }),
      NotFound: () => text('page.gone'),
    });
    toast({ text: said });
    onDone();
  }
  return { busy: fetching, verify };
}
