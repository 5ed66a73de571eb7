import type { z } from 'zod';
import { inBoth, type Bilingual } from '../kernel/text.ts';

/** What is wrong with a file that a person wrote: where, and what belongs there. */
export type FileProblem = {
  /** Place in the file, as one would write it: `scenes[0].layout.screens[1].grid`; `(file)` for the whole. */
  readonly path: string;
  /** In Vietnamese and English: `ít nhất 500 / at least 500`. */
  readonly expected: string;
};

type Issue = z.core.$ZodIssue;

/** Writes a path as a person reads it in the file. */
export function readablePath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}

const same = (text: string): Bilingual => ({ vi: text, en: text });

function joined(parts: readonly Bilingual[], by: string): Bilingual {
  return { vi: parts.map(({ vi }) => vi).join(by), en: parts.map(({ en }) => en).join(by) };
}

/** What JSON calls a value. */
const types: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'chuỗi ký tự', en: 'string' },
  number: { vi: 'số', en: 'number' },
  int: { vi: 'số nguyên', en: 'whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách […]', en: 'list […]' },
  tuple: { vi: 'danh sách […]', en: 'list […]' },
  object: { vi: 'nhóm trường {…}', en: 'object {…}' },
  record: { vi: 'nhóm trường {…}', en: 'object {…}' },
};

/** What is counted in a value of each type; a number counts itself. */
const units: Readonly<Record<string, Bilingual>> = {
  string: { vi: ' ký tự', en: ' characters' },
  array: { vi: ' phần tử', en: ' entries' },
  object: { vi: ' trường', en: ' fields' },
};

const bounds = {
  too_small: { inclusive: { vi: 'ít nhất', en: 'at least' }, exclusive: { vi: 'lớn hơn', en: 'more than' } },
  too_big: { inclusive: { vi: 'nhiều nhất', en: 'at most' }, exclusive: { vi: 'nhỏ hơn', en: 'less than' } },
} as const;

function limit(issue: Extract<Issue, { code: keyof typeof bounds }>): Bilingual {
  const bound = issue.code === 'too_big' ? issue.maximum : issue.minimum;
  const words = bounds[issue.code][issue.inclusive === false ? 'exclusive' : 'inclusive'];
  return joined([words, same(` ${bound}`), units[issue.origin] ?? same('')], '');
}

/** A field that nobody reads. */
function unread(names: readonly string[]): Bilingual {
  return { vi: `bỏ trường ${names.join(', ')}`, en: `no field ${names.join(', ')}` };
}

function expectedOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? same(issue.expected);
    case 'too_big':
    case 'too_small':
      return limit(issue);
    case 'invalid_value':
      return same(issue.values.map(String).join(' | '));
    case 'invalid_format':
      return issue.pattern === undefined
        ? same(issue.format)
        : { vi: 'chữ theo mẫu', en: `text like ${issue.pattern}` };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? same(issue.options.join(' | '))
        : joined(
            issue.errors.map((branch) => joined(branch.map(expectedOf), ', ')),
            ' | ',
          );
    case 'invalid_key':
      return joined([{ vi: 'tên là', en: 'a name:' }, joined(issue.issues.map(expectedOf), ', ')], ' ');
    case 'unrecognized_keys':
      return unread(issue.keys);
    default:
      return same(issue.message);
  }
}

function problemAt(path: readonly PropertyKey[], { vi, en }: Bilingual): FileProblem {
  return { path: readablePath(path), expected: inBoth(vi, en) };
}

/** Every wrong field of a site or province file, in the order of the file, with what was expected there. */
export function describeProblems(error: { readonly issues: readonly Issue[] }): readonly FileProblem[] {
  return error.issues.map((issue) => problemAt(issue.path, expectedOf(issue)));
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
    ...(unknown.length === 0 ? [] : [problemAt(path, unread(unknown))]),
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
    const en = `JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, problems: [problemAt([], { vi: 'JSON đúng cú pháp', en })] };
  }
  const parsed = schema.safeParse(written);
  if (!parsed.success) return { ok: false, problems: describeProblems(parsed.error) };
  const problems = [...unknownFields(written, parsed.data), ...rules(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}
