import { placeBeside } from './place.js';

const screen = { width: 400, height: 600 };
const trigger = (top: number, left: number) => ({ top, bottom: top + 20, left, right: left + 100 });
const floating = { width: 200, height: 100 };

describe('where a menu or tooltip stands', () => {
  it('below its trigger, on the side asked for', () => {
    expect(placeBeside({ trigger: trigger(100, 150), floating, screen, align: 'start' })).toEqual({
      top: 126,
      left: 150,
    });
    expect(placeBeside({ trigger: trigger(100, 150), floating, screen, align: 'end' })).toEqual({ top: 126, left: 50 });
  });
  it('above it when there is no room below', () =>
    expect(placeBeside({ trigger: trigger(550, 150), floating, screen, align: 'center' })).toEqual({
      top: 444,
      left: 100,
    }));
  it('never beyond the edge of the screen', () => {
    expect(placeBeside({ trigger: trigger(100, 380), floating, screen, align: 'start' }).left).toBe(192);
    expect(placeBeside({ trigger: trigger(100, -50), floating, screen, align: 'end' }).left).toBe(8);
  });
});
