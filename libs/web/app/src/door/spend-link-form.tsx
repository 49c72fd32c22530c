import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, Stack, TextField } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { Problems } from '../page/problems.js';
import { useText } from '../text.js';
import type { LinkDocuments, SpendAnswer } from './operations.js';

type Outcome =
  | { readonly kind: 'set'; readonly signedIn: boolean }
  | { readonly kind: 'link-not-good' }
  | { readonly kind: 'refused'; readonly messages: readonly string[] }
  | { readonly kind: 'too-many'; readonly minutes: number };

const outcome = (answer: SpendAnswer): Outcome =>
  outcomeOf<SpendAnswer, Outcome>(answer, {
    PasswordSet: ({ signedIn }) => ({ kind: 'set', signedIn }),
    LinkNotGood: () => ({ kind: 'link-not-good' }),
    InputRefused: ({ problems }) => ({ kind: 'refused', messages: problems.map(({ message }) => message) }),
    TooManyAttempts: ({ retryAfterSeconds }) => ({ kind: 'too-many', minutes: Math.ceil(retryAfterSeconds / 60) }),
  });

interface SpendLinkFormProps {
  readonly documents: LinkDocuments;
  readonly token: string;
  readonly email: string;
  readonly onSet: (signedIn: boolean) => void;
  readonly onLinkNotGood: () => void;
}

/** Chooses a password by a one-time link. */
export function SpendLinkForm({ documents, token, email, onSet, onLinkNotGood }: SpendLinkFormProps) {
  const text = useText();
  const [password, setPassword] = useState('');
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, spend] = useMutation(documents.SpendLinkDocument);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { data } = await spend({ input: { token, password } });
    if (data === undefined) return setMessages([text('page.failed')]);
    const result = outcome(data.spendLink);
    if (result.kind === 'set') onSet(result.signedIn);
    else if (result.kind === 'link-not-good') onLinkNotGood();
    else
      setMessages(
        result.kind === 'refused' ? result.messages : [text('password.tooMany', { minutes: result.minutes })],
      );
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Problems messages={messages} />
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={text('password.new')}
          description={text('password.rule')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Button look="primary" type="submit" full busy={fetching}>
          {text('password.set')}
        </Button>
      </Stack>
    </form>
  );
}
