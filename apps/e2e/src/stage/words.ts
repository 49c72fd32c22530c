import type { Language } from './people.js';

/** What screens of both apps call things, where a journey has to find them. */
export const WORDS: Readonly<Record<Language, Readonly<Record<'email' | 'password' | 'submit' | 'signOut', string>>>> =
  {
    ko: { email: '이메일', password: '비밀번호', submit: '로그인', signOut: '로그아웃' },
    en: { email: 'E-mail', password: 'Password', submit: 'Sign in', signOut: 'Sign out' },
  };
