// Development: API and worker from source, the front ends by Vite with live reload, one origin as in production.
import http from 'node:http';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { startFromSource } from './processes.mjs';
import { supervise } from './supervise.mjs';

/** What the API answers; everything else is a page or a module of a front end. */
const API =
  /^\/(?:(?:portal|console)\/(?:graphql|files|exports|events)|api|auth|files|hooks|mailbox|healthz|readyz|metrics)(?:[/?]|$)/;
const FRONT_ENDS = { portal: '/', console: '/console/' };

export async function startDevelopment({ root, log, onHopeless, environment, port, started }) {
  const apiPort = await freePort();
  for (const process of startFromSource({ root, env: environment(apiPort), log, onHopeless })) started(process);
  const ports = { api: apiPort };
  for (const [name, base] of Object.entries(FRONT_ENDS)) {
    ports[name] = await freePort();
    const args = [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      '--host',
      '127.0.0.1',
      '--port',
      String(ports[name]),
      '--strictPort',
      '--base',
      base,
      '--clearScreen',
      'false',
    ];
    started(supervise({ name, args, cwd: path.join(root, 'apps', name), env: process.env, log, onHopeless }));
  }
  started(await serveOneOrigin(port, ports));
}

function targetOf(url, ports) {
  if (API.test(url)) return ports.api;
  return url.startsWith('/console/') || url === '/console' ? ports.console : ports.portal;
}

/** Forwards requests, event streams and Vite's web sockets. */
function serveOneOrigin(port, ports) {
  const server = http.createServer((request, response) => {
    const forward = http.request(to(request, ports), (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    forward.on('error', () => response.headersSent || response.writeHead(502).end('Not up yet; reload in a moment.'));
    response.on('close', () => forward.destroy());
    request.pipe(forward);
  });
  server.on('upgrade', (request, socket, head) => {
    const forward = http.request(to(request, ports)).on('error', () => socket.destroy());
    forward.on('upgrade', (answer, upstream, first) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(['HTTP/1.1 101 Switching Protocols', ...headers, '', ''].join('\r\n'));
      upstream.on('error', () => socket.destroy()).write(head);
      socket.on('error', () => upstream.destroy()).write(first);
      upstream.pipe(socket).pipe(upstream);
    });
    forward.end();
  });
  const stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, () => resolve({ name: 'front door', stop }));
  });
}

function to({ url, method, headers }, ports) {
  return { host: '127.0.0.1', port: targetOf(url, ports), path: url, method, headers };
}
