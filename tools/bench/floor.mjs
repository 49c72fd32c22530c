// The floor: node:http, one prepared statement, JSON.stringify. Configured by BENCH_FLOOR (JSON), listens on 127.0.0.1.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';
import { normalise, tokensOf } from '../../libs/api/tickets/dist/text/tokens.js';
import { CREATE, DETAIL, KPI, QUEUE, SEARCH } from './floor-statements.mjs';

const { url, port, providerId } = JSON.parse(process.env.BENCH_FLOOR);
const SEOUL_MS = 9 * 3_600_000;
const pool = new pg.Pool({ connectionString: url, max: 10, idleTimeoutMillis: 0, application_name: 'bench-floor' });

function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const lineOf = (row) => ({
  ...{
    id: row.ticket_id,
    key: `${row.prefix}-${row.number}`,
    type: row.type,
    status: row.status,
    priority: row.priority,
  },
  ...{ subject: row.subject, confidential: row.confidential, outOfContract: row.contract_version_id === null },
  tenant: { id: row.tenant_id, name: row.tenant_name, prefix: row.prefix },
  service: { id: row.service_item_id, name: row.service_name },
  requester:
    row.requester_id === null ? null : { id: row.requester_id, displayName: row.requester_name, side: 'CLIENT' },
  assignee: row.assignee_id === null ? null : { id: row.assignee_id, displayName: row.assignee_name, side: 'PROVIDER' },
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name },
  ...{
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    waitingReason: row.waiting_name,
    reopenCount: row.reopen_count,
  },
  nextDue:
    row.next_due_kind === null ? null : { kind: row.next_due_kind, state: row.next_due_state, dueAt: row.next_due_at },
  version: row.version,
});

const wholeOf = (row) => ({
  ...lineOf(row),
  ...{
    description: row.description,
    impact: row.impact,
    urgency: row.urgency,
    channel: row.channel,
    externalKey: row.external_key,
  },
  ...{ restoredAt: row.restored_at, resolvedAt: row.resolved_at, resolutionCode: row.resolution_code },
  ...{ messages: row.messages, timeline: row.timeline, clocks: row.clocks },
});

const ask = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const routes = {
  queue: async ({ first }) => (await ask('queue', QUEUE, [providerId, first])).map(lineOf),
  detail: async ({ id }) => (await ask('detail', DETAIL, [providerId, id])).map(wholeOf)[0],
  kpi: ({ tenantId, from, to }) => ask('kpi', KPI, [providerId, tenantId, from, to]),
  search: async ({ text, first }) => {
    const words = normalise(text).split(' ');
    const [one, two] = [words[0], words[1] ?? words[0]];
    return (await ask('search', SEARCH, [providerId, one, tokensOf(one), two, tokensOf(two), first])).map(lineOf);
  },
  create: async ({ key, ...input }) => {
    const { tenantId, requesterId, subject, description, service, versionId, termsDigest } = input;
    const at = Date.now();
    const due = [0.5, 8, 24].map((hours) => new Date(at + hours * 3_600_000));
    const ticketId = newId();
    const haystack = normalise(`${subject} ${description}`);
    const data = { type: 'INCIDENT', priority: 'P3', impact: 2, urgency: 2, channel: 'PORTAL', requesterId };
    const [row] = await ask('create', CREATE, [
      ...[
        providerId,
        tenantId,
        ticketId,
        requesterId,
        subject,
        description,
        service.id,
        JSON.stringify(service.name),
        versionId,
      ],
      ...[termsDigest, new Date(at), due, JSON.stringify(data), haystack, tokensOf(haystack)],
      ...[[newId(), newId(), newId()], key, createHash('sha256').update(JSON.stringify(input)).digest('hex')],
      new Date(at + SEOUL_MS).toISOString().slice(0, 7),
    ]);
    return { id: row.ticket_id, number: row.number, status: row.status, dueAt: row.next_due_at };
  },
};

function answer(request, response) {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    try {
      const result = await routes[request.url.slice(1)](JSON.parse(body));
      const text = JSON.stringify(result);
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text);
    } catch (error) {
      response.writeHead(500).end(String(error?.stack));
    }
  });
}

http.createServer(answer).listen(port, '127.0.0.1');
