import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderConsole } from '../../testing/render-console.js';
import { lanesOf } from './lanes.js';
import { dot } from './risk.fixture.js';
import { RiskPicture } from './risk-picture.js';
import { RiskTable } from './risk-table.js';

const HOUR = 3_600;
const dots = [
  dot('late', -2 * HOUR, { over: true }),
  dot('soon', HOUR / 2, { team: '인프라' }),
  dot('later', 3 * HOUR, { team: '인프라', minor: 500_000 }),
];

function Board({ onOpen }: { readonly onOpen: () => void }) {
  const [current, setCurrent] = useState<string | null>(null);
  const lanes = lanesOf(dots, 'ko');
  return <RiskPicture lanes={lanes} hours={8} current={current} onCurrent={setCurrent} onOpen={onOpen} />;
}
const named = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

test('each dot says its ticket, client, time left and who has it; what is over has a lane of its own', () => {
  renderConsole(<Board onOpen={() => undefined} />);
  expect(named(/P2 ACME-soon soon, 한빛정밀, .*30분 남음, 담당자 없음/)).toBeTruthy();
  expect(named(/ACME-late .*2시간 초과/)).toBeTruthy();
  expect(screen.getAllByRole('region').map((lane) => lane.getAttribute('aria-label'))).toEqual(['기한 초과', '인프라']);
});

test('one dot at a time can be tabbed to; arrows walk along and between lanes, and Enter opens', () => {
  const opened = jest.fn();
  renderConsole(<Board onOpen={opened} />);
  const reachable = () => screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0);
  expect(reachable()).toEqual([named(/ACME-late /)]);
  fireEvent.focus(named(/ACME-soon/));
  fireEvent.keyDown(named(/ACME-soon/), { code: 'ArrowRight' });
  expect(document.activeElement).toBe(named(/ACME-later/));
  expect(reachable()).toEqual([named(/ACME-later/)]);
  fireEvent.keyDown(named(/ACME-later/), { code: 'ArrowUp' });
  expect(document.activeElement).toBe(named(/ACME-late /));
  fireEvent.keyDown(named(/ACME-late /), { code: 'Enter' });
  expect(opened).toHaveBeenCalledTimes(1);
});

test('the dot with more at stake is larger', () => {
  renderConsole(<Board onOpen={() => undefined} />);
  const width = (name: RegExp) => Number.parseFloat(named(name).style.inlineSize);
  expect(width(/ACME-later/)).toBeGreaterThan(width(/ACME-soon/));
});

test('the table says the same in words, with what a miss would cost where it is known', () => {
  renderConsole(<RiskTable lanes={lanesOf(dots, 'ko')} />);
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent ?? '');
  expect(rows[1]).toMatch(/ACME-late.*기한 초과.*확인된 금액 없음/);
  expect(rows[3]).toMatch(/ACME-later.*인프라.*₩500,000/);
});
