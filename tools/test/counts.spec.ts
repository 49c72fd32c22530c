import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, countPlaywright, lastLine, shortfall, sum } from './counts.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the verdict of npm test', () => {
  it('counts a test file that could not be run as a failure', () => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    });
    expect(countJest(file)).toEqual({ passed: 3, failed: 3, skipped: 2 });
  });

  it('counts a journey that needed a second attempt as a failure', () => {
    const file = report({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no server' }],
    });
    expect(countPlaywright(file)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('counts a runner that wrote no report as a failure', () => {
    expect(countJest(join(folder, 'none.json')).failed).toBe(1);
    expect(countPlaywright(join(folder, 'none.json')).failed).toBe(1);
  });

  it('does not take silence for success', () => {
    expect(shortfall('unit tests', { passed: 0, failed: 0, skipped: 9 })).toBe('unit tests: no test ran');
  });

  it('notices a suite that has shrunk', () => {
    expect(shortfall('unit tests', { passed: 9, failed: 0, skipped: 1 }, 10)).toContain('9 tests ran, 10 are expected');
    expect(shortfall('unit tests', { passed: 9, failed: 1, skipped: 0 }, 10)).toBeNull();
  });

  it('is one plain line', () => {
    const total = sum([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 10, failed: 3, skipped: 0 },
    ]);
    expect(lastLine(total)).toBe('11 passed, 3 failed, 2 skipped');
  });
});
