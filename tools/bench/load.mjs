// A bounded number of keep-alive connections to 127.0.0.1, each asking again as soon as it is answered.
import http from 'node:http';

const CONNECTIONS = 8;

function send(agent, port, { path, headers, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: 'POST',
        path,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function check({ status, body }, expected) {
  const text = body.toString('utf8');
  if (status === 200 && !text.includes('"errors":') && text.includes(expected)) return;
  throw new Error(`an answer was not what the job expects (${status}, wanted ${expected}): ${text.slice(0, 1_000)}`);
}

/** Nearest rank. */
const percentile = (sorted, p) => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];

/**
 * Asks `make(n)` over and over until `seconds` or `most` requests are over. Every answer is checked to hold `expected`.
 * `{ requests, seconds, p50, p99, bytes }`, times in ms, bytes of one body at the median.
 */
export async function load({ port, make, expected, seconds, most = Infinity, connections = CONNECTIONS }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const sizes = [];
  const from = performance.now();
  const until = from + seconds * 1_000;
  let sent = 0;
  const worker = async () => {
    while (sent < most && performance.now() < until) {
      const request = make(sent++);
      const at = performance.now();
      const answer = await send(agent, port, request);
      times.push(performance.now() - at);
      sizes.push(answer.body.length);
      check(answer, expected);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    agent.destroy();
  }
  const taken = (performance.now() - from) / 1_000;
  times.sort((a, b) => a - b);
  sizes.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: taken,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    bytes: percentile(sizes, 0.5),
  };
}
