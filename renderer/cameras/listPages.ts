import type { CameraState } from '../../domain/cameras/model.ts';
import { isTrouble } from './marks.ts';

type Row = { readonly state: CameraState };

/**
 * What one page shows of a list sorted by trouble: cameras in trouble stand on every page while they leave at least half
 * of it to the others; the others take turns.
 */
export function pageOf<Each extends Row>(
  rows: readonly Each[],
  perPage: number,
  turn: number,
): { readonly shown: readonly Each[]; readonly page: number; readonly pages: number } {
  const inTrouble = rows.filter(({ state }) => isTrouble(state)).length;
  const pinned = rows.length > perPage && inTrouble <= perPage / 2 ? inTrouble : 0;
  const room = Math.max(1, perPage - pinned);
  const pages = Math.max(1, Math.ceil((rows.length - pinned) / room));
  const page = turn % pages;
  const from = pinned + page * room;
  return { shown: [...rows.slice(0, pinned), ...rows.slice(from, from + room)], page, pages };
}
