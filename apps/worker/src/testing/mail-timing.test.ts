// For the specs of mail out: a person says when mails are to come, by the use case that the settings page calls.
import { setMailTiming, type MailTimingInput } from '@daylight/api-notifications';
import { signInAs } from '@daylight/api-testing';
import type { MailHouse } from './mail-house.test.js';

export async function setMailTimingFor(house: MailHouse, personId: string, input: MailTimingInput): Promise<void> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId }, 'PORTAL');
  const result = await house.db.app.asPerson(caller, (tx) => setMailTiming(tx, input));
  if (result.__typename !== 'MailTimingSet') throw new Error(JSON.stringify(result));
}
