import { withDocumentText } from './trusted-documents.js';

const documents = new Map([['a'.repeat(64), 'subscription S { connected }']]);
const hashed = (sha256Hash: string) => ({
  query: '',
  extensions: { persistedQuery: { version: 1, sha256Hash }, operationId: '7' },
});

describe('a document sent as its hash', () => {
  it('becomes its text, and the live stream still knows which operation it is', () => {
    expect(withDocumentText(hashed('a'.repeat(64)), documents)).toEqual({
      query: 'subscription S { connected }',
      extensions: { operationId: '7' },
    });
  });

  it('passes unchanged when nobody knows the hash', () => {
    const body = hashed('b'.repeat(64));
    expect(withDocumentText(body, documents)).toBe(body);
  });
});
