import { unzipSync } from 'fflate';
import { parse } from 'papaparse';
import { readSheet } from 'read-excel-file/web-worker';
import {
  MOST_CELL,
  MOST_LIST_BYTES,
  MOST_LIST_COLUMNS,
  MOST_ROWS,
  MOST_UNPACKED_BYTES,
} from '../../../domain/cameras/limits.ts';
import { accept, refuse, type Outcome } from '../../../domain/kernel/outcome.ts';
import { decode } from './decode.ts';

/** Why a file is no list of ours. */
export type TableProblem = 'list-too-large' | 'list-too-long' | 'list-damaged' | 'list-empty';

export type Table = readonly (readonly string[])[];

/** The first line that some spreadsheets write to say what separates their cells. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

function rowsOfCsv(text: string): Outcome<Table, TableProblem> {
  const [line = '', said] = SEPARATOR_LINE.exec(text) ?? [];
  const { data } = parse<string[]>(text.slice(line.length), {
    preview: MOST_ROWS + 2,
    ...(said !== undefined && { delimiter: said }),
  });
  return accept(data);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function word(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** `view: {bearingDeg}` becomes `view.bearingDeg`, `point: [105, 21]` becomes `point.0` and `point.1`; other lists one cell. */
function flat(value: unknown, name: string): readonly (readonly [name: string, cell: string])[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'number'))
    return value.map((each, at) => [`${name}.${at}`, word(each)] as const);
  if (Array.isArray(value)) return [[name, value.map(word).join(';')]];
  if (!isPlain(value)) return [[name, word(value)]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, name === '' ? key : `${name}.${key}`));
}

function rowsOfJson(text: string): Outcome<Table, TableProblem> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refuse('list-damaged');
  }
  const items: unknown = isPlain(content) ? Object.values(content).find(Array.isArray) : content;
  if (!Array.isArray(items)) return refuse('list-damaged');
  if (items.length > MOST_ROWS) return refuse('list-too-long');
  const rows = items.map((item) => new Map(flat(item, '')));
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return accept([header, ...rows.map((row) => header.map((name) => row.get(name) ?? ''))]);
}

/** What an archive says that it holds, unpacked; read from its directory, nothing is unpacked. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  unzipSync(bytes, {
    filter({ originalSize }) {
      sum += originalSize;
      return false;
    },
  });
  return sum;
}

async function rowsOfXlsx(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  try {
    if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) return refuse('list-too-large');
    const sheet = await readSheet(new Blob([new Uint8Array(bytes)]), { parseNumber: (text) => text });
    return accept(sheet.map((row) => row.map(word)));
  } catch {
    return refuse('list-damaged');
  }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function rowsOf(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> | Outcome<Table, TableProblem> {
  if (begins(bytes, ZIP)) return rowsOfXlsx(bytes);
  if (begins(bytes, OLD_EXCEL)) return refuse('list-damaged');
  const text = decode(bytes).replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(text) ? rowsOfJson(text) : rowsOfCsv(text);
}

/** Reads a list of any of our kinds, whatever its name says: its rows as text, the header first. */
export async function readTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  if (bytes.length > MOST_LIST_BYTES) return refuse('list-too-large');
  const table = await rowsOf(bytes);
  if (!table.ok) return table;
  // Some lists begin with a title over the whole width: the header is the first row with more than one word.
  const start = table.value.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  if (start < 0) return refuse('list-empty');
  const rows = table.value.slice(start);
  if (rows.length > MOST_ROWS + 1) return refuse('list-too-long');
  return accept(rows.map((row) => row.slice(0, MOST_LIST_COLUMNS).map((cell) => cell.slice(0, MOST_CELL))));
}
