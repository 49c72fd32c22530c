import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderUi } from '../testing.js';
import { HeldPage } from './held-page.js';

function Page() {
  const [door, setDoor] = useState(false);
  return (
    <HeldPage
      door={
        door ? (
          <form aria-label="door">
            <input aria-label="e-mail" />
            <button type="button" onClick={() => setDoor(false)}>
              in
            </button>
          </form>
        ) : null
      }
    >
      <textarea aria-label="reply" />
      <button type="button" onClick={() => setDoor(true)}>
        expire
      </button>
    </HeldPage>
  );
}

describe('a page whose session has ended', () => {
  it('keeps what was typed while its reader signs in again', () => {
    renderUi(<Page />);
    fireEvent.change(screen.getByLabelText('reply'), { target: { value: '반쯤 쓴 답장' } });
    fireEvent.click(screen.getByText('expire'));
    expect(screen.getByLabelText('reply').closest('[inert]')).not.toBeNull();
    expect(screen.getByLabelText('e-mail')).toBe(document.activeElement);
    fireEvent.click(screen.getByText('in'));
    expect(screen.queryByLabelText('door')).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('reply').value).toBe('반쯤 쓴 답장');
    expect(screen.getByLabelText('reply').closest('[inert]')).toBeNull();
  });
});
