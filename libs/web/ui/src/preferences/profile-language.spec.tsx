import { isNewProfileLanguage } from './profile-language.js';

beforeEach(() => localStorage.clear());

describe('the language of a profile', () => {
  it('is applied once, so that a language chosen in this browser afterwards stays', () => {
    expect([isNewProfileLanguage('p1', 'ko'), isNewProfileLanguage('p1', 'ko')]).toEqual([true, false]);
  });
  it('is applied again when the profile changes, and for somebody else', () => {
    isNewProfileLanguage('p1', 'ko');
    expect([isNewProfileLanguage('p1', 'en'), isNewProfileLanguage('p2', 'en')]).toEqual([true, true]);
  });
});
