import { addresses, weigh } from './budget.mjs';

const pages = {
  entry: { js: ['entry.js'], css: ['entry.css'] },
  doorTexts: { ko: { js: ['door-ko.js'], css: [] } },
  catalogues: { ko: { js: ['ko.js'], css: [] } },
  setUpTexts: { ko: { js: ['set-up-ko.js', 'ko.js'], css: [] } },
  door: { js: ['door.js'], css: [] },
  shell: { js: ['shell.js', 'kit.js'], css: ['shell.css'] },
  routes: [
    { path: '/tickets', inside: true, js: ['tickets.js', 'kit.js'], css: ['tickets.css'] },
    { path: '/people', inside: true, setUp: true, js: ['people.js', 'kit.js'], css: [] },
    { path: '/welcome', inside: false, js: ['welcome.js', 'kit.js'], css: [] },
  ],
};
const sizeOf = (file: string): number => (file.endsWith('.css') ? 5_000 : 30_000);

describe('the weight of an address', () => {
  it('counts each file once, and the frame only behind the door', () => {
    expect(addresses(pages).map(({ path, files, own }) => [path, files.js.length, own])).toEqual([
      ['sign-in', 3, []],
      ['/tickets', 6, ['tickets.js']],
      ['/people', 7, ['people.js']],
      ['/welcome', 4, ['welcome.js', 'kit.js']],
    ]);
  });

  it('is checked for every route, those included that nobody gave a limit of their own', () => {
    const budget = { every: { js: 140, css: 20, own: 45 }, addresses: { '/tickets': { js: 200, own: 20 } } };
    const over = weigh({ pages, budget, sizeOf }).map((row) => [row.path, row.over]);
    expect(over).toEqual([
      ['sign-in', []],
      ['/tickets', ['own']],
      ['/people', ['js']],
      ['/welcome', ['own']],
    ]);
  });
});
