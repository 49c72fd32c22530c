import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { newId } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { asStaff } from '@daylight/api-database';
import type { Run } from './model/run.js';
import { importRunView } from './queries/run-views.js';
import type { Source } from './reading/read-rows.js';
import { RunImport } from './use-cases/run-import.js';
import { startImport } from './use-cases/start-import.js';
import { cancelImport, undoImport } from './use-cases/stop-import.js';

// Real imports of thousands of rows on a shared machine.
jest.setTimeout(60_000);

let db: TestDatabase;
let providerId: string;
let staffId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  staffId = await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', name: '박지민' });
  await addService(db, providerId, service, 0);
});
afterAll(() => db.close());

const service = newId();
let prefixes = 0;

async function newTenant(): Promise<string> {
  prefixes += 1;
  const tenantId = await createTenant(db, providerId, `T${prefixes}`);
  await addContract(db, { providerId, tenantId, services: [service] });
  return tenantId;
}

const mapping = {
  name: 'Old desk',
  source: 'EVENT_LOG',
  case: 'case',
  at: 'at',
  unmatched: 'REJECT',
  ticket: {
    subject: '{case}',
    type: { value: 'INCIDENT' },
    service: { value: 'OPS-0' },
    impact: { value: 2 },
    urgency: { value: 2 },
    assignee: { column: 'owner', unknown: 'LEAVE_OUT' },
  },
  steps: [
    { when: { status: 'Accepted' }, is: ['FIRST_RESPONSE', 'WORK'] },
    { when: { status: 'Waiting' }, is: [{ waiting: 'CLIENT_ANSWER', question: '{status}' }] },
    { when: { status: 'Done' }, is: ['RESTORED', 'RESOLVED'] },
    { when: { status: 'Closed' }, is: ['CLOSED'] },
  ],
};

/** `cases` cases of four entries each, in the order of a real log: interleaved, not sorted by case. */
function logOf(cases: number): string {
  const steps = ['Accepted', 'Waiting', 'Accepted', 'Done'];
  const lines = steps.flatMap((status, hour) =>
    Array.from(
      { length: cases },
      (_, index) =>
        `C${String(index).padStart(5, '0')},${status},2026-03-0${2 + (index % 5)}T0${hour + 1}:00:00+00:00,박지민`,
    ),
  );
  return ['case,status,at,owner', ...lines].join('\n');
}

function source(text: string, name = 'log.csv', chunk = 4_096): Source {
  const bytes = name.endsWith('.gz') ? gzipSync(text) : Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, index) =>
    bytes.subarray(index * chunk, (index + 1) * chunk),
  );
  return { name, open: () => Readable.from(chunks) };
}

async function start(tenantId: string, more: { readonly mapping?: unknown; readonly dryRun?: boolean } = {}) {
  const request = {
    tenantId,
    fileName: 'log.csv',
    fileId: null,
    mapping: more.mapping ?? mapping,
    dryRun: more.dryRun ?? false,
  };
  const run = await db.worker.asSystem({ providerId, tenantId }, (tx) => startImport(tx, request, staffId));
  return { providerId, tenantId, runId: run.run_id };
}

async function importInto(tenantId: string, from: Source, more: Parameters<typeof start>[1] = {}): Promise<Run | null> {
  return new RunImport(db.worker).run(await start(tenantId, more), from);
}

const count = async (table: string, tenantId: string): Promise<number> => {
  const [row] = await db.owner<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [
    tenantId,
  ]);
  return row?.n ?? -1;
};

it('brings every case with its history, its number, its assignee and its verdicts', async () => {
  const tenantId = await newTenant();
  await expect(importInto(tenantId, source(logOf(600)))).resolves.toMatchObject({
    state: 'DONE',
    rows_read: 2400,
    cases_total: 600,
    cases_written: 600,
    cases_rejected: 0,
  });
  await expect(count('ticket', tenantId)).resolves.toBe(600);
  const [ticket] = await db.owner(
    'select number, status, assignee_id, external_key, channel from ticket where tenant_id = $1 order by number limit 1',
    [tenantId],
  );
  expect(ticket).toEqual({
    number: 1,
    status: 'RESOLVED',
    assignee_id: staffId,
    external_key: 'C00000',
    channel: 'IMPORT',
  });
  const clocks = await db.owner(
    'select kind, verdict, count(*)::int as n from ticket_clock where tenant_id = $1 group by 1, 2 order by 1',
    [tenantId],
  );
  expect(clocks).toContainEqual({ kind: 'RESOLUTION', verdict: 'MET', n: 600 });
  await expect(count('import_entry', tenantId)).resolves.toBe(2400);
  const waited = await db.owner(
    `select count(*)::int as n from ticket_event where tenant_id = $1 and kind = 'WAITING_STARTED'`,
    [tenantId],
  );
  expect(waited).toEqual([{ n: 600 }]);
});

it('arms no timers and sends no mail for history', async () => {
  const tenantId = await newTenant();
  await importInto(tenantId, source(logOf(10)));
  const jobs = await db.owner(
    `select distinct queue, payload ->> 'topic' as topic from job where tenant_id = $1 order by 2`,
    [tenantId],
  );
  expect(jobs).toEqual([
    { queue: 'outbox', topic: 'import.finished' },
    { queue: 'outbox', topic: 'import.progressed' },
  ]);
});

it('the same file again changes nothing', async () => {
  const tenantId = await newTenant();
  await importInto(tenantId, source(logOf(30), 'log.csv.gz'));
  const before = await count('ticket_event', tenantId);
  await expect(importInto(tenantId, source(logOf(30)))).resolves.toMatchObject({
    cases_written: 0,
    cases_unchanged: 30,
    events_written: 0,
  });
  await expect(count('ticket_event', tenantId)).resolves.toBe(before);
});

it('a run that was killed in the middle goes on and ends as if nothing had happened', async () => {
  const tenantId = await newTenant();
  const target = await start(tenantId);
  const text = logOf(1_500);
  for (const stopAfter of [1, 2, 2, 1]) {
    let batches = 0;
    const killed = new RunImport(db.worker).run(target, source(text), {
      onProgress: () => {
        batches += 1;
        if (batches === stopAfter) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
  }
  await expect(new RunImport(db.worker).run(target, source(text))).resolves.toMatchObject({
    state: 'DONE',
    rows_read: 6000,
    cases_written: 1500,
    cases_rejected: 0,
  });
  await expect(count('ticket', tenantId)).resolves.toBe(1500);
  await expect(count('import_row', tenantId)).resolves.toBe(0);
});

it('one bad row rejects its case, with line and column; the others come in', async () => {
  const tenantId = await newTenant();
  const text = `${logOf(3)}\nC00001,Accepted,when it rained,박지민\nC00002,Exploded,2026-03-04T01:00:00Z,박지민`;
  await expect(importInto(tenantId, source(text))).resolves.toMatchObject({ cases_written: 1, cases_rejected: 2 });
  const errors = await db.owner(
    'select line, case_key, kind, column_name from import_error where tenant_id = $1 order by case_key',
    [tenantId],
  );
  expect(errors).toEqual([
    { line: '14', case_key: 'C00001', kind: 'NOT_A_TIME', column_name: 'at' },
    { line: '15', case_key: 'C00002', kind: 'UNMATCHED_ENTRY', column_name: null },
  ]);
});

it('a waiting reason that no contract knows rejects its case', async () => {
  const steps = mapping.steps.map((step) =>
    step.when.status === 'Waiting' ? { ...step, is: [{ waiting: 'MOON_PHASE' }] } : step,
  );
  await importInto(await newTenant(), source(logOf(1)), { mapping: { ...mapping, steps } });
  const errors = await db.owner(`select line, kind, detail from import_error where kind = 'UNKNOWN_WAITING_REASON'`);
  expect(errors).toEqual([{ line: '3', kind: 'UNKNOWN_WAITING_REASON', detail: { detail: 'MOON_PHASE' } }]);
});

it('a dry run writes nothing but says what it would do', async () => {
  const tenantId = await newTenant();
  await expect(importInto(tenantId, source(logOf(5)), { dryRun: true })).resolves.toMatchObject({
    state: 'DONE',
    cases_written: 5,
  });
  await expect(count('ticket', tenantId)).resolves.toBe(0);
});

it('a run can be taken back, until somebody has worked on one of its tickets', async () => {
  const tenantId = await newTenant();
  const target = await start(tenantId);
  await new RunImport(db.worker).run(target, source(logOf(5)));
  await db.owner('update ticket set version = 2 where tenant_id = $1 and number = 3', [tenantId]);
  const undo = () => db.worker.asSystem(target, (tx) => undoImport(tx, target.runId));
  await expect(undo()).resolves.toMatchObject({ kind: 'worked-on', tickets: 1 });
  await db.owner('update ticket set version = 1 where tenant_id = $1', [tenantId]);
  await expect(undo()).resolves.toMatchObject({ kind: 'changed', run: { state: 'UNDONE' } });
  for (const table of ['ticket', 'ticket_event', 'ticket_message', 'ticket_clock', 'import_case'])
    await expect(count(table, tenantId)).resolves.toBe(0);
});

it('account managers take back what they imported themselves, an administrator what anybody did', async () => {
  const undoAs = async (
    role: 'ACCOUNT_MANAGER' | 'PROVIDER_ADMIN',
    target: { readonly runId: string },
    own = false,
  ) => {
    const personId = own ? staffId : await createStaff(db, providerId, { role });
    const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
    return db.app.asPerson(caller, async (tx) => {
      const view = await importRunView(tx, target.runId, 'ko');
      return { offered: view?.['canUndo'], outcome: await undoImport(asStaff(tx), target.runId) };
    });
  };
  const tenantId = await newTenant();
  for (const [index, [role, own]] of (
    [
      ['ACCOUNT_MANAGER', true],
      ['PROVIDER_ADMIN', false],
    ] as const
  ).entries()) {
    const target = await start(tenantId);
    await new RunImport(db.worker).run(target, source(logOf(5)));
    await expect(undoAs('ACCOUNT_MANAGER', target)).resolves.toMatchObject({
      offered: false,
      outcome: { kind: 'refused', why: 'NOT_YOURS' },
    });
    await expect(count('ticket', tenantId)).resolves.toBe(5);
    await expect(undoAs(role, target, own)).resolves.toMatchObject({ offered: true, outcome: { kind: 'changed' } });
    await expect(count('ticket', tenantId)).resolves.toBe(0);
    const undone = await db.owner(`select 1 from audit_entry where tenant_id = $1 and action = 'import.undo'`, [
      tenantId,
    ]);
    expect(undone).toHaveLength(index + 1);
  }
});

it('a ticket that became confidential since counts as worked on, though whoever undoes can’t see it', async () => {
  const target = await start(await newTenant());
  await new RunImport(db.worker).run(target, source(logOf(3)));
  await db.owner(
    'update ticket set confidential = true, assignee_id = null, version = 2 where import_run_id = $1 and number = 2',
    [target.runId],
  );
  const caller = await signInAs(db, { providerId, personId: staffId }, 'CONSOLE');
  await expect(db.app.asPerson(caller, (tx) => undoImport(tx, target.runId))).resolves.toMatchObject({
    kind: 'worked-on',
    tickets: 1,
  });
});

it('a cancelled run stops at the next batch', async () => {
  const tenantId = await newTenant();
  const target = await start(tenantId);
  const run = await new RunImport(db.worker).run(target, source(logOf(1_500)), {
    onProgress: (progress) => {
      if (progress.cases_written > 0) void db.worker.asSystem(target, (tx) => cancelImport(tx, target.runId));
    },
  });
  expect(run?.state).toBe('CANCELLED');
  expect(await count('ticket', tenantId)).toBeLessThan(1500);
  await expect(count('import_row', tenantId)).resolves.toBe(0);
});

it.each([
  ['a mapping that names a column the file lacks', logOf(1).replace('owner', 'holder'), 'MISSING_COLUMN', 1],
  [
    'a quote that is never closed',
    'case,status,at,owner\nC0,Done,2026-03-02T01:00:00Z,x\nC1,"Accepted,2026-03-02T01:00:00Z,x\nC2,Done,,\n',
    'UNCLOSED_QUOTE',
    3,
  ],
  ['a quote out of place', 'case,status,at,owner\nC1,Acc"ep"ted,2026-03-02T01:00:00Z,x\n', 'STRAY_QUOTE', 2],
  ['rows of different widths', 'case,status,at,owner\nC1,Accepted\n', 'WRONG_WIDTH', 2],
  ['a row without end', `case,status,at,owner\nC1,"${'x'.repeat(4_200_000)}`, 'ROW_TOO_LONG', 2],
  ['a case key of 1 MB', `case,status,at,owner\n${'k'.repeat(1_000_000)},Done,,\n`, 'CASE_KEY_TOO_LONG', 2],
  ['two columns of one name', 'case,case,at,owner\n', 'DUPLICATE_COLUMN', 1],
  ['an empty file', '', 'NO_HEADER', 1],
  ['a row without a case', 'case,status,at,owner\n,Accepted,2026-03-02T01:00:00Z,x\n', 'EMPTY_CASE_KEY', 2],
])('%s fails the run, saying what and where', async (_, text, kind, line) => {
  const failed = await importInto(await newTenant(), source(text));
  expect(failed).toMatchObject({ state: 'FAILED', failure: { kind, ...(line === null ? {} : { line }) } });
});

it('a cell of 1 MB comes in where it is only kept, and rejects its case where it would be a description', async () => {
  const text = `case,status,at,owner\nC1,Done,2026-03-02T01:00:00Z,${'글'.repeat(1_000_000)}`;
  await expect(importInto(await newTenant(), source(text))).resolves.toMatchObject({ cases_written: 1 });
  const described = { ...mapping, ticket: { ...mapping.ticket, description: '{owner}' } };
  const tenantId = await newTenant();
  await expect(importInto(tenantId, source(text), { mapping: described })).resolves.toMatchObject({
    cases_written: 0,
    cases_rejected: 1,
  });
  const errors = await db.owner('select line, kind, column_name from import_error where tenant_id = $1', [tenantId]);
  expect(errors).toEqual([{ line: '2', kind: 'TEXT_TOO_LONG', column_name: 'owner' }]);
});

it('NUL and bytes of another encoding reject their cases, with line and column', async () => {
  const tenantId = await newTenant();
  const bytes = Buffer.concat([
    Buffer.from('case,status,at,owner\nC1,Done,2026-03-02T01:00:00Z,a\0b\nC2,Done,2026-03-02T01:00:00Z,'),
    Buffer.from([0xc1, 0xa2]),
    Buffer.from('\nC3,Done,2026-03-02T01:00:00Z,x\n'),
  ]);
  const file: Source = { name: 'log.csv', open: () => Readable.from([bytes]) };
  await expect(importInto(tenantId, file)).resolves.toMatchObject({ cases_written: 1, cases_rejected: 2 });
  const errors = await db.owner('select line, kind, column_name from import_error where tenant_id = $1 order by line', [
    tenantId,
  ]);
  const broken = { kind: 'UNREADABLE_TEXT', column_name: 'owner' };
  expect(errors).toEqual([
    { line: '2', ...broken },
    { line: '3', ...broken },
  ]);
});

it('a file that is no gzip fails the run', async () => {
  const broken: Source = { name: 'log.csv.gz', open: () => Readable.from([Buffer.from('not compressed')]) };
  await expect(importInto(await newTenant(), broken)).resolves.toMatchObject({
    state: 'FAILED',
    failure: { kind: 'BROKEN_COMPRESSION' },
  });
});

/** Three rows of two cases, packed by xz. */
const XZ = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ACRAFNdADGYSszskfkmMMFper7c3xo2rLpqgNK1jziYTy+d7f26F97IC8th6kMDyCYL2ArAY5hw8gQZ' +
    'SKLYBCFzkcPKHyN6d5rn2cUtjmvb9uDkIkPik8wAAADPMaYSbdiOMgABb5IBAAAAR3qNKbHEZ/sCAAAAAARZWg==',
  'base64',
);

it('a file packed by xz comes in, also when it arrives in small pieces', async () => {
  const pieces = Array.from({ length: Math.ceil(XZ.length / 20) }, (_, index) =>
    XZ.subarray(index * 20, index * 20 + 20),
  );
  for (const chunks of [[XZ], pieces]) {
    const file: Source = { name: 'log.csv.xz', open: () => Readable.from(chunks) };
    await expect(importInto(await newTenant(), file)).resolves.toMatchObject({
      state: 'DONE',
      rows_read: 3,
      cases_written: 2,
      cases_rejected: 0,
    });
  }
});

it.each([
  ['a file that is no xz', Buffer.from('not compressed')],
  ['half a file of xz', XZ.subarray(0, 90)],
])('%s fails the run', async (_, bytes) => {
  const broken: Source = { name: 'log.csv.xz', open: () => Readable.from([bytes]) };
  await expect(importInto(await newTenant(), broken)).resolves.toMatchObject({
    state: 'FAILED',
    failure: { kind: 'BROKEN_COMPRESSION' },
  });
});
