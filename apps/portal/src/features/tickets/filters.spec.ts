import { filterOf, isFiltered, readList, usualView } from './filters.js';

const list = (search: string) => readList(new URLSearchParams(search));

describe('the address of a ticket list', () => {
  it('starts with the tickets of the reader, unfiltered', () => {
    const state = list('');
    expect(state.view).toBe('MINE');
    expect(filterOf(state)).toEqual({});
    expect(isFiltered(state)).toBe(false);
  });

  it('begins with the company’s tickets for whoever looks after them, unless the address says otherwise', () => {
    const open = (search: string, readsAll: boolean) => readList(new URLSearchParams(search), usualView(readsAll)).view;
    expect([open('', true), open('', false), open('?view=MINE', true), open('?view=LOST', true)]).toEqual([
      ...['COMPANY', 'MINE', 'MINE', 'COMPANY'],
    ]);
  });

  it('names a view to the server only where the address does, so that the page can ask before it knows who reads', () => {
    expect([list('').asked, list('?view=LOST').asked, list('?view=RESOLVED').asked]).toEqual([null, null, 'RESOLVED']);
  });

  it('restores view, words, status, priorities, type and service from a pasted link', () => {
    const state = list('?view=COMPANY&text=%20메일%20&status=NEW&priority=P2,P1&type=INCIDENT&service=s-1&after=c');
    expect(state).toMatchObject({ view: 'COMPANY', after: 'c' });
    expect(filterOf(state)).toEqual({
      statuses: ['NEW'],
      priorities: ['P1', 'P2'],
      types: ['INCIDENT'],
      serviceItemIds: ['s-1'],
      text: '메일',
    });
  });

  it('means every status in which somebody still works by "open"', () => {
    expect(filterOf(list('?status=open')).statuses).toEqual([
      'NEW',
      'OPEN',
      'WAITING_ON_CLIENT',
      'WAITING_ON_THIRD_PARTY',
      'SCHEDULED',
    ]);
  });

  it('leaves out words that it does not know', () => {
    expect(list('?view=ALL&status=LOST&priority=P9&type=X')).toMatchObject({
      view: 'MINE',
      status: 'all',
      priorities: [],
      type: null,
    });
  });
});
