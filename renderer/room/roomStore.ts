import { create } from 'zustand';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { RoomFileRead } from '../../domain/wall/roomCalls.ts';
import { saveFile } from '../ui/saveFile.ts';

type Kept = {
  /** Why the last command was not done, or null. */
  readonly refusal: Refusal | null;
  /** A file that was chosen and what it comes to. */
  readonly file: { readonly name: string; readonly text: string; readonly read: RoomFileRead } | null;
};

export const useRoomStore = create<Kept>()(() => ({ refusal: null, file: null }));

function ended(answer: { readonly ok: true } | { readonly ok: false; readonly reason: Refusal }): boolean {
  useRoomStore.setState({ refusal: answer.ok ? null : answer.reason });
  return answer.ok;
}

/** Large numbers on all panels for some seconds. */
export async function identify(wallId: string): Promise<void> {
  ended(await window.ioc.call('wall.identify', { wallId, commandId: crypto.randomUUID() }));
}

export async function seatHead(wallId: string, headId: string, place: string): Promise<void> {
  ended(await window.ioc.call('wall.seatHead', { wallId, headId, place }));
}

/** Answers whether the room is as designed now. */
export async function designRoom(
  input: Parameters<typeof window.ioc.call<'wall.designRoom'>>[1],
): Promise<boolean> {
  return ended(await window.ioc.call('wall.designRoom', input));
}

export async function resetRoom(wallId: string): Promise<boolean> {
  return ended(await window.ioc.call('wall.resetRoom', { wallId }));
}

export async function exportRoom(wallId: string): Promise<void> {
  const answer = await window.ioc.call('wall.exportRoom', { wallId });
  if (ended(answer) && answer.ok) saveFile(answer.value.name, 'application/json', answer.value.text);
}

/** Looks what a file would change; nothing changes yet. */
export async function readRoomFile(wallId: string, chosen: File): Promise<void> {
  const text = await chosen.text();
  const answer = await window.ioc.call('wall.readRoom', { wallId, text });
  if (ended(answer) && answer.ok)
    useRoomStore.setState({ file: { name: chosen.name, text, read: answer.value } });
}

export async function importRoom(wallId: string, text: string): Promise<void> {
  if (ended(await window.ioc.call('wall.importRoom', { wallId, text }))) dropRoomFile();
}

export function dropRoomFile(): void {
  useRoomStore.setState({ file: null });
}
