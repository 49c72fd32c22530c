import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runModule } from '../test/run-module.js';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-supervise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Supervises a script; the supervisor prints what happens, the script its own words. */
function supervising(script: string, then: string): ReturnType<typeof runModule> {
  writeFileSync(join(folder, 'child.mjs'), script);
  return runModule(
    `import { supervise } from './tools/start/supervise.mjs';
     const child = supervise({
       name: 'child', args: [process.env.SCRIPT], cwd: '/', env: process.env, log: (line) => console.log(line),
       onHopeless: async (error) => { console.log('hopeless: ' + error.message); await child.stop(); process.exitCode = 1; },
     });
     ${then}`,
    { env: { SCRIPT: join(folder, 'child.mjs'), FOLDER: folder } },
  );
}

/** Lives once for each line of a list: \`crash\`, \`stay\`. */
const byPlan = (plan: readonly string[]): string => `
  import fs from 'node:fs';
  const file = process.env.FOLDER + '/lives';
  const life = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  fs.writeFileSync(file, String(life + 1));
  process.on('SIGTERM', () => { console.log('goodbye'); process.exit(0); });
  if (${JSON.stringify(plan)}[life] === 'crash') process.exit(7);
  setInterval(() => {}, 1000);
  console.log('up in life ' + (life + 1));
`;

describe('a supervised process', () => {
  it('is started again after a crash, and the log says why', async () => {
    const { stdout } = await supervising(
      byPlan(['crash', 'crash', 'stay']),
      `import { existsSync, readFileSync } from 'node:fs';
       const lives = () => existsSync(process.env.FOLDER + '/lives') ? Number(readFileSync(process.env.FOLDER + '/lives', 'utf8')) : 0;
       while (lives() < 3) await new Promise((resolve) => setTimeout(resolve, 50));
       await new Promise((resolve) => setTimeout(resolve, 300));
       await child.stop();`,
    );
    expect(stdout.split('\n').filter(Boolean)).toEqual([
      'child stopped (exit code 7); starting it again in 0.5 s',
      'child stopped (exit code 7); starting it again in 1 s',
      'up in life 3',
      'goodbye',
    ]);
  });

  it('is given up when it never stays up', async () => {
    const { stdout, code } = await supervising(byPlan(['crash', 'crash', 'crash', 'crash']), '');
    expect(stdout).toContain('hopeless: child does not stay up (exit code 7)');
    expect(code).toBe(1);
  });

  it('is asked to stop when its supervisor is killed', async () => {
    const { stdout, signal } = await supervising(
      byPlan(['stay']),
      `setTimeout(() => process.kill(process.pid, 'SIGKILL'), 700);`,
    );
    expect(signal).toBe('SIGKILL');
    expect(stdout).toContain('goodbye');
  });
});

describe('the port', () => {
  const ports = (env: Readonly<Record<string, string>>): ReturnType<typeof runModule> =>
    runModule(
      `import { requireFree, wantedPort } from './tools/start/ports.mjs';
       try { const port = wantedPort(process.env); await requireFree(port); console.log(port); } catch (error) { console.log(error.message); }`,
      { env },
    );

  it('that is in use is refused with another to try', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { stdout } = await ports({ PORT: String(port) });
    server.close();
    expect(stdout).toContain(`Port ${port} is in use`);
    expect(stdout).toContain(`PORT=${port + 1} npm start`);
  });

  it.each(['80a', '-1', '70000', '4280.5'])('%s is refused as a port', async (text) => {
    expect((await ports({ PORT: text })).stdout).toContain(`PORT is "${text}"; it must be a number from 1 to 65535.`);
  });
});
