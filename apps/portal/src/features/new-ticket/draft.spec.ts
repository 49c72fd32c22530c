import { EMPTY_DRAFT, keepDraft, readDraft } from './draft.js';

describe('the draft of a new ticket', () => {
  const written = {
    ...EMPTY_DRAFT,
    serviceItemId: 's-1',
    impact: 1,
    subject: '메일이 가지 않습니다',
    watcherIds: ['p-1'],
    confidential: true,
  } as const;

  it('comes back as it was written', () => {
    expect(readDraft(keepDraft(written))).toEqual(written);
  });

  it('is not kept before anything was written', () => {
    expect(keepDraft({ ...EMPTY_DRAFT, serviceItemId: 's-1', subject: '  ' })).toBe('');
  });

  it.each(['', 'not json', '7', '{"impact":9,"type":"PROBLEM","watcherIds":[1]}'])('%s gives an empty form', (kept) => {
    expect(readDraft(kept)).toEqual(EMPTY_DRAFT);
  });
});
