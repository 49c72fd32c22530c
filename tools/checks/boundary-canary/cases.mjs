// Code that must not pass. Each case is one line that somebody will write one day; `rule` is what has to stop it.
const BOUNDARY = '@nx/enforce-module-boundaries';
const use = (names, from) => `import { ${names} } from '${from}';\nexport const used = [${names}];\n`;

export const refused = [
  {
    what: 'the domain imports a package',
    file: 'libs/domain/src/canary.ts',
    code: use('map', 'rxjs'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'the domain imports a package, seen by the boundary rule',
    file: 'libs/domain/src/canary.ts',
    code: use('map', 'rxjs'),
    rule: BOUNDARY,
  },
  {
    what: 'the domain imports a Node.js module',
    file: 'libs/domain/src/canary.ts',
    code: use('readFileSync', 'node:fs'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'the domain asks for the time',
    file: 'libs/domain/src/canary.ts',
    code: 'export const now = Date.now();\n',
    rule: 'daylight/one-clock',
  },
  {
    what: 'the domain makes a promise',
    file: 'libs/domain/src/canary.ts',
    code: 'export async function later() {}\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'the platform imports a feature',
    file: 'libs/api/platform/src/canary.ts',
    code: use('SignIn', '@daylight/api-identity'),
    rule: BOUNDARY,
  },
  {
    what: 'a feature imports a later feature',
    file: 'libs/api/tenants/src/canary.ts',
    code: use('OpenTicket', '@daylight/api-tickets'),
    rule: BOUNDARY,
  },
  {
    what: 'a feature reaches into another by path',
    file: 'libs/api/tickets/src/canary.ts',
    code: use('Row', '../../contracts/src/model/contract.row.js'),
    rule: BOUNDARY,
  },
  {
    what: 'a screen imports server code',
    file: 'libs/web/ui/src/canary.ts',
    code: use('UnitOfWork', '@daylight/api-database'),
    rule: BOUNDARY,
  },
  {
    what: 'a server library imports a screen',
    file: 'libs/api/reviews/src/canary.ts',
    code: use('Button', '@daylight/web-ui'),
    rule: BOUNDARY,
  },
  {
    what: 'shared text imports server code',
    file: 'libs/text/src/canary.ts',
    code: use('systemClock', '@daylight/api-platform'),
    rule: BOUNDARY,
  },
  {
    what: 'an app imports another app',
    file: 'apps/worker/src/canary.ts',
    code: use('AppModule', '../../api/src/app.module.js'),
    rule: BOUNDARY,
  },
  {
    what: 'shipped code imports what exists for tests',
    file: 'libs/api/tickets/src/canary.ts',
    code: use('testDatabase', '@daylight/api-testing'),
    rule: BOUNDARY,
  },
  {
    what: 'a feature reads the environment',
    file: 'libs/api/tickets/src/canary.ts',
    code: "export const debug = process.env['DEBUG'];\n",
    rule: 'daylight/one-environment',
  },
  {
    what: 'a use case takes a raw repository',
    file: 'libs/api/tickets/src/use-cases/canary.ts',
    code: use('Repository', 'typeorm'),
    rule: 'daylight/no-raw-repository',
  },
  {
    what: 'a resolver states no permission',
    file: 'libs/api/tickets/src/graphql/canary.resolver.ts',
    code: "import { Query } from '@nestjs/graphql';\nexport class Canary {\n  @Query('tickets')\n  tickets() {\n    return [];\n  }\n}\n",
    rule: 'daylight/resolver-permission',
  },
  {
    what: 'a value is cast',
    file: 'libs/api/tickets/src/canary.ts',
    code: 'export const a = JSON.parse("1") as number;\n',
    rule: '@typescript-eslint/consistent-type-assertions',
  },
  {
    what: 'a type is any',
    file: 'libs/api/tickets/src/canary.ts',
    code: 'export function f(a: any) {\n  return a;\n}\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'null is asserted away',
    file: 'libs/api/tickets/src/canary.ts',
    code: 'export const f = (a: string | null) => a!.length;\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    what: 'a rule is switched off without a reason',
    file: 'libs/api/tickets/src/canary.ts',
    code: '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport type A = any;\n',
    rule: 'daylight/reasoned-disable',
  },
];

/** The same shapes where they belong: a rule that refuses everything would pass the list above. */
export const accepted = [
  {
    what: 'a feature imports the platform',
    file: 'libs/api/tickets/src/canary.ts',
    code: use('systemClock', '@daylight/api-platform'),
  },
  {
    what: 'a feature imports an earlier feature',
    file: 'libs/api/tickets/src/canary.ts',
    code: use('ContractsModule', '@daylight/api-contracts'),
  },
  {
    what: 'a screen imports the domain',
    file: 'libs/web/ui/src/canary.ts',
    code: use('unreachable', '@daylight/domain'),
  },
  {
    what: 'a spec imports what exists for tests',
    file: 'libs/api/tickets/src/canary.int-spec.ts',
    code: use('testDatabase', '@daylight/api-testing'),
  },
  {
    what: 'a model file uses a raw repository',
    file: 'libs/api/tickets/src/model/canary.ts',
    code: use('Repository', 'typeorm'),
  },
  {
    what: 'a resolver states its permission',
    file: 'libs/api/tickets/src/graphql/canary.resolver.ts',
    code:
      "import { Query } from '@nestjs/graphql';\nimport { RequirePermission } from '@daylight/api-platform';\n" +
      "export class Canary {\n  @Query('tickets')\n  @RequirePermission('ticket:read')\n  tickets() {\n    return [];\n  }\n}\n",
  },
];
