// The port that people will type, checked before anything slow begins.
import net from 'node:net';

const DEFAULT_PORT = 4280;

/** PORT as a number; throws with a sentence when it isn't one. */
export function wantedPort(env) {
  const port = Number(env.PORT || DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);
}

export async function requireFree(port) {
  const problem = await tryListen(port);
  if (problem === null) return;
  if (problem.code === 'EADDRINUSE') {
    throw new Error(
      `Port ${port} is in use, perhaps by a Daylight that runs already. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
  }
  throw new Error(`Port ${port} can't be used (${problem.code}). Choose another: PORT=4280 npm start`);
}

function tryListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', resolve);
    server.listen(port, () => server.close(() => resolve(null)));
  });
}

/** A port that nobody uses now, on this machine only. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
