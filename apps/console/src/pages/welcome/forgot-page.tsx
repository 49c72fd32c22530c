import { ForgotPage as Forgot } from '@daylight/web-app';
import { RequestPasswordResetDocument } from '../../generated/door.js';

/** Asks for a link to choose a new password. */
export const ForgotPage = () => <Forgot documents={{ RequestPasswordResetDocument }} />;
