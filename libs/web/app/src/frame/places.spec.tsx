import { openTo, type Place } from './places.js';

const place = (href: string, needs?: readonly string[]): Place<string> => ({
  href,
  id: href,
  icon: null,
  keys: 'KeyG',
  ...(needs === undefined ? {} : { needs }),
});
const places = [place('/'), place('/kpis', ['kpi:read']), place('/people', ['people:read', 'people:manage'])];
const offered = (...permissions: string[]) => openTo(places, permissions).map(({ href }) => href);

describe('the navigation', () => {
  it('offers what the reader may open and nothing that would be refused', () => {
    expect(offered()).toEqual(['/']);
    expect(offered('kpi:read')).toEqual(['/', '/kpis']);
  });

  it('offers a place that one of several permissions opens', () => {
    expect(offered('people:manage')).toEqual(['/', '/people']);
  });
});
