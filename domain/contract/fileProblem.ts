import type { z } from 'zod';

/** What is wrong with a file that a person wrote: where, and what belongs there. */
export type FileProblem = {
  /** Place in the file, as one would write it: `scenes[0].layout.screens[1].grid`; `(file)` for the whole. */
  readonly path: string;
  readonly expected: string;
};

type Issue = z.core.$ZodIssue;

/** Writes a path as a person reads it in the file. */
export function readablePath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}

const thing: Record<string, string> = { string: 'characters', array: 'entries', object: 'fields' };

function limit(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const [word, bound] =
    issue.code === 'too_big'
      ? [issue.inclusive === false ? 'less than' : 'at most', issue.maximum]
      : [issue.inclusive === false ? 'more than' : 'at least', issue.minimum];
  return `${word} ${bound} ${thing[issue.origin] ?? ''}`.trim();
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_big':
    case 'too_small':
      return limit(issue);
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_format':
      return issue.pattern === undefined ? issue.format : `text like ${issue.pattern}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? issue.options.join(' | ')
        : issue.errors.map((branch) => branch.map(expectedOf).join(', ')).join(' | ');
    case 'invalid_key':
      return `a name: ${issue.issues.map(expectedOf).join(', ')}`;
    case 'unrecognized_keys':
      return `no field ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}

/** Every wrong field of a site or province file, in the order of the file, with what was expected there. */
export function describeProblems(error: { readonly issues: readonly Issue[] }): readonly FileProblem[] {
  return error.issues.map((issue) => ({ path: readablePath(issue.path), expected: expectedOf(issue) }));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that were written and are not in what was understood: a misspelt wish is never dropped in silence. */
function unknownFields(
  written: unknown,
  understood: unknown,
  path: readonly PropertyKey[] = [],
): readonly FileProblem[] {
  if (Array.isArray(written) && Array.isArray(understood))
    return written.flatMap((each, index) => unknownFields(each, understood[index], [...path, index]));
  if (!isFields(written) || !isFields(understood)) return [];
  const names = Object.keys(written);
  const unknown = names.filter((name) => !Object.hasOwn(understood, name));
  return [
    ...(unknown.length === 0
      ? []
      : [{ path: readablePath(path), expected: `no field ${unknown.join(', ')}` }]),
    ...names.flatMap((name) => unknownFields(written[name], understood[name], [...path, name])),
  ];
}

/** What came of reading what a person wrote. */
export type FileCheck<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Checks the text of a file that a person wrote; `rules` finds what a schema cannot say, once the schema passed. */
export function checkFile<Value>(
  text: string,
  schema: z.ZodType<Value>,
  rules: (value: Value) => readonly FileProblem[] = () => [],
): FileCheck<Value> {
  let written: unknown;
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const expected = `JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, problems: [{ path: readablePath([]), expected }] };
  }
  const parsed = schema.safeParse(written);
  if (!parsed.success) return { ok: false, problems: describeProblems(parsed.error) };
  const problems = [...unknownFields(written, parsed.data), ...rules(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}
