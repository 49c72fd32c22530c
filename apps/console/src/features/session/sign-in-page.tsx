import { SignInPage as Door } from '@daylight/web-app';
import { useText } from '../../app/text.js';
import { SignInDocument } from '../../generated/door.js';

interface SignInPageProps {
  readonly onSignedIn: () => void;
  readonly again: boolean;
}

/** The door of the provider’s people. */
export function SignInPage(props: SignInPageProps) {
  const text = useText();
  return (
    <Door {...props} documents={{ SignInDocument }} lead={text('app.signIn.lead')} foot={text('app.signIn.foot')} />
  );
}
