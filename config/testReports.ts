// What the two test runners wrote of a run, in the terms of `npm test`.
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export type Told = {
  readonly passed: number;
  readonly failed: number;
  /** A skipped test did not run. */
  readonly skipped: number;
  /** A sentence for each test that failed: where it stands, its name, and the first line of why. */
  readonly sentences: readonly string[];
};

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

type PlaywrightSuite = {
  readonly specs: readonly z.output<typeof PlaywrightSpec>[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
};
const Failure = z.object({ message: z.string().optional() });
const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ status: z.string(), results: z.array(z.object({ errors: z.array(Failure) })) })),
});
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(PlaywrightSpec), suites: z.array(PlaywrightSuite).optional() }),
);
const Playwright = z.object({
  suites: z.array(PlaywrightSuite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(Failure),
});

/** Of the text of Vitest's JSON report. Throws when it is no such report. */
export function vitestTold(text: string): Told {
  const report = Vitest.parse(JSON.parse(text));
  const sentences = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [sentence(name, '', message)];
    return failed.map((each) => sentence(name, each.fullName, each.failureMessages?.[0] ?? ''));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    sentences,
  };
}

/** Of the text of Playwright's JSON report; a test that passed only at a second try failed. Throws when it is no such report. */
export function playwrightTold(text: string): Told {
  const { suites, stats, errors } = Playwright.parse(JSON.parse(text));
  const broken = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'));
  const first = ({ tests }: z.output<typeof PlaywrightSpec>): string =>
    tests.flatMap(({ results }) => results.flatMap((result) => result.errors))[0]?.message ?? '';
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    sentences: [
      ...broken.map((spec) => sentence(`${spec.file}:${spec.line}`, spec.title, first(spec))),
      ...errors.map(({ message }) =>
        sentence('', '', message ?? 'lỗi ngoài bài thử / an error outside of the tests'),
      ),
    ],
  };
}

function specsOf(suite: PlaywrightSuite): readonly z.output<typeof PlaywrightSpec>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function sentence(place: string, title: string, why: string): string {
  const plain = stripVTControlCharacters(why).trim();
  return [place, title, plain.split('\n')[0] ?? ''].filter((part) => part !== '').join(' › ');
}
