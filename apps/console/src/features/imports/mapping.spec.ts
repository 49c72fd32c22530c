import {
  asSource,
  parseWritten,
  readMapping,
  valuesOf,
  withEffect,
  withMeaning,
  withWaiting,
  writeMapping,
  type Mapping,
} from './mapping.js';

const document = {
  name: 'Our old desk',
  source: 'EVENT_LOG',
  case: 'case_id',
  at: 'changed_at',
  times: { format: 'ISO', zone: null },
  unmatched: 'NOTE',
  ticket: {
    subject: '{product}: {case_id}',
    type: { value: 'INCIDENT' },
    service: { column: 'product', map: { Mail: 'MAIL' }, otherwise: 'OTHER' },
    impact: { column: 'impact', map: { High: 1, Medium: 2, Low: 3 } },
    urgency: { value: 2 },
    assignee: { column: 'owner', unknown: 'LEAVE_OUT' },
  },
  steps: [
    { when: { status: 'In progress' }, is: ['FIRST_RESPONSE', 'WORK'] },
    { when: { status: 'Waiting' }, is: [{ waiting: 'CLIENT_ANSWER', question: '{status}' }] },
  ],
};

describe('the mapping of an import', () => {
  it('the example of the documentation can be edited in the form and comes out as it went in', () => {
    const mapping = readMapping(document);
    expect(mapping).toEqual(document);
    expect(parseWritten(writeMapping(mapping))).toEqual({ kind: 'json', document });
  });

  it('what the form doesn’t know stays JSON instead of losing parts', () => {
    expect(readMapping({ ...document, surprise: 1 })).toBeNull();
    expect(readMapping(null)).toBeNull();
  });

  it('broken JSON is said to be broken', () => expect(parseWritten('{"name":').kind).toBe('broken'));

  it('changing how rows are read keeps the rest', () => {
    const list = asSource(readMapping(document) as Mapping, 'TICKET_LIST', ['case_id', 'changed_at']);
    expect(list).toMatchObject({
      source: 'TICKET_LIST',
      case: 'case_id',
      ticket: document.ticket,
      columns: { openedAt: 'changed_at' },
    });
    expect(list).not.toHaveProperty('steps');
    expect(asSource(list, 'EVENT_LOG', [])).toMatchObject({ at: 'changed_at', unmatched: 'NOTE' });
  });

  it('offers the values that a column has', () => {
    expect(
      valuesOf(
        'status',
        ['id', 'status'],
        [
          ['1', 'Open'],
          ['2', 'Done'],
          ['3', 'Open'],
          ['4', ''],
        ],
      ),
    ).toEqual(['Open', 'Done']);
    expect(valuesOf('gone', ['id'], [['1']])).toEqual([]);
  });

  it('a value of a column gets a meaning and loses it again', () => {
    const service = withMeaning({ column: 'product', map: { Mail: 'MAIL' } }, 'Web', 'WEB');
    expect(service).toEqual({ column: 'product', map: { Mail: 'MAIL', Web: 'WEB' } });
    expect(withMeaning({ column: 'product', map: { Mail: 'MAIL' } }, 'Mail', null)).toEqual({
      column: 'product',
      map: {},
    });
  });

  it('an entry can mean several things at once, and waiting with its question', () => {
    const step = withWaiting(
      withEffect(withEffect({ when: {}, is: [] }, 'RESOLVED', true), 'RESTORED', true),
      'CLIENT_ANSWER',
      '{note}',
    );
    expect(step.is).toEqual(['RESTORED', 'RESOLVED', { waiting: 'CLIENT_ANSWER', question: '{note}' }]);
    expect(withWaiting(step, '', null).is).toEqual(['RESTORED', 'RESOLVED']);
  });
});
