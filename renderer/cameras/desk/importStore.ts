import { create } from 'zustand';
import { missingColumns, type ImportColumn } from '../../../domain/cameras/columns.ts';
import type { ImportPreview } from '../../../domain/cameras/importList.ts';
import { MOST_LIST_BYTES, ROWS_AT_ONCE } from '../../../domain/cameras/limits.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import type { Outcome } from '../../../domain/kernel/outcome.ts';
import type { Table, TableProblem } from './tables.ts';

/** Why the last list was not taken. */
export type ListProblem =
  | { readonly problem: TableProblem }
  | { readonly missing: readonly ImportColumn[] }
  | { readonly refusal: Refusal };

/** A list on its way in. It goes on while the operator works at another desk. */
type ListState = {
  readonly coming:
    | { readonly stage: 'reading' | 'taking'; readonly file: string }
    | { readonly stage: 'judging'; readonly file: string; readonly done: number; readonly all: number }
    | {
        readonly stage: 'preview';
        readonly file: string;
        readonly importId: string;
        readonly preview: ImportPreview;
      }
    | null;
  readonly refused: ({ readonly file: string } & ListProblem) | null;
  /** The last list from the network that was looked at. */
  readonly shownId: string | null;
};

export const useList = create<ListState>()(() => ({ coming: null, refused: null, shownId: null }));

let stopRead = (): void => undefined;
let stopped = false;

/** Gives up what is being read or judged; nothing of it stays. */
export function stopList(): void {
  stopped = true;
  stopRead();
  useList.setState({ coming: null });
}

function refuseList(file: string, problem: ListProblem): void {
  useList.setState({ coming: null, refused: { file, ...problem } });
}

/** Reads the file in a worker of its own. */
function tableOf(bytes: Uint8Array): Promise<Outcome<Table, TableProblem> | 'stopped'> {
  const worker = new Worker(new URL('./table.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (outcome: Outcome<Table, TableProblem> | 'stopped'): void => {
      worker.terminate();
      resolve(outcome);
    };
    stopRead = () => end('stopped');
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome<Table, TableProblem>>) => end(data));
    worker.addEventListener('error', () => end({ ok: false, reason: 'list-damaged' }));
    worker.postMessage(bytes);
  });
}

async function judge(file: string, table: Table): Promise<void> {
  const begun = await window.ioc.call('cameras.beginImport', { name: file.normalize('NFC').slice(0, 200) });
  if (!begun.ok) return refuseList(file, { refusal: begun.reason });
  const { importId } = begun.value;
  for (let at = 0; at < table.length; at += ROWS_AT_ONCE) {
    useList.setState({
      coming: { stage: 'judging', file, done: Math.max(0, at - 1), all: table.length - 1 },
    });
    const rows = table.slice(at, at + ROWS_AT_ONCE);
    const answer = await window.ioc.call('cameras.putRows', { importId, rows });
    if (stopped) return void window.ioc.call('cameras.dropImport', { importId });
    if (!answer.ok) return refuseList(file, { refusal: answer.reason });
  }
  await look(file, importId);
}

async function look(file: string, importId: string): Promise<void> {
  const answer = await window.ioc.call('cameras.previewImport', { importId });
  if (!answer.ok) return refuseList(file, { refusal: answer.reason });
  useList.setState({ coming: { stage: 'preview', file, importId, preview: answer.value } });
}

/** Looks at what was read of the cameras on the network, under this name. */
export async function showFound(importId: string, name: string): Promise<void> {
  useList.setState({ shownId: importId, refused: null });
  await look(name, importId);
}

/** Reads a list and has it judged: what it comes to is shown before anything is taken in. */
export async function bringList(file: File): Promise<void> {
  stopped = false;
  useList.setState({ coming: { stage: 'reading', file: file.name }, refused: null });
  if (file.size > MOST_LIST_BYTES) return refuseList(file.name, { problem: 'list-too-large' });
  const table = await tableOf(new Uint8Array(await file.arrayBuffer()));
  if (table === 'stopped' || stopped) return;
  if (!table.ok) return refuseList(file.name, { problem: table.reason });
  const missing = missingColumns(table.value[0] ?? []);
  if (missing.length > 0) return refuseList(file.name, { missing });
  await judge(file.name, table.value);
}

/** Takes in what was previewed. */
export async function takeList(): Promise<void> {
  const { coming } = useList.getState();
  if (coming?.stage !== 'preview') return;
  const { file, importId } = coming;
  useList.setState({ coming: { stage: 'taking', file } });
  const answer = await window.ioc.call('cameras.takeImport', { importId });
  if (!answer.ok) return refuseList(file, { refusal: answer.reason });
  useList.setState({ coming: null });
}

/** Puts the previewed list away. */
export function dropList(): void {
  const { coming } = useList.getState();
  if (coming?.stage === 'preview') void window.ioc.call('cameras.dropImport', { importId: coming.importId });
  useList.setState({ coming: null });
}

/** Takes the last list back. */
export async function undoList(importId: string, file: string): Promise<void> {
  const answer = await window.ioc.call('cameras.undoImport', { importId });
  useList.setState({ refused: answer.ok ? null : { file, refusal: answer.reason } });
}
