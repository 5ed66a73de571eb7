import { numberIn } from './cells.ts';
import type { ImportColumn } from './columns.ts';

/** What belongs in a cell, as a word that every dictionary turns into a sentence. */
export type Expected =
  | 'needed'
  | 'id'
  | 'short'
  | 'latitude'
  | 'longitude'
  | 'unit'
  | 'one-unit'
  | 'kind'
  | 'address'
  | 'address-without-at'
  | 'address-without-password'
  | 'bearing'
  | 'field'
  | 'range'
  | 'list'
  | 'flag'
  | 'suspect'
  | 'onvif'
  | 'certificate'
  | 'recordings'
  | 'days'
  | 'user'
  | 'twice'
  | 'province-id';

/** One wrong cell; `row` as the spreadsheet counts, the header being row 1. Never the content of a secret cell. */
export type RowProblem = {
  readonly row: number;
  readonly column: ImportColumn;
  readonly expected: Expected;
  /** What stands there, shortened; absent where it might be a password. */
  readonly found?: string;
  /** For `twice`: the row that has it already. */
  readonly other?: number;
};

/** One row by its columns, as somebody wrote it. */
export type Cells = Readonly<Partial<Record<ImportColumn, string>>>;
export type Fault = Pick<RowProblem, 'column' | 'expected' | 'found'>;

const FOUND_LENGTH = 60;

function fault(cells: Cells, column: ImportColumn, expected: Expected): Fault {
  const found = (cells[column] ?? '').slice(0, FOUND_LENGTH);
  return found === '' ? { column, expected } : { column, expected, found };
}

/** The values of a row, and what is wrong with it; a value that is missing has its fault. */
export function reader(cells: Cells) {
  const faults: Fault[] = [];
  const text = (column: ImportColumn): string => cells[column] ?? '';
  return {
    faults,
    text,
    wrong: (column: ImportColumn, expected: Expected): void =>
      void faults.push(fault(cells, column, expected)),
    secretWrong: (column: ImportColumn, expected: Expected): void => void faults.push({ column, expected }),
    read<Value>(column: ImportColumn, expected: Expected, value: Value | undefined): Value | undefined {
      if (value === undefined && text(column) !== '') faults.push(fault(cells, column, expected));
      return value;
    },
  };
}
export type Reader = ReturnType<typeof reader>;

export function wholeNumber(words: string, least: number, most: number): number | undefined {
  const value = within(numberIn(words), least, most);
  return Number.isInteger(value) ? value : undefined;
}

export function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined;
}
