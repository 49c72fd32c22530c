import { WelcomePage as Welcome } from '@daylight/web-app';
import { OneTimeLinkDocument, SpendLinkDocument } from '../../generated/door.js';

/** Where invitations and password resets lead: `/welcome?token=`. */
export const WelcomePage = () => <Welcome documents={{ OneTimeLinkDocument, SpendLinkDocument }} />;
