import { outcomeOf, useMutation } from '@daylight/web-data';
import { Link, SignInForm, type SignInInput, type SignInProblem } from '@daylight/web-ui';
import { useText } from '../text.js';
import { Entrance } from './entrance.js';
import type { SignInAnswer, SignInDocuments } from './operations.js';
import classes from './sign-in-page.module.css';

interface SignInPageProps {
  readonly documents: SignInDocuments;
  /** Whose door it is, and whom to ask who has no key. */
  readonly lead: string;
  readonly foot: string;
  readonly onSignedIn: () => void;
  /** The session has ended while somebody was at work. */
  readonly again: boolean;
}

/** The door. It stands in place of the page that was asked for, so that the address survives signing in. */
export function SignInPage({ documents, lead, foot, onSignedIn, again }: SignInPageProps) {
  const text = useText();
  const [, signIn] = useMutation(documents.SignInDocument);
  async function onSignIn(input: SignInInput): Promise<SignInProblem | null> {
    const { data } = await signIn({ input });
    const problem = data === undefined ? ({ kind: 'UNREACHABLE' } as const) : problemOf(data.signIn);
    if (problem === null) onSignedIn();
    return problem;
  }
  return (
    <Entrance title={text('app.signIn.title')} lead={lead} foot={foot}>
      <SignInForm onSignIn={onSignIn} again={again} />
      <p className={classes['forgot']}>
        <Link href="/forgot">{text('app.signIn.forgot')}</Link>
      </p>
    </Entrance>
  );
}

const problemOf = (answer: SignInAnswer): SignInProblem | null =>
  outcomeOf<SignInAnswer, SignInProblem | null>(answer, {
    SignedIn: () => null,
    SignInRefused: ({ reason }) => ({ kind: reason }),
    ChooseProvider: ({ providers }) => ({ kind: 'CHOOSE_PROVIDER', providers }),
    TooManyAttempts: ({ retryAfterSeconds }) => ({ kind: 'TOO_MANY', retryAfterSeconds }),
  });
