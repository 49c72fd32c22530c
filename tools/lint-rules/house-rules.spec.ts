import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { noRawRepository } from './no-raw-repository.mjs';
import { oneClock } from './one-clock.mjs';
import { oneEnvironment } from './one-environment.mjs';
import { reasonedDisable } from './reasoned-disable.mjs';
import { resolverPermission } from './resolver-permission.mjs';

const tester = new RuleTester({ languageOptions: { parser: ts.parser } });
const method = (...decorators: readonly string[]): string =>
  `class R { ${decorators.join(' ')} tickets() { return []; } }`;

tester.run('every root field of the API states who may use it', resolverPermission, {
  valid: [
    method("@Query('tickets')", "@RequirePermission('ticket:read')"),
    method("@Public('sign-in comes before a session')", '@Mutation()'),
    method('@Subscription()', "@RequirePermission('ticket:read')"),
    method('@graphql.Query()', "@access.RequirePermission('ticket:read')"),
    method("@ResolveField('assignee')"),
    method(),
  ],
  invalid: [
    {
      code: method("@Query('tickets')"),
      errors: [{ messageId: 'missing', data: { root: 'Query', method: 'tickets' } }],
    },
    { code: method('@Mutation'), errors: [{ messageId: 'missing' }] },
    { code: method('@graphql.Subscription()'), errors: [{ messageId: 'missing' }] },
    { code: method('@Query()', '@UseGuards(Guard)'), errors: [{ messageId: 'missing' }] },
    { code: method('@Query()', "@Public('x')", "@RequirePermission('y')"), errors: [{ messageId: 'both' }] },
  ],
});

tester.run('only the clock asks the machine for the time', oneClock, {
  valid: ['new Date(0)', 'new Date(at).toISOString()', 'Date.UTC(2026, 0, 1)', 'clock.now()', 'Date.parse(text)'],
  invalid: ['Date.now()', 'new Date()', 'new Date', 'Date()', 'const now = Date.now;'].map((code) => ({
    code,
    errors: [{ messageId: 'clock' }],
  })),
});

tester.run('only the configuration reads the environment', oneEnvironment, {
  valid: ['config.port', 'process.pid', 'const env = 1;', "import { pid } from 'node:process';"],
  invalid: ["process.env['PORT']", 'const { PORT } = process.env;', "import { env } from 'node:process';"].map(
    (code) => ({
      code,
      errors: [{ messageId: 'environment' }],
    }),
  ),
});

tester.run('tables are reached through named repositories', noRawRepository, {
  valid: [
    "import { Column, Entity } from 'typeorm';",
    "import { Repository } from './ticket.repository.js';",
    'tickets.lock(id)',
  ],
  invalid: [
    "import { Repository } from 'typeorm';",
    "import type { EntityManager } from 'typeorm';",
    "import { InjectRepository as Inject } from '@nestjs/typeorm';",
    'source.getRepository(Ticket);',
  ].map((code) => ({ code, errors: [{ messageId: 'raw' }] })),
});

tester.run('a rule is switched off by name and for a stated reason', reasonedDisable, {
  valid: [
    '// eslint-disable-next-line no-console -- the command line talks to people\nf();',
    '/* eslint-disable no-console -- the command line talks to people */',
    '// we disable eslint nowhere',
  ],
  invalid: [
    { code: '// eslint-disable-next-line no-console\nf();', errors: [{ messageId: 'reason' }] },
    { code: 'f(); // eslint-disable-line no-console -- why', errors: [{ messageId: 'reason' }] },
    { code: '// eslint-disable-next-line -- everything here is generated\nf();', errors: [{ messageId: 'which' }] },
  ],
});
