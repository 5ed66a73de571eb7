import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelSpec, Wall } from '../../../domain/wall/model.ts';
import { useText } from '../../text/language.ts';
import type { Operator } from '../useOperator.ts';
import type { EditCommand } from './editKeys.ts';
import { choose, hideEditor, useEditorState } from './editorStore.ts';
import { finishNudge } from './nudge.ts';
import { add, perform } from './perform.ts';
import { openDraft, showDraft } from './send.ts';
import { useStage, type Stage } from './stage.ts';

export type Editor = {
  readonly open: boolean;
  /** Null while there is no draft to edit. */
  readonly stage: Stage | null;
  /** Opens the editor with the chosen scene or what is on, or goes on with the draft; closes it when it is open. */
  readonly toggle: () => void;
  readonly close: () => void;
  readonly run: (command: EditCommand) => void;
  /** Puts a tile of this kind into the draft, or chooses the tile of this id; opens the editor for it. */
  readonly bring: (wish: Wish) => void;
};

/** What shall be under the operator's hands. */
export type Wish = PanelSpec | { readonly tileId: string };

/** The next region of the editor gets the focus: canvas, properties, new tiles. */
function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-edit-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + 1) % regions.length];
  next?.querySelector<HTMLElement>('[tabindex="0"], input, select, button, [role="listbox"]')?.focus();
}

/** The focus follows what a key has chosen. */
function focusChosen(): void {
  const id = useEditorState.getState().chosen.at(-1);
  if (id === undefined) return;
  document.querySelector<HTMLElement>(`[data-edit-tile="${CSS.escape(id)}"]`)?.focus();
}

/** Editing on this console: which draft, and what the keys do to it. */
export function useEditor(wall: Wall | undefined, operator: Operator, onBlocked: () => void): Editor {
  const words = useText();
  const open = useEditorState((state) => state.open);
  const stage = useStage(open ? wall : undefined);
  const latest = useRef(stage);
  useEffect(() => {
    latest.current = stage;
  });
  const { blocked, drop, selection } = operator;

  const close = useCallback(() => {
    void finishNudge().then(() => {
      hideEditor();
      drop();
    });
  }, [drop]);

  function begin(of: Wall): void {
    const { draftId } = useEditorState.getState();
    const scene = selection?.source.from === 'scene' ? selection.source.sceneId : undefined;
    const known = draftId === null ? undefined : of.drafts[draftId];
    const draft = known ?? Object.values(of.drafts).at(-1);
    if (scene !== undefined) void openDraft(of, { sceneId: scene }, words);
    else if (draft) showDraft(draft.id, draft.programRevision);
    else void openDraft(of, of.program === null ? 'empty' : 'program', words);
  }

  const [wish, setWish] = useState<Wish | null>(null);
  useEffect(() => {
    if (wish === null || stage === null) return;
    setWish(null);
    if ('tileId' in wish) choose([wish.tileId]);
    else void add(stage, wish);
  }, [wish, stage]);

  function run(command: EditCommand): void {
    if (command.do === 'add') return document.getElementById('edit-search')?.focus();
    if (command.do === 'region') return focusNextRegion();
    void perform(() => latest.current, command).then(() => {
      if (command.do === 'paste' || command.do === 'duplicate') focusChosen();
    });
  }

  return {
    open,
    stage,
    close,
    run,
    bring(next) {
      if (blocked !== null || wall === undefined) return onBlocked();
      setWish(next);
      if (!open) begin(wall);
    },
    toggle() {
      if (open) close();
      else if (blocked !== null) onBlocked();
      else if (wall) begin(wall);
    },
  };
}
