import { sceneDiff } from '../../../domain/wall/diff.ts';
import { snapLines } from '../../../domain/wall/snap.ts';
import type { Alignment } from '../../../domain/wall/align.ts';
import type { Outcome } from '../../../domain/kernel/outcome.ts';
import type { PanelSpec, Tile } from '../../../domain/wall/model.ts';
import type { EditCommand } from './editKeys.ts';
import {
  addEdit,
  alignEdit,
  copyEdit,
  dropEdit,
  moveEdit,
  permitted,
  removeEdit,
  resizeEdit,
  spreadEdit,
  swapEdit,
  tilesOf,
  type Edit,
  type EditorRefusal,
} from './edits.ts';
import { choose, say, toggleKept, useEditorState } from './editorStore.ts';
import { finishNudge, nudge } from './nudge.ts';
import { applyEdit, chooseNew, redoStep, sayRefused, undoStep } from './send.ts';
import { displayOf, spotWords, titleOf, type Stage } from './stage.ts';

/** The tiles that the next command is for. */
export function chosenTiles({ scene }: Stage): readonly Tile[] {
  return tilesOf(scene, useEditorState.getState().chosen);
}

/** Makes an edit that was worked out, or says why there is none. True: the draft has it. */
export async function make(stage: Stage, worked: Outcome<Edit, EditorRefusal>): Promise<boolean> {
  if (!worked.ok) {
    sayRefused(stage, worked.reason);
    return false;
  }
  return applyEdit(stage, worked.value);
}

async function makeAndChoose(stage: Stage, worked: Outcome<Edit, EditorRefusal>): Promise<void> {
  if (worked.ok && (await make(stage, worked))) chooseNew(worked.value);
  else if (!worked.ok) sayRefused(stage, worked.reason);
}

/** Says where the first chosen tile lies now. */
function saySpot({ wall, room }: Stage, edit: Edit): void {
  const tile = Object.values(edit.patch).find((each) => each !== null);
  if (tile) say(spotWords(wall.canvas, tile, room));
}

function step(stage: Stage, command: Extract<EditCommand, { do: 'move' | 'resize' }>): void {
  const tiles = chosenTiles(stage);
  const still = Object.values(stage.scene.tiles).filter((tile) => !tiles.includes(tile));
  const lines = snapLines(stage.wall.canvas, command.by === 'line' ? still : []);
  const worked = command.do === 'move' ? moveEdit(tiles, command, lines) : resizeEdit(tiles, command, lines);
  if (!worked.ok) return sayRefused(stage, worked.reason);
  const verdict = permitted(stage.wall.canvas, stage.scene, worked.value.patch, stage.room);
  if (!verdict.ok) return sayRefused(stage, verdict.reason, worked.value.patch);
  nudge(stage, worked.value);
  saySpot(stage, worked.value);
}

/** Adds a tile where there is room, on the display that was chosen. */
export async function add(stage: Stage, spec: PanelSpec): Promise<boolean> {
  const { words } = stage.room;
  const displayId = useEditorState.getState().displayId ?? undefined;
  const worked = addEdit(stage.wall.canvas, stage.scene, { spec, displayId }, stage.room);
  if (!(await make(stage, worked)) || !worked.ok) return false;
  chooseNew(worked.value);
  const [tile] = Object.values(worked.value.patch);
  const display = tile && displayOf(stage.wall.canvas, tile.area);
  say(words.editor.added(titleOf(spec, stage.room), display ? words.editor.display(display.order) : '–'));
  return true;
}

/** A tile of the palette dropped at a point of the canvas, mm. */
export async function dropAt(
  stage: Stage,
  spec: PanelSpec,
  at: { readonly xMm: number; readonly yMm: number },
): Promise<void> {
  const edit = dropEdit(stage.wall.canvas, stage.scene, { spec, ...at });
  if (await applyEdit(stage, edit)) {
    chooseNew(edit);
    saySpot(stage, edit);
  }
}

export function align(stage: Stage, to: Alignment): Promise<boolean> {
  return make(stage, alignEdit(chosenTiles(stage), to));
}

export function spread(stage: Stage, axis: 'across' | 'down'): Promise<boolean> {
  return make(stage, spreadEdit(chosenTiles(stage), axis));
}

function copy(stage: Stage): boolean {
  const tiles = chosenTiles(stage);
  if (tiles.length === 0) sayRefused(stage, 'choose-tile');
  else useEditorState.setState({ clipboard: tiles });
  return tiles.length > 0;
}

function chooseDisplay({ wall, room }: Stage, order: number): void {
  const display = wall.canvas.displays.find((each) => each.order === order);
  if (display === undefined) return;
  useEditorState.setState({ displayId: display.id });
  say(room.words.editor.onDisplay(room.words.editor.display(order)));
}

function isSame({ wall, scene }: Stage): boolean {
  const { appears, moves, goes } = sceneDiff(wall.program?.scene, scene);
  return appears.length + moves.length + goes.length === 0;
}

/** Live editing begins only where draft and wall are one: else the first edit would bring the whole difference along. */
export function toggleLive(stage: Stage): void {
  const { live } = useEditorState.getState();
  const { editor } = stage.room.words;
  if (!live && !isSame(stage)) return say(editor.liveFirst, true);
  useEditorState.setState({ live: !live });
  if (!live) say(editor.liveOn);
}

/** Does what a key or a button asks of the draft. What needs the page (focus) is left to the view. */
export async function perform(current: () => Stage | null, command: EditCommand): Promise<void> {
  const before = current();
  if (before && (command.do === 'move' || command.do === 'resize')) return step(before, command);
  await finishNudge();
  const stage = current();
  if (stage === null || command.do === 'move' || command.do === 'resize') return;
  const { canvas } = stage.wall;
  switch (command.do) {
    case 'undo':
      return undoStep(stage);
    case 'redo':
      return redoStep(stage);
    case 'all':
      choose(Object.keys(stage.scene.tiles));
      return say(stage.room.words.editor.chosen(Object.keys(stage.scene.tiles).length));
    case 'copy':
      return void copy(stage);
    case 'cut':
    case 'remove':
      if (command.do === 'cut') copy(stage);
      if (await make(stage, removeEdit(stage.scene, chosenTiles(stage)))) choose([]);
      return;
    case 'paste': {
      const originals = useEditorState.getState().clipboard;
      return makeAndChoose(stage, copyEdit(canvas, stage.scene, { originals, none: 'nothing-copied' }));
    }
    case 'duplicate': {
      const originals = chosenTiles(stage);
      return makeAndChoose(stage, copyEdit(canvas, stage.scene, { originals, none: 'choose-tile' }));
    }
    case 'swap':
      return void (await make(stage, swapEdit(chosenTiles(stage))));
    case 'display':
      return chooseDisplay(stage, command.number);
    case 'keep':
      return useEditorState.setState({ side: 'keep' });
    case 'together': {
      const last = useEditorState.getState().chosen.at(-1);
      return last === undefined ? undefined : toggleKept(last);
    }
    case 'add':
    case 'region':
      return;
  }
}
