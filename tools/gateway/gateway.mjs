// node tools/gateway/gateway.mjs [--port 4290] [--answer ok|refuse|slow] [--report delivered|failed|none]: a gateway of
// your own machine, for trying messages without a vendor. It prints what it is given, answers as it is told to, and reports
// deliveries to the address in `reportTo`. Daylight reaches it with DAYLIGHT_OUTBOUND_NETWORKS=loopback and the template
// "HTTP + JSON" at http://127.0.0.1:4290/messages.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const REPORT_AFTER_MS = 1_000;
const SLOW_MS = 30_000;

/** Starts it; resolves to its server once it listens. `say` is told of each message. */
export function startGateway({ port, answer = 'ok', report = 'delivered', say }) {
  let count = 0;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const id = `local-${(count += 1)}`;
      say(`${request.method} ${request.url} ${body}`);
      const reply = (status, json) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      if (answer === 'refuse') return reply(401, { error: 'no such key' });
      if (answer === 'slow') return void setTimeout(() => reply(200, { id }), SLOW_MS).unref();
      reply(200, { id });
      if (report !== 'none') setTimeout(() => void tell(reportAddress(body), id, report, say), REPORT_AFTER_MS).unref();
      return undefined;
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function reportAddress(body) {
  try {
    return JSON.parse(body).reportTo ?? null;
  } catch {
    return null;
  }
}

async function tell(address, id, status, say) {
  if (address === null) return;
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ id, status }) });
    say(`reported ${id} as ${status}: ${answer.status}`);
  } catch (error) {
    say(`the report of ${id} did not get through: ${error.message}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4290' },
      answer: { type: 'string', default: 'ok' },
      report: { type: 'string', default: 'delivered' },
    },
  });
  const server = await startGateway({ ...values, port: Number(values.port), say: (line) => console.log(line) });
  console.log(`A gateway listens at http://127.0.0.1:${server.address().port}/messages`);
}
