import { Args, Context, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { inputRefused, isId, notFoundResult } from '@daylight/api-calendars';
import { LiveEvents, statement, StaffTx, type Tx } from '@daylight/api-database';
import { readFile } from '@daylight/api-files';
import {
  notFound,
  RequirePermission,
  type GraphQLContext,
  type PersonScope,
  type StaffScope,
} from '@daylight/api-platform';
import { mappingProblemText, refusedText, workedOnText } from '../messages.js';
import { parseMapping } from '../mapping/mapping.js';
import { allImportErrors, importErrorPage, importRunPage, importRunView } from '../queries/run-views.js';
import { bytesSource } from '../reading/read-rows.js';
import { errorsAsCsv } from '../queries/errors-csv.js';
import { previewImport, unknownServices } from '../use-cases/preview.js';
import { startImport } from '../use-cases/start-import.js';
import { cancelImport, undoImport, type StopOutcome } from '../use-cases/stop-import.js';

const TENANT = statement<{ tenant_id: string }>(
  'import-tenant',
  'select tenant_id from tenant where provider_id = $1 and tenant_id = $2',
);
const RUN = statement('import-live-visible', 'select 1 from import_run where provider_id = $1 and run_id = $2');
const PAGE = 25;

interface PreviewInput {
  readonly fileId: string;
  readonly mapping?: unknown;
}

interface StartInput {
  readonly tenantId: string;
  readonly fileId: string;
  readonly mapping: unknown;
  readonly dryRun: boolean;
}

/** Imports are the console's: a page with mapping, dry run, progress, errors and undo. */
@Resolver()
export class ConsoleImportResolver {
  constructor(private readonly live: LiveEvents) {}

  @Query('importRuns')
  @RequirePermission('import:run')
  runs(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('tenantId') tenantId?: string,
    @Args('first') first?: number,
    @Args('after') after?: string,
  ) {
    return importRunPage(tx, {
      tenantId: tenantId ?? null,
      first: first ?? PAGE,
      after: after ?? null,
      language: tx.scope.language,
    });
  }

  @Query('importRun')
  @RequirePermission('import:run')
  run(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return isId(id) ? importRunView(tx, id, tx.scope.language) : null;
  }

  @Query('importErrors')
  @RequirePermission('import:run')
  errors(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('runId') runId: string,
    @Args('first') first?: number,
    @Args('after') after?: string,
  ) {
    return importErrorPage(tx, { runId, first: first ?? PAGE, after: after ?? null, language: tx.scope.language });
  }

  @Query('exportImportErrors')
  @RequirePermission('import:run')
  async exportErrors(@StaffTx() tx: Tx<StaffScope>, @Args('runId') runId: string) {
    return errorsAsCsv(await allImportErrors(tx, runId, tx.scope.language), tx.scope.language);
  }

  @Mutation('previewImport')
  @RequirePermission('import:run')
  async preview(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: PreviewInput) {
    const file = isId(input.fileId) ? await readFile(tx, input.fileId) : null;
    if (file === null) return notFoundResult('file');
    const outcome = await previewImport(
      tx,
      bytesSource(file.name, file.bytes),
      input.mapping ?? null,
      tx.scope.language,
    );
    if (outcome.kind === 'preview') return { __typename: 'ImportPreview', ...outcome.preview };
    return inputRefused([
      { path: outcome.line === null ? 'file' : `file:${outcome.line}`, kind: outcome.fault, message: outcome.message },
    ]);
  }

  @Mutation('startImport')
  @RequirePermission('import:run')
  async start(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: StartInput) {
    const { language, providerId } = tx.scope;
    const tenants = isId(input.tenantId) ? await tx.query(TENANT, [providerId, input.tenantId]) : [];
    if (tenants.length === 0) return notFoundResult('tenant');
    const file = isId(input.fileId) ? await readFile(tx, input.fileId) : null;
    if (file === null) return notFoundResult('file');
    const parsed = parseMapping(input.mapping);
    const problems = parsed.kind === 'invalid' ? parsed.problems : await unknownServices(tx, parsed.mapping);
    if (problems.length > 0) {
      return inputRefused(
        problems.map((problem) => ({
          path: problem.path,
          kind: problem.kind,
          message: mappingProblemText(problem, language),
        })),
      );
    }
    const run = await startImport(tx, { ...input, fileName: file.name });
    return { __typename: 'ImportStarted', run: await importRunView(tx, run.run_id, language) };
  }

  @Mutation('cancelImport')
  @RequirePermission('import:run')
  async cancel(@StaffTx() tx: Tx<StaffScope>, @Args('input') { runId }: { readonly runId: string }) {
    return this.answer(tx, isId(runId) ? await cancelImport(tx, runId) : { kind: 'not-found' });
  }

  @Mutation('undoImport')
  @RequirePermission('import:run')
  async undo(@StaffTx() tx: Tx<StaffScope>, @Args('input') { runId }: { readonly runId: string }) {
    return this.answer(tx, isId(runId) ? await undoImport(tx, runId) : { kind: 'not-found' });
  }

  @Subscription('importProgressed', {
    resolve: (event: { readonly ids: { readonly runId?: string } }) => ({ runId: event.ids.runId }),
  })
  @RequirePermission('import:run')
  async progressed(@StaffTx() tx: Tx<StaffScope>, @Context() context: GraphQLContext, @Args('runId') runId: string) {
    const sees = async (now: Tx<PersonScope>) => (await now.query(RUN, [now.scope.providerId, runId])).length > 0;
    if (!isId(runId) || !(await sees(tx))) throw notFound('import');
    const ofRun = (topic: string, id: string | undefined) => topic.startsWith('import.') && id === runId;
    return this.live.stream(context, ({ topic, ids }) => ofRun(topic, ids['runId']), sees);
  }

  private async answer(tx: Tx<StaffScope>, outcome: StopOutcome) {
    if (outcome.kind === 'not-found') return notFoundResult('import');
    const { language } = tx.scope;
    const run = await importRunView(tx, outcome.run.run_id, language);
    if (outcome.kind === 'changed') return { __typename: 'ImportChanged', run };
    const message =
      outcome.kind === 'worked-on' ? workedOnText(outcome.tickets, language) : refusedText(outcome.why, language);
    return { __typename: 'ImportStateRefused', run, message };
  }
}
