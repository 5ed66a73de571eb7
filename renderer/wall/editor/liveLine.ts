import type { TilePatch } from '../../../domain/wall/model.ts';

/** What an edit does to the wall, and what undoes it. */
export type LiveEdit = { readonly patch: TilePatch; readonly back: TilePatch };

/** Two edits as one; a tile that was not there before and is not there after is no part of it. */
function merged(first: LiveEdit, second: LiveEdit): LiveEdit {
  const back = { ...second.back, ...first.back };
  const all = Object.entries({ ...first.patch, ...second.patch });
  const patch = Object.fromEntries(all.filter(([id, tile]) => tile !== null || back[id] !== null));
  return { patch, back };
}

const nothing: LiveEdit = { patch: {}, back: {} };

/**
 * Edits that go on the wall one take after the other: what is edited while one is under way goes with the next, as one.
 * `send` says whether its edit is on the wall; after one that is not, nothing more of this line is sent.
 */
export function createLiveLine(send: (patch: TilePatch) => Promise<boolean>) {
  let waiting = nothing;
  let sending: Promise<boolean> | undefined;

  async function sendAll(): Promise<boolean> {
    try {
      while (Object.keys(waiting.patch).length > 0) {
        const { patch } = waiting;
        waiting = nothing;
        if (!(await send(patch))) return false;
      }
      return true;
    } finally {
      waiting = nothing;
      sending = undefined;
    }
  }

  return {
    /** True once this edit, and every one that came meanwhile, is on the wall. */
    add(edit: LiveEdit): Promise<boolean> {
      waiting = merged(waiting, edit);
      if (sending) return sending;
      if (Object.keys(waiting.patch).length === 0) return Promise.resolve(true);
      sending = sendAll();
      return sending;
    },
  };
}
