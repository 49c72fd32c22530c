import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, Link, Notice, Stack, TextField } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { Problems } from '../page/problems.js';
import { useText } from '../text.js';
import { Entrance } from './entrance.js';
import type { ForgotDocuments, ResetAnswer } from './operations.js';

const minutesToWait = (answer: ResetAnswer): number =>
  outcomeOf<ResetAnswer, number>(answer, {
    PasswordResetRequested: () => 0,
    TooManyAttempts: ({ retryAfterSeconds }) => Math.ceil(retryAfterSeconds / 60),
  });

/** Asks for a link to choose a new password. The answer doesn't tell whether the address is known. */
export function ForgotPage({ documents }: { readonly documents: ForgotDocuments }) {
  const text = useText();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, request] = useMutation(documents.RequestPasswordResetDocument);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { data } = await request({ input: { email: email.trim() } });
    const minutes = data === undefined ? null : minutesToWait(data.requestPasswordReset);
    setSent(minutes === 0);
    setMessages(minutes === null ? [text('page.failed')] : minutes > 0 ? [text('password.tooMany', { minutes })] : []);
  }
  return (
    <Entrance
      title={text('forgot.title')}
      lead={text('forgot.lead')}
      foot={<Link href="/">{text('forgot.back')}</Link>}
    >
      {sent ? (
        <Notice tone="ok" live title={text('forgot.sent')}>
          {text('forgot.sent.body', { email: email.trim() })}
        </Notice>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <Problems messages={messages} />
            <TextField
              label={text('forgot.email')}
              name="email"
              type="email"
              autoComplete="username"
              inputMode="email"
              required
              value={email}
              onChange={setEmail}
            />
            <Button look="primary" type="submit" full busy={fetching}>
              {text('forgot.send')}
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
}
