import { closure, weigh } from './budget.mjs';

const manifest = {
  'index.html': { file: 'entry.js', imports: ['_kit.js'], css: ['entry.css'] },
  '_kit.js': { file: 'kit.js', imports: ['index.html'] },
  'page.tsx': { file: 'page.js', imports: ['_kit.js'], css: ['page.css'] },
};
const sizeOf = (file: string): number => ({ 'entry.js': 60_000, 'kit.js': 30_000, 'page.js': 10_000, 'entry.css': 5_000, 'page.css': 1_000 })[file] ?? 0;

describe('the weight of a route', () => {
  it('counts each file once, also when chunks import each other', () => {
    expect(closure(manifest, ['page.tsx'])).toEqual({ js: ['page.js', 'kit.js', 'entry.js'], css: ['page.css', 'entry.css'] });
  });
  it('names what is over its limit and leaves the rest alone', () => {
    const budget = { base: { entry: ['index.html'] }, routes: { '/': { modules: ['page.tsx'], js: 90, css: 20, own: 10 } } };
    const [row] = weigh({ manifest, budget, sizeOf });
    expect([row?.js, row?.css, row?.own, row?.over]).toEqual([100_000, 6_000, 10_000, ['js']]);
  });
  it('a route that is no longer built is an error, not a free pass', () => {
    expect(() => closure(manifest, ['gone.tsx'])).toThrow('gone.tsx');
  });
});
