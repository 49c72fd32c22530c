import { closure, routesOf } from './pages.mjs';

const router = `
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => { throw redirect({ to: '/queue' }); },
});
const pages = [
  createRoute({ getParentRoute: () => inside, path: '/queue', component: lazyRouteComponent(() => import('../pages/queue/queue-page.js'), 'QueuePage') }),
  createRoute({
    getParentRoute: () => setUp,
    path: '/people',
    component: lazyRouteComponent(() => import('../pages/people/people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.js'), 'WelcomePage'),
  }),
];`;

describe('the pages of an app', () => {
  it('are read from its router, however it is laid out: where each stands, and what is behind the door', () => {
    expect(routesOf(router)).toEqual([
      { path: '/', inside: true, setUp: false, module: null, to: '/queue' },
      { path: '/queue', inside: true, setUp: false, module: '../pages/queue/queue-page.js', to: null },
      { path: '/people', inside: true, setUp: true, module: '../pages/people/people-page.js', to: null },
      { path: '/welcome', inside: false, setUp: false, module: '../pages/welcome/welcome-page.js', to: null },
    ]);
  });

  it('need each file once, also when chunks import each other', () => {
    const manifest = {
      'index.html': { file: 'entry.js', imports: ['_kit.js'], css: ['entry.css'] },
      '_kit.js': { file: 'kit.js', imports: ['index.html'] },
    };
    expect(closure(manifest, ['index.html', '_kit.js'])).toEqual({ js: ['entry.js', 'kit.js'], css: ['entry.css'] });
    expect(() => closure(manifest, ['gone.tsx'])).toThrow('"gone.tsx" is not in the manifest');
  });
});
