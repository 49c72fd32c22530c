// Compiled before a test waits for it.
import '../overlays/dialog-box.js';
import { fireEvent, screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { keyCaps } from './combo.js';
import { matches } from './hangul-search.js';
// Loaded on demand in the page; here ahead of time, so that the spec doesn't wait for it.
import './hotkey-sheet.js';
import { useHotkeys } from './hotkeys.js';

function Page({
  onClaim,
  onTickets,
  onSearch,
}: {
  readonly onClaim: () => void;
  readonly onTickets: () => void;
  readonly onSearch: () => void;
}) {
  useHotkeys([
    { keys: 'KeyJ', label: 'claim', run: onClaim },
    { keys: 'KeyG KeyT', label: 'tickets', run: onTickets },
    { keys: 'Mod+KeyK', label: 'search', run: onSearch, whileTyping: true },
  ]);
  return <input aria-label="field" />;
}

function setUp(shortcuts = true) {
  const calls = { onClaim: jest.fn(), onTickets: jest.fn(), onSearch: jest.fn() };
  renderUi(<Page {...calls} />, { shortcuts });
  return calls;
}

describe('shortcuts', () => {
  it('work with Hangul switched on, because they go by the key and not by its letter', () => {
    const { onClaim } = setUp();
    fireEvent.keyDown(document.body, { code: 'KeyJ', key: 'ㅓ' });
    expect(onClaim).toHaveBeenCalledTimes(1);
  });

  it('stay silent while a syllable is being composed', () => {
    const { onClaim } = setUp();
    fireEvent.keyDown(document.body, { code: 'KeyJ', key: 'Process', keyCode: 229 });
    fireEvent.keyDown(document.body, { code: 'KeyJ', key: 'ㅓ', isComposing: true });
    expect(onClaim).not.toHaveBeenCalled();
  });

  it('stay silent while typing, but for those with ⌘', () => {
    const { onClaim, onSearch } = setUp();
    const field = screen.getByLabelText('field');
    fireEvent.keyDown(field, { code: 'KeyJ', key: 'j' });
    fireEvent.keyDown(field, { code: 'KeyK', key: 'k', metaKey: true });
    expect([onClaim.mock.calls.length, onSearch.mock.calls.length]).toEqual([0, 1]);
  });

  it('take two keys in a row', () => {
    const { onTickets } = setUp();
    fireEvent.keyDown(document.body, { code: 'KeyG', key: 'ㅎ' });
    fireEvent.keyDown(document.body, { code: 'KeyT', key: 'ㅅ' });
    expect(onTickets).toHaveBeenCalledTimes(1);
  });

  it('of one key can be switched off; those with ⌘ remain', () => {
    const { onClaim, onSearch } = setUp(false);
    fireEvent.keyDown(document.body, { code: 'KeyJ', key: 'j' });
    fireEvent.keyDown(document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
    expect([onClaim.mock.calls.length, onSearch.mock.calls.length]).toEqual([0, 1]);
  });

  it('are listed on ?', async () => {
    setUp();
    fireEvent.keyDown(document.body, { code: 'Slash', key: '?', shiftKey: true });
    expect(await screen.findByText('tickets')).toBeTruthy();
  });

  it('show the caps of the keyboard at hand', () => {
    expect([
      keyCaps('Mod+KeyK', true),
      keyCaps('Mod+KeyK', false),
      keyCaps('KeyG KeyT', true),
      keyCaps('Shift+Slash', true),
    ]).toEqual([[['⌘', 'K']], [['Ctrl', 'K']], [['G'], ['T']], [['?']]]);
  });
});

describe('finding by typing Korean', () => {
  it.each([
    ['계약', '계약'],
    ['한빛전자', 'ㅎㅂㅈㅈ'],
    ['한빛전자', '한비'],
    ['지표', 'wlvy'],
    ['계약', 'rPdir'],
    ['New ticket', 'tick'],
  ])('%s is found by %s', (label, typed) => expect(matches(label, typed)).toBe(true));
  it('nothing is found by what is not in it', () => expect(matches('계약', '리뷰')).toBe(false));
});
