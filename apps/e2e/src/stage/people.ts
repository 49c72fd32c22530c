import { demoAccounts, demoPassword } from '@daylight/tools/demo/accounts.mjs';

export type Language = 'ko' | 'en';

/** Somebody of the demo, at the door that is theirs. */
export interface Person {
  readonly email: string;
  readonly home: '/' | '/console/';
  readonly language: Language;
}

function person(name: string, language: Language): Person {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${name}@`));
  if (account === undefined) throw new Error(`the demo has no ${name}`);
  return { email: account.email, home: account.audience === 'console' ? '/console/' : '/', language };
}

export const PASSWORD = demoPassword();

/** Hanbit Precision, in Korean. */
export const HARIN = person('harin', 'ko');
export const GEONU = person('geonu', 'ko');
export const EUNSEO = person('eunseo', 'ko');
/** Nordlys Freight, in English. */
export const FREJA = person('freja', 'en');
export const ASTRID = person('astrid', 'en');
export const NILS = person('nils', 'en');
/** The provider. */
export const JIHUN = person('jihun', 'ko');
export const EMMA = person('emma', 'en');
export const DOYUN = person('doyun', 'ko');
export const MINJI = person('minji', 'ko');
