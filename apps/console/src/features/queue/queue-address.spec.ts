import { isFiltered, readQueue } from './queue-address.js';

const read = (search: string) => readQueue((name) => new URLSearchParams(search).get(name));

describe('the address of a queue', () => {
  it('without anything is what is mine, by due instant', () =>
    expect(read('')).toEqual({ view: 'MINE', sort: 'NEXT_DUE', filter: {} }));

  it('restores view, order, facets and words', () => {
    expect(
      read('view=OVERDUE&sort=NEWEST&priority=P1,P2&status=OPEN&type=INCIDENT&client=a,b&assignee=c&run=r&q= vpn '),
    ).toEqual({
      view: 'OVERDUE',
      sort: 'NEWEST',
      filter: {
        priorities: ['P1', 'P2'],
        statuses: ['OPEN'],
        types: ['INCIDENT'],
        tenantIds: ['a', 'b'],
        assigneeIds: ['c'],
        importRunId: 'r',
        text: 'vpn',
      },
    });
  });

  it('leaves out words that nobody knows, so that an old link still shows something', () => {
    const queue = read('view=TRIAGE&priority=P9&status=');
    expect([queue.view, isFiltered(queue)]).toEqual(['MINE', false]);
  });
});
