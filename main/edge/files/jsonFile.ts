import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { checkFile, type FileProblem } from '../../../domain/contract/fileProblem.ts';
import { inBoth } from '../../../domain/kernel/text.ts';
import type { FileFault } from '../../kernel/control.ts';

/** What came of reading a file that a person wrote: its value, or all that is wrong in it. */
export type FileRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FileFault[] };

const LARGEST_MB = 16;
const UNREADABLE = inBoth(
  `tệp đọc được, nhiều nhất ${LARGEST_MB} MB`,
  `a readable file of at most ${LARGEST_MB} MB`,
);

/** Reads and checks a JSON file. `rules` finds what a schema cannot say, once the schema passed. */
export function readJsonFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
  rules: (value: Value) => readonly FileProblem[] = () => [],
): FileRead<Value> {
  const text = readText(file);
  if (text === undefined) return wrong(file, [whole(UNREADABLE)]);
  const checked = checkFile(text, schema, rules);
  return checked.ok ? checked : wrong(file, checked.problems);
}

function readText(file: string): string | undefined {
  try {
    return statSync(file).size <= LARGEST_MB * 1024 * 1024 ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function whole(expected: string): FileProblem {
  return { path: '(file)', expected };
}

function wrong(file: string, problems: readonly FileProblem[]): FileRead<never> {
  return { ok: false, problems: problems.map((problem) => ({ file, ...problem })) };
}
