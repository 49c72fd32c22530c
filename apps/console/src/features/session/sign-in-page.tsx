import { AppLink, Switches } from '@daylight/web-app';
import { outcomeOf, useMutation } from '@daylight/web-data';
import { GatePage, SignInForm, SignInScene, type SignInInput, type SignInProblem } from '@daylight/web-ui';
import { useEffect } from 'react';
import { useText } from '../../app/text.js';
import classes from './sign-in-page.module.css';
import { SignInDocument, type SignInMutation } from './generated/session.js';

interface SignInPageProps {
  readonly onSignedIn: () => void;
  /** The session has ended while somebody was at work. */
  readonly again?: boolean;
}

/** The door. It stands in place of the page that was asked for, so that the address survives signing in. */
export function SignInPage({ onSignedIn, again = false }: SignInPageProps) {
  const text = useText();
  const [, signIn] = useMutation(SignInDocument);
  const title = text('app.signIn.title');
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  async function onSignIn(input: SignInInput): Promise<SignInProblem | null> {
    const { data } = await signIn({ input });
    const problem = data === undefined ? ({ kind: 'UNREACHABLE' } as const) : problemOf(data.signIn);
    if (problem === null) onSignedIn();
    return problem;
  }
  return (
    <GatePage
      title={title}
      lead={text('app.signIn.lead')}
      tools={<Switches />}
      foot={text('app.signIn.foot')}
      aside={<SignInScene />}
    >
      <SignInForm onSignIn={onSignIn} again={again} />
      <p className={classes['forgot']}>
        <AppLink href="/forgot">{text('app.signIn.forgot')}</AppLink>
      </p>
    </GatePage>
  );
}

const problemOf = (result: SignInMutation['signIn']): SignInProblem | null =>
  outcomeOf<SignInMutation['signIn'], SignInProblem | null>(result, {
    SignedIn: () => null,
    SignInRefused: ({ reason }) => ({ kind: reason }),
    ChooseProvider: ({ providers }) => ({ kind: 'CHOOSE_PROVIDER', providers }),
    TooManyAttempts: ({ retryAfterSeconds }) => ({ kind: 'TOO_MANY', retryAfterSeconds }),
  });
