import { outcomeOf, useMutation } from '@daylight/web-data';
import { Link, SignInForm, type SignInInput, type SignInProblem } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { Entrance } from './entrance.js';
import { SignInDocument, type SignInMutation } from './generated/session.js';
import classes from './sign-in-page.module.css';

interface SignInPageProps {
  readonly onSignedIn: () => void;
  /** The session has ended while somebody was at work. */
  readonly again?: boolean;
}

/** The door. It stands in place of the page that was asked for, so that the address survives signing in. */
export function SignInPage({ onSignedIn, again = false }: SignInPageProps) {
  const text = useText();
  const [, signIn] = useMutation(SignInDocument);
  async function onSignIn(input: SignInInput): Promise<SignInProblem | null> {
    const { data } = await signIn({ input });
    const problem = data === undefined ? ({ kind: 'UNREACHABLE' } as const) : problemOf(data.signIn);
    if (problem === null) onSignedIn();
    return problem;
  }
  return (
    <Entrance title={text('app.signIn.title')} lead={text('app.signIn.lead')} foot={text('app.signIn.foot')}>
      <SignInForm onSignIn={onSignIn} again={again} />
      <p className={classes['forgot']}>
        <Link href="/forgot">{text('app.signIn.forgot')}</Link>
      </p>
    </Entrance>
  );
}

const problemOf = (result: SignInMutation['signIn']): SignInProblem | null =>
  outcomeOf<SignInMutation['signIn'], SignInProblem | null>(result, {
    SignedIn: () => null,
    SignInRefused: ({ reason }) => ({ kind: reason }),
    ChooseProvider: ({ providers }) => ({ kind: 'CHOOSE_PROVIDER', providers }),
    TooManyAttempts: ({ retryAfterSeconds }) => ({ kind: 'TOO_MANY', retryAfterSeconds }),
  });
