import { create } from 'zustand';
import type { Fault, Cells } from '../../../domain/cameras/rowReader.ts';
import type { CameraForm } from '../../../domain/cameras/editCalls.ts';
import type { ImportColumn } from '../../../domain/cameras/columns.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';

/** One camera on the desk, as far as it is written down; `cameraId` null: a new one. Never its password. */
export type Edited = {
  readonly cameraId: string | null;
  readonly form: CameraForm;
  readonly cells: Cells;
  /** Fields that somebody has been to, and all of them once it was to be kept: their faults are told. */
  readonly touched: 'all' | ReadonlySet<ImportColumn>;
  /** What the core finds wrong with what is written so far, and what it found when it was to be kept. */
  readonly judged: readonly Fault[];
  readonly faults: readonly Fault[];
  readonly said: { readonly refusal: Refusal } | 'kept' | 'password-kept' | 'password-forgotten' | null;
};

export const useEdit = create<{ readonly edited: Edited | null }>()(() => ({ edited: null }));

const blank: CameraForm = { cells: {}, ofProvince: false, ofSite: false, hasPassword: false };

function untouched(): Pick<Edited, 'touched' | 'judged' | 'faults'> {
  return { touched: new Set(), judged: [], faults: [] };
}

function change(next: Partial<Edited>): void {
  useEdit.setState(({ edited }) => ({ edited: edited && { ...edited, ...next } }));
}

/** Judgements asked for so far: an older one that comes late says nothing. */
let asked = 0;

async function judge(): Promise<void> {
  const { edited } = useEdit.getState();
  if (edited === null) return;
  asked += 1;
  const mine = asked;
  const answer = await window.ioc.call('cameras.judgeCamera', { cells: edited.cells });
  if (answer.ok && mine === asked) change({ judged: answer.value });
}

export function beginCamera(cells: Cells): void {
  const form = { ...blank, cells };
  useEdit.setState({ edited: { ...untouched(), cameraId: null, form, cells, said: null } });
}

export async function openCamera(cameraId: string): Promise<void> {
  const answer = await window.ioc.call('cameras.readCamera', { cameraId });
  const form = answer.ok ? answer.value : blank;
  const said = answer.ok ? null : { refusal: answer.reason };
  useEdit.setState({ edited: { ...untouched(), cameraId, form, cells: form.cells, said } });
}

export function leaveCamera(): void {
  useEdit.setState({ edited: null });
}

export function writeCell(column: ImportColumn, words: string): void {
  const { edited } = useEdit.getState();
  if (edited === null) return;
  const faults = edited.faults.filter((fault) => fault.column !== column);
  change({ cells: { ...edited.cells, [column]: words }, faults, said: null });
  void judge();
}

export function touch(column: ImportColumn): void {
  const { edited } = useEdit.getState();
  if (edited === null || edited.touched === 'all') return;
  change({ touched: new Set([...edited.touched, column]) });
  void judge();
}

export async function keepCamera(): Promise<void> {
  const { edited } = useEdit.getState();
  if (edited === null) return;
  change({ touched: 'all', said: null });
  void judge();
  const { cells, cameraId } = edited;
  const answer = await window.ioc.call('cameras.keepCamera', { cells, isNew: cameraId === null });
  if (!answer.ok) {
    const faults = answer.reason === 'camera-wrong' ? answer.faults : [];
    return change({ faults, said: { refusal: answer.reason } });
  }
  await openCamera(cells.id ?? '');
  change({ said: 'kept' });
}

/** Sets name and password, or forgets them; true: done. */
export async function keepPassword(login: { user: string; password: string } | null): Promise<boolean> {
  const { edited } = useEdit.getState();
  if (!edited?.cameraId) return false;
  const answer = await window.ioc.call('cameras.keepPassword', { cameraId: edited.cameraId, login });
  if (!answer.ok) {
    change({ said: { refusal: answer.reason } });
    return false;
  }
  const form = { ...edited.form, hasPassword: login !== null };
  change({ form, said: login === null ? 'password-forgotten' : 'password-kept' });
  return true;
}

export async function removeCamera(): Promise<void> {
  const { edited } = useEdit.getState();
  if (!edited?.cameraId) return;
  const answer = await window.ioc.call('cameras.removeCamera', { cameraId: edited.cameraId });
  if (answer.ok) leaveCamera();
  else change({ said: { refusal: answer.reason } });
}
