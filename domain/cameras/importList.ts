import { columnsOf, type ImportColumn } from './columns.ts';
import { readRow, type ImportedCamera, type UnitFinder } from './importing.ts';
import { MOST_PROBLEMS } from './limits.ts';
import type { RowProblem } from './rowReader.ts';

/** What a list comes to before anything of it is taken in. Rows without a word are no rows. */
export type ImportPreview = {
  /** What each column of the list was taken for, by its header. */
  readonly columns: readonly { readonly header: string; readonly column: ImportColumn | null }[];
  readonly rows: number;
  /** Cameras that can be taken in: new ones, changed ones, and those that are here already just so. */
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  /** Rows with at least one wrong cell. */
  readonly wrongRows: number;
  /** The first wrong cells, in the order of the rows. */
  readonly problems: readonly RowProblem[];
  /** Name and password come with so many of them. */
  readonly secrets: number;
};

/** How a camera of the list stands to what the room has: `of-province`: its id belongs to the province's own file. */
export type Acquaintance = 'fresh' | 'changed' | 'same' | 'of-province';

export type ImportList = {
  /** The next rows; the first row of all is the header. */
  put(rows: readonly (readonly string[])[]): void;
  preview(): ImportPreview;
  cameras(): readonly ImportedCamera[];
};

/** A spreadsheet's apostrophe before what looks like a formula is no part of the text. */
function plain(cell: string): string {
  return cell
    .replace(/^'(?=[=+\-@])/, '')
    .normalize('NFC')
    .trim();
}

/** Reads a list row by row, so that a long one can be told of and given up on the way. */
export function createImportList(
  find: UnitFinder,
  known: (camera: ImportedCamera) => Acquaintance,
): ImportList {
  let header: readonly string[] | undefined;
  let columns: readonly (ImportColumn | null)[] = [];
  let line = 0;
  const counts = { rows: 0, fresh: 0, changed: 0, same: 0, wrongRows: 0, secrets: 0 };
  const problems: RowProblem[] = [];
  const cameras: ImportedCamera[] = [];
  const rowOf = new Map<string, number>();

  function refuse(faults: readonly Omit<RowProblem, 'row'>[]): void {
    counts.wrongRows += 1;
    for (const fault of faults) if (problems.length < MOST_PROBLEMS) problems.push({ row: line, ...fault });
  }

  function take(imported: ImportedCamera): void {
    const { id } = imported.camera;
    const other = rowOf.get(id);
    if (other !== undefined) return refuse([{ column: 'id', expected: 'twice', found: id, other }]);
    rowOf.set(id, line);
    const standing = known(imported);
    if (standing === 'of-province') return refuse([{ column: 'id', expected: 'province-id', found: id }]);
    counts[standing] += 1;
    if (imported.secret !== undefined) counts.secrets += 1;
    cameras.push(imported);
  }

  function read(row: readonly string[]): void {
    line += 1;
    if (header === undefined) {
      header = row.map(plain);
      columns = columnsOf(header);
      return;
    }
    const cells = columns.flatMap((column, at) =>
      column === null ? [] : [[column, plain(row[at] ?? '')] as const],
    );
    if (cells.every(([, cell]) => cell === '')) return;
    counts.rows += 1;
    const outcome = readRow(Object.fromEntries(cells), find);
    if ('faults' in outcome) refuse(outcome.faults);
    else take(outcome.camera);
  }

  return {
    put: (rows) => rows.forEach(read),
    preview: () => ({
      ...counts,
      columns: (header ?? []).map((words, at) => ({ header: words, column: columns[at] ?? null })),
      problems: [...problems],
    }),
    cameras: () => cameras,
  };
}
