import { screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { FigureTile, type TileFigure } from './figure-tile.js';

const share: TileFigure = {
  label: '최초 응답 준수',
  display: '91.67%',
  value: 9167,
  previousValue: null,
  direction: 'HIGHER_IS_BETTER',
  unit: 'BASIS_POINTS',
  n: 24,
  targets: [],
};

describe('how many items a figure rests on', () => {
  it('stands with a share', () => {
    renderUi(<FigureTile figure={share} />);
    expect(screen.getByText('24건')).toBeTruthy();
  });

  it('does not repeat a count, whose value it is', () => {
    renderUi(
      <FigureTile
        figure={{ ...share, label: '접수', display: '24', value: 24, direction: 'NEITHER', unit: 'COUNT' }}
      />,
    );
    expect(screen.getByText('24')).toBeTruthy();
    expect(screen.queryByText('24건')).toBeNull();
  });
});
