import { create } from 'zustand';
import type { Tile, TilePatch } from '../../../domain/wall/model.ts';

/** What the last command came to, in a sentence; `refused` is said louder. */
export type Word = { readonly sentence: string; readonly refused: boolean };

type EditorState = {
  readonly open: boolean;
  /** The draft under the operator's hands. */
  readonly draftId: string | null;
  /** Tiles that the next command is for, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** Of these, the ones that stay chosen while the focus moves on. */
  readonly kept: readonly string[];
  /** Where new tiles go; null: the first display. */
  readonly displayId: string | null;
  /** Edits that were sent and are not in the draft yet. */
  readonly pending: TilePatch;
  /** Every finished edit goes on the wall at once. */
  readonly live: boolean;
  readonly snapping: boolean;
  readonly showsDiff: boolean;
  readonly side: 'properties' | 'keep' | 'steps';
  readonly clipboard: readonly Tile[];
  readonly word: Word | null;
};

const closed: EditorState = {
  open: false,
  draftId: null,
  chosen: [],
  kept: [],
  displayId: null,
  pending: {},
  live: false,
  snapping: true,
  showsDiff: false,
  side: 'properties',
  clipboard: [],
  word: null,
};

/** What this console's operator does to a draft; the draft itself is in the World. */
export const useEditorState = create<EditorState>()(() => closed);

/** Shows the editor with this draft. */
export function showEditor(draftId: string): void {
  useEditorState.setState({
    open: true,
    draftId,
    chosen: [],
    kept: [],
    pending: {},
    live: false,
    word: null,
  });
}

/** Back to the wall; draft and clipboard stay. */
export function hideEditor(): void {
  useEditorState.setState({ open: false, chosen: [], kept: [], live: false, word: null });
}

/** The wall shows something else than the draft: no edit goes on it any more, and the difference is shown. */
export function stopLive(sentence: string): void {
  if (!useEditorState.getState().live) return;
  useEditorState.setState({ live: false, showsDiff: true });
  say(sentence, true);
}

export function forgetDraft(): void {
  useEditorState.setState({ ...closed, clipboard: useEditorState.getState().clipboard });
}

export function say(sentence: string, refused = false): void {
  useEditorState.setState({ word: { sentence, refused } });
}

/** These tiles and no others. */
export function choose(ids: readonly string[]): void {
  useEditorState.setState({ chosen: ids, kept: ids.length > 1 ? ids : [], side: 'properties' });
}

/** One tile more or less. */
export function toggleChosen(id: string): void {
  const { chosen } = useEditorState.getState();
  choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
}

/** The focus reached a tile: it joins those that were kept. */
export function focusTile(id: string): void {
  const { kept, chosen } = useEditorState.getState();
  if (chosen.length === 1 && chosen[0] === id) return;
  useEditorState.setState({ chosen: [...kept.filter((other) => other !== id), id] });
}

/** Keeps the focused tile chosen while the focus moves on, or lets it go. */
export function toggleKept(id: string): void {
  const { kept } = useEditorState.getState();
  const next = kept.includes(id) ? kept.filter((other) => other !== id) : [...kept, id];
  useEditorState.setState({ kept: next, chosen: [...next.filter((other) => other !== id), id] });
}

/** Shows an edit before the draft has it. */
export function putPending(patch: TilePatch): void {
  useEditorState.setState(({ pending }) => ({ pending: { ...pending, ...patch } }));
}

/** The draft has the edit, or refused it. */
export function clearPending(patch: TilePatch): void {
  useEditorState.setState(({ pending }) => ({
    pending: Object.fromEntries(Object.entries(pending).filter(([id, tile]) => patch[id] !== tile)),
  }));
}
