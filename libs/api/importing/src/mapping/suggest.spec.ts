import { parseMapping } from './mapping.js';
import { suggestMapping } from './suggest.js';

it.each([
  [['case_id', 'changed_at', 'status', 'product'], 'case_id', 'changed_at'],
  [
    ['trace:concept:name', 'impact', 'product', 'lifecycle:transition', 'time:timestamp'],
    'trace:concept:name',
    'time:timestamp',
  ],
  [['접수번호', '일시', '상태', '제목'], '접수번호', '일시'],
  [['ticket', 'time', 'activity'], 'ticket', 'time'],
])('columns %j begin with a mapping that can be read', (columns, caseColumn, at) => {
  const suggestion = suggestMapping({ columns, rows: [columns.map(() => 'x')], delimiter: ',' }, 'MAIL');
  expect(suggestion).toMatchObject({ case: caseColumn, at });
  expect(parseMapping(suggestion)).toMatchObject({ kind: 'valid' });
});

it('columns without a time suggest nothing', () => {
  expect(suggestMapping({ columns: ['id', 'title'], rows: [], delimiter: ',' }, 'MAIL')).toBeNull();
});

it('a file whose cells are separated otherwise is suggested with what separates them', () => {
  const suggestion = suggestMapping({ columns: ['case', 'time'], rows: [['1', 'x']], delimiter: ';' }, 'MAIL');
  expect(parseMapping(suggestion)).toMatchObject({ kind: 'valid', mapping: { delimiter: ';' } });
});
