import { screen } from '@testing-library/react';
import { renderConsole } from '../../testing/render-console.js';
import type { AtTicketFragment } from './generated/presence.js';
import { PresenceMark, PresenceNote } from './presence-note.js';

const at = (displayName: string, state: AtTicketFragment['state']): AtTicketFragment => ({
  __typename: 'TicketPresence',
  ticketId: 't',
  person: { __typename: 'PersonName', id: displayName, displayName },
  state,
  until: '2026-11-23T00:00:30Z',
});

// Toasts have a polite place of their own, empty here.
const said = (): string =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

test('says politely who writes and who looks on, those who write first', () => {
  renderConsole(<PresenceNote others={[at('박민준', 'VIEWING'), at('김수아', 'WRITING'), at('가은', 'VIEWING')]} />);
  expect(said()).toBe('작성 중: 김수아보는 중: 박민준, 가은');
});

test('says nothing while nobody else is there, and stands ready to say it', () => {
  renderConsole(<PresenceNote others={[]} />);
  expect(said()).toBe('');
});

test('a line of the queue shows the name, and says what it means', () => {
  renderConsole(<PresenceMark others={[at('김수아', 'WRITING')]} />);
  expect(screen.getByTitle('작성 중: 김수아')).toBeTruthy();
  expect(screen.getByText('김수아')).toBeTruthy();
});
