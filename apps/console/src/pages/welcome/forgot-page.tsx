import { AppLinks, Switches } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, GatePage, Link, Notice, SignInScene, Stack, TextField } from '@daylight/web-ui';
import { useEffect, useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { RequestPasswordResetDocument } from '../../features/welcome/generated/welcome.js';

/** Asks for a link to a new password. The answer never tells whether the address is known. */
export function ForgotPage() {
  const text = useText();
  const title = text('forgot.title');
  const [{ fetching }, request] = useMutation(RequestPasswordResetDocument);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  async function send(): Promise<void> {
    const result = (await request({ input: { email: email.trim() } })).data?.requestPasswordReset;
    if (result?.__typename === 'PasswordResetRequested') setSent(true);
    setProblem(
      result === undefined
        ? text('page.unreachable')
        : result.__typename === 'TooManyAttempts'
          ? text('settings.tooMany', { minutes: Math.ceil(result.retryAfterSeconds / 60) })
          : null,
    );
  }
  const onForm = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <AppLinks>
      <GatePage
        title={title}
        lead={text('forgot.lead')}
        tools={<Switches />}
        foot={text('app.signIn.foot')}
        aside={<SignInScene />}
      >
        <Stack>
          {sent ? (
            <Notice tone="ok" live title={text('forgot.sent')}>
              {text('forgot.sentBody')}
            </Notice>
          ) : null}
          {problem === null ? null : (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          {sent ? null : (
            <form onSubmit={onForm}>
              <Stack>
                <TextField
                  label={text('forgot.email')}
                  name="email"
                  type="email"
                  inputMode="email"
                  autoComplete="username"
                  required
                  value={email}
                  onChange={setEmail}
                />
                <Button look="primary" type="submit" full busy={fetching} disabled={email.trim() === ''}>
                  {text('forgot.submit')}
                </Button>
              </Stack>
            </form>
          )}
          <Link href="/">{text('forgot.back')}</Link>
        </Stack>
      </GatePage>
    </AppLinks>
  );
}
