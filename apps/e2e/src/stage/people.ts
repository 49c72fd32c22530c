export type Language = 'ko' | 'en';

/** Somebody of the demo (tools/demo/accounts.mjs), at the door that is theirs. */
export interface Person {
  readonly email: string;
  readonly home: '/' | '/console/';
  readonly language: Language;
}

export const PASSWORD = process.env['DAYLIGHT_DEMO_PASSWORD'] || 'daylight';

/** Hanbit Precision, in Korean. */
export const HARIN: Person = { email: 'harin@hanbit.example', home: '/', language: 'ko' };
export const GEONU: Person = { email: 'geonu@hanbit.example', home: '/', language: 'ko' };
export const EUNSEO: Person = { email: 'eunseo@hanbit.example', home: '/', language: 'ko' };
/** Reads the records of Hanbit and Dodam, and changes nothing. */
export const JIWOO: Person = { email: 'jiwoo@audit.example', home: '/', language: 'ko' };
/** Dodam Commerce: its coordinator, and its approver. */
export const GAON: Person = { email: 'gaon@dodam.example', home: '/', language: 'ko' };
export const RAHEE: Person = { email: 'rahee@dodam.example', home: '/', language: 'ko' };
/** Nordlys Freight, in English. */
export const FREJA: Person = { email: 'freja@nordlys.example', home: '/', language: 'en' };
export const ASTRID: Person = { email: 'astrid@nordlys.example', home: '/', language: 'en' };
export const NILS: Person = { email: 'nils@nordlys.example', home: '/', language: 'en' };
/** The provider. */
export const JIHUN: Person = { email: 'jihun@saebyeok.example', home: '/console/', language: 'ko' };
export const EMMA: Person = { email: 'emma@saebyeok.example', home: '/console/', language: 'en' };
/** Account manager, and administrator. */
export const DOYUN: Person = { email: 'doyun@saebyeok.example', home: '/console/', language: 'ko' };
export const MINJI: Person = { email: 'minji@saebyeok.example', home: '/console/', language: 'ko' };
