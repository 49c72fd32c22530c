// A Stryker test runner for the domain. Its specs are plain functions without hooks, fakes or a clock, so one process can
// load and run them thousands of times: minutes instead of hours, which is what makes the figure worth keeping.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { createLoader } from './loader.mjs';
import { collect } from './spec.mjs';

const SUCCESS = 0;
const FAILED = 1;

/** They walk a year minute by minute to tell what `calendar.spec.ts` and its neighbours tell in tables. */
const TOO_LONG = ['time/calendar.property.spec.ts', 'time/oracle-drill.spec.ts'];

/** `OWN_SPECS_ONLY=1 npm run mutate`: a mutant must be noticed in its own folder. Quicker, and never more flattering. */
const OWN_SPECS_ONLY = process.env.OWN_SPECS_ONLY === '1';

/** What a property is tried on at most here: a mutant that needs luck to be seen counts as unseen. */
const MOST_RUNS = 40;

/** How long something may take of which nobody knows how long it takes. */
const UNKNOWN_MS = 30_000;

/** The same cases for every mutant, and no search for a smaller one: what counts is that one fails. */
function quickProperties() {
  const { default: fc } = createRequire(resolve('package.json'))('fast-check');
  fc.configureGlobal({ seed: 20_261_122, endOnFailure: true });
  const assert = (property, given) =>
    fc.assert(property, { ...given, numRuns: Math.min(given?.numRuns ?? MOST_RUNS, MOST_RUNS) });
  return { 'fast-check': { __esModule: true, default: { ...fc, assert } } };
}

const held = new Script('globalThis.__heldTest__()');

/** Runs something that may never end; throws ERR_SCRIPT_EXECUTION_TIMEOUT after so many milliseconds. */
function within(timeout, run) {
  globalThis.__heldTest__ = run;
  return held.runInThisContext({ timeout });
}

async function timed({ id, fileName, run }, timeout) {
  const start = performance.now();
  const ended = (more) => ({ id, name: id, fileName, timeSpentMs: performance.now() - start, ...more });
  try {
    await within(timeout, run);
    return ended({ status: SUCCESS });
  } catch (error) {
    const hung = error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    return ended({ status: FAILED, hung, failureMessage: String(error?.message ?? error) });
  }
}

const specsUnder = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts') && !TOO_LONG.includes(name))
    .map((name) => join(folder, name));

class DomainTestRunner {
  #load = createLoader(quickProperties());
  #specs = specsUnder(resolve('libs/domain/src'));
  #stryker = (globalThis.__stryker__ ??= {});
  /** What each spec imports, the tests it names, and how long each of them took when it last ran (ms). */
  #imports = new Map();
  #named = new Map();
  #took = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const spec of this.#specs) this.#testsOf(spec);
  }

  async dryRun({ files, coverageAnalysis }) {
    const covered = coverageAnalysis !== 'off';
    if (covered) this.#stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const spec of this.#concerned(files)) {
      for (const test of this.#testsOf(spec)) {
        this.#stryker.currentTestId = test.id;
        tests.push(await this.#timed(test));
        this.#stryker.currentTestId = undefined;
      }
    }
    return { status: 'complete', tests, ...(covered && { mutantCoverage: this.#stryker.mutantCoverage }) };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit }) {
    Object.assign(this.#stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    try {
      return await this.#firstFailure(sandboxFileName, testFilter && new Set(testFilter));
    } finally {
      Object.assign(this.#stryker, { activeMutant: '', hitLimit: undefined, hitCount: undefined });
    }
  }

  /** Runs what covers the mutant, the neighbours' quick specs first, up to the first test that fails. */
  async #firstFailure(mutated, filter) {
    let nrOfTests = 0;
    for (const spec of this.#queue(mutated, filter)) {
      for (const test of this.#brokenOrTests(spec, filter)) {
        nrOfTests += 1;
        const { status, failureMessage, id, hung } = await this.#timed(test);
        const looped = this.#stryker.hitCount > this.#stryker.hitLimit;
        if (hung || looped) return { status: 'timeout', reason: hung ? failureMessage : 'Hit limit reached' };
        if (status === FAILED) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
    }
    return { status: 'survived', nrOfTests };
  }

  #queue(mutated, filter) {
    const wanted = (id) => filter === undefined || filter.has(id);
    const near = (spec) => (dirname(spec) === dirname(mutated) ? 0 : 1);
    const tookMs = (spec) =>
      this.#named
        .get(spec)
        .filter(wanted)
        .reduce((sum, id) => sum + this.#tookMs(id), 0);
    return this.#concerned([mutated])
      .filter((spec) => this.#named.get(spec).some(wanted))
      .sort((one, other) => near(one) - near(other) || tookMs(one) - tookMs(other));
  }

  /** A spec that no longer loads fails as a whole: its tables are built by the code under test. */
  #brokenOrTests(spec, filter) {
    try {
      return this.#testsOf(spec)
        .filter(({ id }) => filter === undefined || filter.has(id))
        .sort((one, other) => this.#tookMs(one.id) - this.#tookMs(other.id));
    } catch (error) {
      const run = () => {
        throw error;
      };
      return [{ id: this.#named.get(spec).find((id) => filter?.has(id) ?? true), fileName: spec, run }];
    }
  }

  #testsOf(spec) {
    const { tests, words } = collect(spec);
    this.#imports.set(
      spec,
      within(UNKNOWN_MS, () => this.#load(spec, words)),
    );
    if (!this.#named.has(spec))
      this.#named.set(
        spec,
        tests.map(({ id }) => id),
      );
    return tests.map((test) => ({ ...test, fileName: spec }));
  }

  #concerned(files) {
    return this.#specs.filter(
      (spec) => files === undefined || files.some((file) => this.#isAbout(spec, resolve(file))),
    );
  }

  #isAbout(spec, file) {
    return this.#imports.get(spec).has(file) && (!OWN_SPECS_ONLY || dirname(spec) === dirname(file));
  }

  async #timed(test) {
    // A test that needs ten times as long as it did, and seconds at least, is in a loop.
    const before = this.#took.get(test.id);
    const told = await timed(test, before === undefined ? UNKNOWN_MS : Math.ceil(3_000 + 10 * before));
    if (told.status === SUCCESS) this.#took.set(test.id, told.timeSpentMs);
    return told;
  }

  /** Unmeasured properties are taken for slow. */
  #tookMs(id) {
    return this.#took.get(id) ?? (id.includes('.property.') ? 1_000 : 1);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'domain', injectableClass: DomainTestRunner }];
