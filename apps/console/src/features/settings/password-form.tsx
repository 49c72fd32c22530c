import { useMutation } from '@daylight/web-data';
import { Button, Notice, Panel, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { ChangePasswordDocument } from './generated/settings.js';

const LEAST = 10;

/** Another password. All other sessions end. */
export function PasswordForm({ email }: { readonly email: string }) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(ChangePasswordDocument);
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    const result = (await send({ input: { currentPassword: current, newPassword: wanted } })).data?.changePassword;
    switch (result?.__typename) {
      case 'PasswordChanged':
        setProblem(null);
        setCurrent('');
        setWanted('');
        return toast({ text: text('settings.passwordChanged') });
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
    void save();
  };
  return (
    <Panel title={text('settings.password')} description={text('settings.passwordHelp')}>
      <form onSubmit={onForm}>
        <Stack>
          {problem === null ? null : (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            label={text('settings.currentPassword')}
            type="password"
            name="current"
            autoComplete="current-password"
            required
            value={current}
            onChange={setCurrent}
          />
          <TextField
            label={text('password.new')}
            description={text('password.rule', { least: LEAST })}
            type="password"
            name="new"
            autoComplete="new-password"
            required
            value={wanted}
            onChange={setWanted}
          />
          <div>
            <Button type="submit" busy={fetching} disabled={current === '' || wanted.length < LEAST}>
              {text('settings.changePassword')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
