import { Readable } from 'node:stream';
import { newId } from '@daylight/api-platform';
import { addService, createProvider, createTenant, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import type { Language } from '@daylight/domain';
import type { Source } from '../reading/read-rows.js';
import { previewImport } from './preview.js';

let db: TestDatabase;
let providerId: string;
let tenantId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  await addService(db, providerId, newId(), 0);
});
afterAll(() => db.close());

const source = (bytes: Buffer | string): Source => ({
  name: 'log.csv',
  open: () => Readable.from([Buffer.from(bytes)]),
});
const look = (bytes: Buffer | string, language: Language = 'en', mapping: unknown = null) =>
  db.worker.asSystem({ providerId, tenantId }, (tx) => previewImport(tx, source(bytes), mapping, language));

/** `접수` as Korean Windows writes it (CP949). */
const CP949 = Buffer.from([0xc1, 0xa2, 0xbc, 0xf6]);

it('shows columns and rows and suggests a mapping', async () => {
  await expect(look('case,time,status\n1,2026-03-02T01:00:00Z,Open\n')).resolves.toMatchObject({
    kind: 'preview',
    preview: { columns: ['case', 'time', 'status'], rows: [['1', '2026-03-02T01:00:00Z', 'Open']], problems: [] },
  });
});

it('a file separated by semicolons is read as one', async () => {
  await expect(look('case;time\n1;2026-03-02T01:00:00Z\n')).resolves.toMatchObject({
    kind: 'preview',
    preview: { columns: ['case', 'time'], suggestion: { delimiter: ';', case: 'case', at: 'time' } },
  });
});

it.each<[string, Buffer | string, Language, string]>([
  [
    'column names in another encoding',
    Buffer.concat([CP949, Buffer.from(',time\n')]),
    'ko',
    '1번째 줄: UTF-8로 읽을 수 없는 글자가 있습니다. 엑셀에서는 “CSV UTF-8(쉼표로 분리)” 형식으로 저장해 주십시오.',
  ],
  [
    'cells in another encoding',
    Buffer.concat([Buffer.from('case,title\n1,ok\n2,'), CP949, Buffer.from('\n')]),
    'en',
    'Line 3: This holds characters that aren’t UTF-8; in Excel, save as “CSV UTF-8 (Comma delimited)”.',
  ],
  ['NUL among the column names', 'case,ti\0tle\n', 'en', 'Line 1: This holds characters that aren’t UTF-8'],
  [
    'a quote that is never closed',
    'case,title\n1,"open\n2,b\n',
    'ko',
    '2번째 줄: 이 줄에서 시작하는 행에 닫히지 않은 따옴표(")가 있습니다.',
  ],
  ['nothing', '', 'ko', '1번째 줄: 열 이름이 있는 첫 줄이 없습니다.'],
])(
  'a file with %s is refused with the line and the reason, in the reader’s language',
  async (_, bytes, language, message) => {
    const outcome = await look(bytes, language);
    expect(outcome.kind === 'unreadable' ? outcome.message : outcome).toContain(message);
  },
);

it.each<[Language, string]>([
  ['ko', '파일에 없는 열입니다: “담당자”'],
  ['en', 'The file has no such column: “담당자”'],
])('a column that the mapping names and the file lacks is named, in %s', async (language, message) => {
  const mapping = {
    ...{ name: 'x', source: 'TICKET_LIST', case: 'case', columns: { openedAt: 'time' } },
    ticket: {
      ...{ subject: '{case}', type: { value: 'INCIDENT' }, service: { value: 'OPS-0' } },
      ...{ impact: { value: 2 }, urgency: { value: 2 }, assignee: { column: '담당자', unknown: 'LEAVE_OUT' } },
    },
  };
  await expect(look('case,time\n', language, mapping)).resolves.toMatchObject({
    kind: 'preview',
    preview: { problems: [{ path: 'ticket.assignee.column', kind: 'MISSING_COLUMN', message }] },
  });
});
