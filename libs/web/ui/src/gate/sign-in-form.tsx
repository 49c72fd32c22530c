import { useState, type FormEvent } from 'react';
import { Notice } from '../feedback/notice.js';
import { Button } from '../forms/button.js';
import { TextField } from '../forms/text-field.js';
import { Stack } from '../layout/stack.js';
import { useUiText } from '../text/ui-text.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly providerId?: string;
}

/** Why nobody is signed in after all. */
export type SignInProblem =
  | { readonly kind: 'WRONG_CREDENTIALS' | 'NO_TENANT' | 'UNREACHABLE' }
  | { readonly kind: 'TOO_MANY'; readonly retryAfterSeconds: number }
  | { readonly kind: 'CHOOSE_PROVIDER'; readonly providers: readonly { readonly id: string; readonly name: string }[] };

export interface SignInFormProps {
  /** Null: signed in; the app goes on by itself. */
  readonly onSignIn: (input: SignInInput) => Promise<SignInProblem | null>;
  /** The session has ended while somebody was at work: says so, and that nothing is lost. */
  readonly again?: boolean;
}

/** E-mail and password; says why it was refused without telling whether an account exists. */
export function SignInForm({ onSignIn, again = false }: SignInFormProps) {
  const text = useUiText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);

  async function signIn(providerId?: string): Promise<void> {
    setBusy(true);
    const result = await onSignIn({
      email: email.trim(),
      password,
      ...(providerId === undefined ? {} : { providerId }),
    });
    setProblem(result);
    setBusy(false);
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (!busy) void signIn();
  }

  return (
    <form onSubmit={onSubmit} noValidate={false}>
      <Stack>
        {again && problem === null ? <Notice live>{text('ui.signIn.again')}</Notice> : null}
        {problem === null || problem.kind === 'CHOOSE_PROVIDER' ? null : <Problem problem={problem} />}
        <TextField
          label={text('ui.signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          required
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={text('ui.signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        {problem?.kind === 'CHOOSE_PROVIDER' ? (
          <Notice live title={text('ui.signIn.choose')}>
            <Stack gap="xs">
              {problem.providers.map((provider) => (
                <Button key={provider.id} full busy={busy} onClick={() => void signIn(provider.id)}>
                  {provider.name}
                </Button>
              ))}
            </Stack>
          </Notice>
        ) : (
          <Button look="primary" type="submit" full busy={busy}>
            {text('ui.signIn.submit')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

function Problem({ problem }: { readonly problem: Exclude<SignInProblem, { readonly kind: 'CHOOSE_PROVIDER' }> }) {
  const text = useUiText();
  const values = problem.kind === 'TOO_MANY' ? { minutes: Math.ceil(problem.retryAfterSeconds / 60) } : {};
  return (
    <Notice tone={problem.kind === 'UNREACHABLE' ? 'warn' : 'danger'} live>
      {text(`ui.signIn.problem.${problem.kind}`, values)}
    </Notice>
  );
}
