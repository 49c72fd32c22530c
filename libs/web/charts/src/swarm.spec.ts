import { swarm, type SwarmFrame, type SwarmPoint } from './swarm.js';

const frame: SwarmFrame = { width: 600, most: 8, heaviest: 0, radius: [12, 24] };
const at = (id: string, value: number, weight: number | null = null): SwarmPoint => ({ id, value, weight });

describe('a swarm of dots', () => {
  it('puts what has more time further right, within the frame, also beyond its end', () => {
    const { dots } = swarm([at('late', 9), at('soon', 0), at('half', 4)], frame);
    expect(dots.map(({ id, x }) => [id, x])).toEqual([
      ['soon', 24],
      ['half', 300],
      ['late', 576],
    ]);
  });

  it('never lets two dots touch, however many share a place', () => {
    const points = Array.from({ length: 120 }, (_, n) => at(`d${n}`, (n * 7) % 9, n % 5));
    const { dots, height } = swarm(points, { ...frame, heaviest: 4 });
    for (const [index, one] of dots.entries()) {
      for (const other of dots.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r + other.r);
      }
      expect(one.y + one.r).toBeLessThanOrEqual(height);
    }
  });

  it('draws areas by what is at stake: four times the money, twice as far from the smallest', () => {
    const { dots } = swarm([at('a', 1, 100), at('b', 5, 400), at('c', 7, null)], { ...frame, heaviest: 400 });
    expect(dots.map(({ r }) => r)).toEqual([18, 24, 12]);
  });

  it('draws all alike where nothing is known to be at stake', () => {
    const { dots } = swarm([at('a', 1), at('b', 5, 0)], frame);
    expect(dots.map(({ r }) => r)).toEqual([12, 12]);
  });

  it('keeps room for an empty lane', () => {
    expect(swarm([], frame)).toEqual({ height: 27, dots: [] });
  });
});
