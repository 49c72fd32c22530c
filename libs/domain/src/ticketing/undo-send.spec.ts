import { mailLeavesAt } from './undo-send.js';

it('a reply can be taken back for ten seconds before its mail leaves', () => {
  const saidAt = Date.parse('2026-11-23T00:00:00Z');
  expect(mailLeavesAt(saidAt)).toBe(Date.parse('2026-11-23T00:00:10Z'));
});
