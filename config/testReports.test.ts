import { describe, expect, it } from 'vitest';
import { playwrightTold, vitestTold } from './testReports.ts';

const spec = (title: string, status: string, message?: string): object => ({
  title,
  file: 'operator/take.spec.ts',
  line: 34,
  tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
});

describe('what Playwright wrote', () => {
  it('names a failed test and the first line of why, however deep it stands, without colours', () => {
    const red = '\u001b[31mError: expect(locator) failed\u001b[39m\n\nTimeout: 30000ms';
    const told = playwrightTold(
      JSON.stringify({
        suites: [
          {
            specs: [spec('a take', 'expected')],
            suites: [{ specs: [spec('rolled back', 'unexpected', red)] }],
          },
        ],
        stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
        errors: [],
      }),
    );
    expect(told).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      sentences: ['operator/take.spec.ts:34 › rolled back › Error: expect(locator) failed'],
    });
  });

  it('counts what passed only at a second try as failed, and what failed outside of all tests', () => {
    const told = playwrightTold(
      JSON.stringify({
        suites: [{ specs: [spec('flickers', 'flaky', 'Error: late')] }],
        stats: { expected: 0, unexpected: 0, flaky: 1, skipped: 0 },
        errors: [{ message: 'no tests found' }],
      }),
    );
    expect(told.failed).toBe(2);
    expect(told.sentences).toEqual(['operator/take.spec.ts:34 › flickers › Error: late', 'no tests found']);
  });
});

describe('what Vitest wrote', () => {
  const file = (change: object): object => ({
    name: '/here/a.test.ts',
    status: 'failed',
    message: '',
    assertionResults: [],
    ...change,
  });
  const report = (...testResults: readonly object[]): string =>
    JSON.stringify({
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults,
    });

  it('names a failed test, and counts what did not run', () => {
    const assertionResults = [
      { fullName: 'a b', status: 'passed' },
      { fullName: 'a c', status: 'failed', failureMessages: ['AssertionError: 1 is not 2\n    at x'] },
    ];
    expect(vitestTold(report(file({ assertionResults })))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      sentences: ['/here/a.test.ts › a c › AssertionError: 1 is not 2'],
    });
  });

  it('names a file that could not even be read', () => {
    const told = vitestTold(report(file({ message: 'Cannot find module ./gone.ts\nmore' })));
    expect(told.sentences).toEqual(['/here/a.test.ts › Cannot find module ./gone.ts']);
  });
});
