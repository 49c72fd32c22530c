import { fireEvent, screen } from '@testing-library/react';
import { Button } from '../forms/button.js';
import { renderUi } from '../testing.js';
import { Menu } from './menu.js';

function setUp() {
  const onClaim = jest.fn();
  renderUi(
    <Menu
      trigger={<Button>더 보기</Button>}
      groups={[
        [
          { id: 'claim', label: '나에게 배정', onSelect: onClaim },
          { id: 'merge', label: '병합', disabled: true },
        ],
        [{ id: 'cancel', label: '취소 처리' }],
      ]}
    />,
  );
  const trigger = screen.getByRole('button', { name: '더 보기' });
  fireEvent.click(trigger);
  return { onClaim, trigger, menu: screen.getByRole('menu') };
}

describe('a menu', () => {
  it('opens on its first entry, walks with arrows past what is off, and round', () => {
    const { menu } = setUp();
    expect(document.activeElement?.textContent).toBe('나에게 배정');
    fireEvent.keyDown(menu, { code: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('취소 처리');
    fireEvent.keyDown(menu, { code: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('나에게 배정');
  });
  it('Esc closes it and gives the focus back', () => {
    const { menu, trigger } = setUp();
    fireEvent.keyDown(menu, { code: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(trigger);
  });
  it('choosing does it and closes', () => {
    const { onClaim } = setUp();
    fireEvent.click(screen.getByText('나에게 배정'));
    expect(onClaim).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
  });
  it('a click elsewhere closes it', () => {
    setUp();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
