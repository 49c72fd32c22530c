import { createServer, type Server } from 'node:http';

/** What `/healthz` says. Unhealthy: the loop has stopped turning, so a restart helps; a database that is away is not cured by one. */
export interface Health {
  readonly healthy: boolean;
  readonly database: 'there' | 'away';
}

export interface StatusSources {
  health(): Health;
  metrics(): Promise<string>;
}

/** Answers `/healthz` and `/metrics` on `port`; resolves when it listens. */
export function serveStatus(port: number, host: string, sources: StatusSources): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const path = request.url?.split('?')[0];
    if (path === '/healthz') {
      const health = sources.health();
      answer(health.healthy ? 200 : 503, 'application/json', JSON.stringify(health));
    } else if (path === '/metrics') {
      sources.metrics().then(
        (text) => answer(200, 'text/plain; version=0.0.4; charset=utf-8', text),
        () => answer(503, 'text/plain', 'unavailable'),
      );
    } else answer(404, 'text/plain', 'not found');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(server));
  });
}
