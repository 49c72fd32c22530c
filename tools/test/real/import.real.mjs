// The main job on real input: 65,533 entries of 7,554 incidents (BPI Challenge 2013) into a client of Stockholm hours.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { seedHolidays } from '@daylight/api-calendars';
import { createReview, publishReview, signReview, TZ_DATA_VERSION, verifyReview } from '@daylight/api-reviews';
import { createWorld } from './world.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LOG = path.join(process.env.DAYLIGHT_FIXTURES, 'data/bpi2013_incidents.csv.xz');
const MAPPING = path.join(import.meta.dirname, 'volvo-mapping.json');

// Facts computed independently of Daylight, from the data's own description.
const ENTRIES_BY_STATUS = {
  'Accepted/In Progress': 30239,
  'Queued/Awaiting Assignment': 11544,
  'Completed/Resolved': 6115,
  'Completed/Closed': 5716,
  'Accepted/Wait - User': 4217,
  'Accepted/Assigned': 3221,
  'Completed/In Call': 2035,
  'Accepted/Wait': 1533,
  'Accepted/Wait - Implementation': 493,
  'Accepted/Wait - Vendor': 313,
  'Accepted/Wait - Customer': 101,
  'Unmatched/Unmatched': 5,
  'Completed/Cancelled': 1,
};

let world;
before(async () => {
  world = await createWorld(seedHolidays);
});
after(() => world.close());

const one = async (text, values = [world.tenantId]) => (await world.db.owner(text, values))[0];

/** Runs the command line as a person would; `killWhen(output)` true: kill -9. */
function importLog(killWhen = () => false) {
  const args = ['tools/import/import.mjs', '--tenant', world.tenantId, '--mapping', MAPPING, LOG];
  const env = { ...process.env, DAYLIGHT_WORKER_DATABASE_URL: world.db.url('daylight_worker') };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  const hear = (chunk) => {
    said += chunk;
    if (killWhen(said)) process.kill(-child.pid, 'SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })));
}

test('an import that is killed in the middle is taken up and brings everything once', async () => {
  const killed = await importLog((said) => /writing: 65533 rows, [1-9]\d{3}/.test(said));
  assert.equal(killed.code === 0, false, killed.said);
  const before = (await one('select count(*)::int as n from ticket where tenant_id = $1')).n;
  assert.ok(before > 0 && before < 7554, `killed after ${before} cases`);
  const { code, said } = await importLog();
  console.log(said.split('\n').slice(-3).join('\n'));
  assert.equal(code, 0, said);
  assert.match(said, /going on with the run/);
  assert.equal((await one('select count(*)::int as n from ticket where tenant_id = $1')).n, 7554);
});

test('every entry of the log is there, by status', async () => {
  const rows = await world.db.owner(
    `select data ->> 'concept:name' || '/' || (data ->> 'lifecycle:transition') as status, count(*)::int as n
     from import_entry where tenant_id = $1 group by 1`,
    [world.tenantId],
  );
  assert.deepEqual(Object.fromEntries(rows.map(({ status, n }) => [status, n])), ENTRIES_BY_STATUS);
});

test('first-to-last durations of the cases are exactly those computed elsewhere', async () => {
  const facts = await one(
    `with span as (select extract(epoch from max(occurred_at) - min(occurred_at)) as s from import_entry where tenant_id = $1 group by ticket_id)
     select round(avg(s), 2)::text as mean,
       round(percentile_cont(0.5) within group (order by s)::numeric, 1)::text as median,
       round(percentile_cont(0.9) within group (order by s)::numeric, 1)::text as p90 from span`,
  );
  assert.deepEqual({ ...facts }, { mean: '1043655.35', median: '652244.5', p90: '1948799.2' });
});

test('a ticket opens when its case begins and ends when its log says so', async () => {
  const wrong = await one(
    `select count(*)::int as n from ticket t
     join (select ticket_id, min(occurred_at) as first from import_entry where tenant_id = $1 group by 1) e using (ticket_id)
     where t.tenant_id = $1 and t.opened_at <> e.first`,
  );
  assert.equal(wrong.n, 0);
  const cancelled = await one(`select count(*)::int as n from ticket where tenant_id = $1 and status = 'CANCELLED'`);
  assert.ok(cancelled.n <= 1);
});

test('every judged clock carries its verdict, and waiting on the user was taken off', async () => {
  const rows = await world.db.owner(
    'select kind, verdict, count(*)::int as n from ticket_clock where tenant_id = $1 group by 1, 2 order by 1, 2',
    [world.tenantId],
  );
  console.log(rows.map(({ kind, verdict, n }) => `${kind} ${verdict ?? 'open'}: ${n}`).join(', '));
  assert.ok(rows.some(({ kind, verdict, n }) => kind === 'FIRST_RESPONSE' && verdict === 'MET' && n > 0));
  const responses = rows.filter(({ kind }) => kind === 'FIRST_RESPONSE').reduce((sum, { n }) => sum + n, 0);
  assert.equal(responses, 7554);
});

test('a second import of the same file has no effect', async () => {
  const state = () =>
    one(`select (select count(*) from ticket_event where tenant_id = $1) as events,
           (select md5(string_agg(ticket_id::text || version || last_seq, ',' order by ticket_id)) from ticket where tenant_id = $1) as tickets`);
  const before = await state();
  const { code, said } = await importLog();
  assert.equal(code, 0, said);
  assert.match(said, /0 cases written, 7554 unchanged, 0 rejected, 0 events/);
  assert.deepEqual(await state(), before);
});

const QUARTERS = [
  '2010-Q1',
  '2010-Q2',
  '2010-Q3',
  '2010-Q4',
  '2011-Q1',
  '2011-Q2',
  '2011-Q3',
  '2011-Q4',
  '2012-Q1',
  '2012-Q2',
];
const attainment = (review, clock) =>
  review.figures.find((figure) => figure.key === 'SLA_ATTAINMENT' && figure.clock === clock);
const figure = (review, key) => review.figures.find((each) => each.key === key);

async function draft(period) {
  const result = await world.asManager((tx) => createReview(tx, { tenantId: world.tenantId, period }));
  assert.equal(result.__typename, 'ReviewChanged', `${period}: ${JSON.stringify(result)}`);
  return result.review;
}

test('the figures of each quarter rest on what the log says, small numbers and no data shown as such', async () => {
  let opened = 0;
  let judged = 0;
  for (const period of QUARTERS) {
    const review = await draft(period);
    const resolution = attainment(review, 'RESOLUTION');
    opened += figure(review, 'OPENED').value;
    judged += resolution.n;
    if (resolution.n === 0) assert.equal(resolution.value, null, `${period}: no verdict is no data`);
    console.log(
      `${period}: opened ${figure(review, 'OPENED').value}, resolved ${figure(review, 'RESOLVED').value}, resolution ${resolution.display ?? resolution.value} (n ${resolution.n}), backlog ${figure(review, 'BACKLOG_END').value}`,
    );
  }
  assert.equal(opened, 7554);
  const counted = await one(
    `select count(*)::int as n from ticket_clock where tenant_id = $1 and kind = 'RESOLUTION' and verdict is not null
       and verdict_at < timestamp '2012-07-01' at time zone 'Europe/Stockholm'`,
  );
  assert.equal(judged, counted.n);
});

test('a review is published, signed by both and verified to the same bits', async () => {
  const before = await draft('2012-Q2');
  const published = await world.asManager((tx) =>
    publishReview(tx, { reviewId: before.id, expectedVersion: before.version }, TZ_DATA_VERSION),
  );
  assert.equal(published.__typename, 'ReviewChanged', JSON.stringify(published).slice(0, 500));
  const { id, digest } = published.review;
  for (const as of [world.asManager, world.asApprover]) {
    const signed = await as((tx) => signReview(tx, { reviewId: id, digest }));
    assert.equal(signed.__typename, 'ReviewChanged', JSON.stringify(signed).slice(0, 500));
  }
  const verdict = await world.asApprover((tx) => verifyReview(tx, id, TZ_DATA_VERSION));
  assert.deepEqual([verdict.same, verdict.differences], [true, []]);
  assert.equal(verdict.recomputedDigest, verdict.digest);
  console.log(`verified over ${verdict.tickets} tickets: ${verdict.digest}`);
});

test('an event that the owner alters afterwards is named by the verification', async () => {
  const [review] = await world.db.owner(
    `select review_id, document::jsonb #>> '{figures,tickets,0,ticketId}' as ticket_id from review where tenant_id = $1 and state = 'SIGNED'`,
    [world.tenantId],
  );
  await world.db.owner(
    `update ticket_event set occurred_at = occurred_at + interval '1 hour' where ticket_id = $1 and kind = 'RESOLVED'`,
    [review.ticket_id],
  );
  const verdict = await world.asManager((tx) => verifyReview(tx, review.review_id, TZ_DATA_VERSION));
  assert.equal(verdict.same, false);
  assert.ok(
    verdict.differences.some(({ ticketId }) => ticketId === review.ticket_id),
    JSON.stringify(verdict.differences).slice(0, 500),
  );
});
