// From the reporters' JSON to { passed, failed, skipped }. A runner that wrote no report has failed.
import fs from 'node:fs';

export const NO_REPORT = { passed: 0, failed: 1, skipped: 0 };

/** A file that could not be run (a syntax error, a missing import) has no tests; it counts as one failure. */
export function countJest(file) {
  if (!fs.existsSync(file)) return NO_REPORT;
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that needed a second attempt has failed: what is flaky here is flaky for users. */
export function countPlaywright(file) {
  if (!fs.existsSync(file)) return NO_REPORT;
  const { stats, errors = [] } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

export const sum = (all) =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });

/** The last line of every test command; scripts and people read it. */
export const lastLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Why a suite that reports no failure is still not green: it ran nothing, or fewer tests than it once had
 * (`expected.json`), so some were lost without anybody noticing. Null when all is well.
 * @param {string} name
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
export function shortfall(name, { passed, failed }, minimum = 0) {
  const executed = passed + failed;
  if (executed === 0) return `${name}: no test ran`;
  if (executed < minimum) return `${name}: ${executed} tests ran, ${minimum} are expected (tools/test/expected.json)`;
  return null;
}
