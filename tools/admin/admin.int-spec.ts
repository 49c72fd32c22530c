import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function admin(args: readonly string[], role = 'daylight_worker'): Promise<Outcome> {
  const env = {
    ...process.env,
    DAYLIGHT_WORKER_DATABASE_URL: db.url(role),
    DAYLIGHT_ORIGIN: 'https://daylight.example',
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['tools/admin/admin.mjs', ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const complete = (slug: string): readonly string[] => [
  'create-provider',
  '--name=북극성 MSP',
  `--slug=${slug}`,
  '--email=Admin@North.example',
  '--person=김민수',
  '--zone=Asia/Seoul',
  '--language=ko',
];

async function linkIn(output: string) {
  const token = /https:\/\/daylight\.example\/console\/welcome\?token=([\w-]{43})\n/.exec(output)?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const [row] = await db.bare('select * from one_time_link_peek($1)', [hash]);
  return row;
}

it('makes a provider, its administrator and a link that is good', async () => {
  const { code, out, err } = await admin(complete('north'));
  expect([code, err]).toEqual([0, '']);
  await expect(linkIn(out)).resolves.toMatchObject({
    purpose: 'INVITATION',
    provider_name: '북극성 MSP',
    email: 'admin@north.example',
    side: 'PROVIDER',
  });
  const audit = await db.owner(`select actor_side, action from audit_entry where action = 'provider.create'`);
  expect(audit).toEqual([{ actor_side: 'SYSTEM', action: 'provider.create' }]);
});

it('names what is missing or malformed, and writes nothing', async () => {
  const { code, err } = await admin([
    'create-provider',
    '--name=X',
    '--slug=Not A Slug',
    '--zone=Mars',
    '--language=fr',
  ]);
  expect(code).toBe(2);
  for (const fault of [
    '--slug takes',
    '--email is missing',
    '--person is missing',
    '--zone is not',
    '--language is ko or en',
  ]) {
    expect(err).toContain(fault);
  }
  const unknown = await admin(['create-provider', '--colour=red']);
  expect([unknown.code, unknown.err.includes('--colour')]).toEqual([2, true]);
  const none = await admin([]);
  expect([none.code, none.err.includes('sign-in-link')]).toEqual([2, true]);
});

it('a slug is one of its kind', async () => {
  await admin(complete('twice'));
  const { code, err } = await admin(complete('twice'));
  expect([code, err]).toEqual([2, 'There is a provider with this --slug already.\n']);
});

it('needs the worker’s role, and says so', async () => {
  const { code, err } = await admin(complete('app'), 'daylight_app');
  expect(code).toBe(1);
  expect(err).toContain('daylight_worker');
});

it('lets somebody back in when no mail can be sent', async () => {
  await admin(complete('east'));
  const { code, out } = await admin(['sign-in-link', '--slug=east', '--email=ADMIN@north.example']);
  expect(code).toBe(0);
  await expect(linkIn(out)).resolves.toMatchObject({ purpose: 'INVITATION', side: 'PROVIDER' });
  const nobody = await admin(['sign-in-link', '--slug=east', '--email=who@north.example']);
  expect([nobody.code, nobody.err]).toEqual([2, 'Nobody at east has the address who@north.example.\n']);
  const nowhere = await admin(['sign-in-link', '--slug=west', '--email=who@north.example']);
  expect(nowhere.err).toBe('There is no provider with the slug west.\n');
});
