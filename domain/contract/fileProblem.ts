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
