import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
}

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const dockerfile = read('deploy/Dockerfile').replaceAll('\\\n', ' ').split('\n');
const instructions = (word: string): readonly string[] =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim());

function service(name: string): Service {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

/** What `npm start` runs, asked of the program itself. */
function startCommand(name: string): readonly string[] {
  const script = `const c = await import('./tools/start/commands.mjs'); console.log(JSON.stringify(['node', ...c.NODE_FLAGS, c.mainOf('${name}')]))`;
  const asked = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  return JSON.parse(asked.stdout) as readonly string[];
}

describe('docker-compose.yml', () => {
  it('has the database, the migration, the two processes, the front door and a mailbox', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'front', 'mailpit', 'migrate', 'postgres', 'worker']);
    expect(service('postgres').image).toBe('postgres:18');
  });

  it.each(['api', 'worker'])('starts the %s with the command that npm start uses', (name) => {
    expect(service(name).command).toEqual(startCommand(name));
  });

  it('migrates with the command of npm run db:migrate', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(service('migrate').command?.join(' ')).toBe(scripts['db:migrate']);
  });

  it.each(['api', 'worker'])('starts the %s only when the migration has succeeded', (name) => {
    expect(service(name).depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect(service('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it.each(['api', 'worker', 'front', 'mailpit'])(
    'never tells the %s the password of the owner or of the superuser',
    (name) => {
      expect(JSON.stringify(service(name))).not.toMatch(/OWNER|POSTGRES_PASSWORD|"DATABASE_/);
    },
  );

  it('gives each process the connection of its own role', () => {
    expect(service('api').environment?.['DAYLIGHT_APP_DATABASE_URL']).toMatch(/^postgres:\/\/daylight_app:/);
    expect(service('worker').environment?.['DAYLIGHT_WORKER_DATABASE_URL']).toMatch(/^postgres:\/\/daylight_worker:/);
  });

  it('holds no secret: each comes from .env, and its absence is said', () => {
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET/.test(name)) expect(value).toMatch(/^\$\{\w+:\?.+\}$/);
        for (const [, password] of value.matchAll(/:\/\/\w+:([^@]+)@/g)) expect(password).toMatch(/^\$\{\w+:\?.+\}$/);
      }
    }
  });

  it('names in deploy/example.env every variable that it asks for', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const named = [...read('deploy/example.env').matchAll(/^#?(\w+)=/gm)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual([...new Set(named)].sort());
  });

  it('checks the health of every service that stays', () => {
    for (const [name, { healthcheck, restart }] of services) {
      if (restart === 'no' || name === 'api') continue; // the API's is the image's own
      expect([name, healthcheck?.test?.[0]]).toEqual([name, 'CMD']);
    }
    expect(instructions('HEALTHCHECK')[0]).toContain('http://127.0.0.1:4280/readyz');
  });

  it('publishes only the front door to the network', () => {
    for (const [name, { ports = [] }] of services) {
      for (const port of ports) expect(name === 'front' || port.startsWith('127.0.0.1:')).toBe(true);
    }
  });

  it('mounts only files that exist and volumes that are declared', () => {
    for (const source of services.flatMap(([, { volumes = [] }]) => volumes.map((each) => each.split(':')[0] ?? ''))) {
      if (source.startsWith('./')) expect([source, existsSync(join(root, source))]).toEqual([source, true]);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
    expect(statSync(join(root, 'deploy/postgres/make-owner.sh')).mode & 0o111).not.toBe(0);
  });
});

describe('the image', () => {
  it('is built by the commands that the tests run', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const steps = instructions('RUN').flatMap((line) => line.split('&&').map((step) => step.trim().split(/\s+/)));
    const npm = steps.filter(([program]) => program === 'npm').map((step) => step.join(' '));
    expect(npm).toEqual(['npm ci', 'npm run build', 'npm ci --omit=dev']);
    expect(scripts['build']).toContain('nx run-many -t build');
    // Whatever else is run is part of every Debian, not of ours.
    const others = new Set(steps.map(([program]) => program).filter((program) => program !== 'npm'));
    expect([...others].sort()).toEqual(['cd', 'chown', 'cp', 'mkdir', 'rm']);
  });

  it('installs by the manifest of every workspace: the step is run here', () => {
    const app = mkdtempSync(join(tmpdir(), 'daylight-image-'));
    const step = instructions('RUN').find((line) => line.includes('--parents')) ?? 'false';
    const here = step.replace('/source', root).replace(/ \/app$/, ` ${app}`);
    expect(spawnSync('sh', ['-c', here], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { link?: boolean }> };
    const workspaces = Object.keys(packages).filter((path) => /^(?:apps|libs|tools)(?:\/|$)/.test(path));
    for (const path of workspaces) expect([path, existsSync(join(app, path, 'package.json'))]).toEqual([path, true]);
    expect(readdirSync(app)).toEqual(expect.arrayContaining(['.npmrc', 'package.json', 'package-lock.json']));
    rmSync(app, { recursive: true });
  });

  it('checks its health by a file that is there and is shipped', () => {
    const checks = [
      instructions('HEALTHCHECK')[0] ?? '',
      ...services.flatMap(([, { healthcheck }]) => healthcheck?.test?.join(' ') ?? []),
    ];
    const files = checks.flatMap((text) => [...text.matchAll(/tools\/[\w/]+\.mjs/g)].map(([file]) => file));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
  });

  it('starts the API by default, as an ordinary user', () => {
    expect(JSON.parse(instructions('CMD').at(-1) ?? '[]')).toEqual(startCommand('api'));
    expect(instructions('USER')).toEqual(['node']);
  });

  it('copies every folder that the commands name', () => {
    const copied = instructions('COPY')
      .filter((line) => line.startsWith('--from=build'))
      .map((line) => line.split(' ').at(-1));
    expect(copied).toEqual(expect.arrayContaining(['apps', 'libs', 'tools', './']));
  });

  it('runs a Node.js that package.json supports', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const major = Number(/^NODE=(\d+)/.exec(instructions('ARG')[0] ?? '')?.[1]);
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  });
});
