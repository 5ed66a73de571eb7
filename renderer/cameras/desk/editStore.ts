import { create } from 'zustand';
import type { Fault, Cells } from '../../../domain/cameras/importing.ts';
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
  /** What the core found wrong beside that. */
  readonly faults: readonly Fault[];
  readonly said: { readonly refusal: Refusal } | 'kept' | 'password-kept' | 'password-forgotten' | null;
};

export const useEdit = create<{ readonly edited: Edited | null }>()(() => ({ edited: null }));

const blank: CameraForm = { cells: {}, ofProvince: false, ofSite: false, hasPassword: false };

function change(next: Partial<Edited>): void {
  useEdit.setState(({ edited }) => ({ edited: edited && { ...edited, ...next } }));
}

export function beginCamera(cells: Cells): void {
  const form = { ...blank, cells };
  useEdit.setState({ edited: { cameraId: null, form, cells, touched: new Set(), faults: [], said: null } });
}

export async function openCamera(cameraId: string): Promise<void> {
  const answer = await window.ioc.call('cameras.readCamera', { cameraId });
  const form = answer.ok ? answer.value : blank;
  const said = answer.ok ? null : { refusal: answer.reason };
  useEdit.setState({ edited: { cameraId, form, cells: form.cells, touched: new Set(), faults: [], said } });
}

export function leaveCamera(): void {
  useEdit.setState({ edited: null });
}

export function writeCell(column: ImportColumn, words: string): void {
  const { edited } = useEdit.getState();
  if (edited === null) return;
  const faults = edited.faults.filter((fault) => fault.column !== column);
  change({ cells: { ...edited.cells, [column]: words }, faults, said: null });
}

export function touch(column: ImportColumn): void {
  const { edited } = useEdit.getState();
  if (edited && edited.touched !== 'all') change({ touched: new Set([...edited.touched, column]) });
}

export async function keepCamera(): Promise<void> {
  const { edited } = useEdit.getState();
  if (edited === null) return;
  change({ touched: 'all', said: null });
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
