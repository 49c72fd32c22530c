import { useMutation } from '@daylight/web-data';
import { Button, Notice, Stack, TextField } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { SpendLinkDocument } from './generated/welcome.js';

interface SetPasswordFormProps {
  readonly token: string;
  readonly email: string;
  /** `signedIn`: the session stands; else the door is next. */
  readonly onSet: (signedIn: boolean) => void;
  readonly onNotGood: () => void;
}

const LEAST = 10;

/** The first password, or another one, by a link that works once. */
export function SetPasswordForm({ token, email, onSet, onNotGood }: SetPasswordFormProps) {
  const text = useText();
  const [{ fetching }, spend] = useMutation(SpendLinkDocument);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function send(): Promise<void> {
    const result = (await spend({ input: { token, password } })).data?.spendLink;
    switch (result?.__typename) {
      case 'PasswordSet':
        return onSet(result.signedIn);
      case 'LinkNotGood':
        return onNotGood();
      case 'InputRefused':
        return setProblem(result.problems.map(({ message }) => message).join(' '));
      case 'TooManyAttempts':
        return setProblem(text('settings.tooMany', { minutes: Math.ceil(result.retryAfterSeconds / 60) }));
      case undefined:
        return setProblem(text('page.unreachable'));
    }
  }
  const onForm = (event: FormEvent): void => {
    event.preventDefault();
    if (password.length >= LEAST) void send();
  };
  return (
    <form onSubmit={onForm}>
      <Stack>
        {problem === null ? null : (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={text('password.new')}
          description={text('password.rule', { least: LEAST })}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Button look="primary" type="submit" full busy={fetching} disabled={password.length < LEAST}>
          {text('welcome.submit')}
        </Button>
      </Stack>
    </form>
  );
}
