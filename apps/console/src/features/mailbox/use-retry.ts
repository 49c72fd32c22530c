import { useMutation } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { RetryMailDocument, type MailLineFragment } from './generated/mailbox.js';

/** Puts a mail that was given up back into the queue. */
export function useRetry(): { readonly busy: boolean; readonly send: (mail: MailLineFragment) => Promise<void> } {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, retry] = useMutation(RetryMailDocument);
  async function send({ id, subject }: MailLineFragment): Promise<void> {
    const result = (await retry({ input: { id } })).data?.retryMail;
    switch (result?.__typename) {
      case 'MailRetried':
        return toast({ text: text('mailbox.retried', { subject }) });
      case 'MailNotDead':
        return toast({ text: text('mailbox.notDead') });
      case 'NotFound':
        return toast({ tone: 'error', text: text('page.gone') });
      case undefined:
        return toast({ tone: 'error', text: text('page.unreachable') });
    }
  }
  return { busy: fetching, send };
}
