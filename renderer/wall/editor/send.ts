import type { Answer } from '../../../domain/contract/calls.ts';
import type { SceneLabel, WallCalls } from '../../../domain/wall/calls.ts';
import { backFrom } from '../../../domain/wall/edit.ts';
import { FLOOR_ARC_MINUTES } from '../../../domain/wall/legibility.ts';
import type { Scene, TilePatch, Wall } from '../../../domain/wall/model.ts';
import { formatNumber } from '../../text/format.ts';
import type { Dictionary } from '../../text/vi.ts';
import { selectDraft, takeIsOver, takeToWall, useTakeState } from '../takeStore.ts';
import { permitted, unreadableIn, type Edit, type EditorRefusal } from './edits.ts';
import {
  choose,
  clearPending,
  forgetDraft,
  putPending,
  say,
  showEditor,
  stopLive,
  useEditorState,
} from './editorStore.ts';
import { createLiveLine, type LiveEdit } from './liveLine.ts';
import type { Stage } from './stage.ts';

function ids({ wall, draft }: Stage) {
  return { wallId: wall.id, draftId: draft.id };
}

/** Says why an edit is not made; nothing of the draft is lost. */
export function sayRefused(stage: Stage, reason: EditorRefusal, patch: TilePatch = {}): void {
  const { words, language } = stage.room;
  const own = words.editor.refusals;
  if (reason === 'unreadable') {
    const worst = unreadableIn(stage.wall.canvas, stage.scene, patch, stage.room);
    if (worst === undefined) return say(words.refusals.unreadable, true);
    return say(own.unreadable(formatNumber(worst.textArc, 1, language), String(FLOOR_ARC_MINUTES)), true);
  }
  switch (reason) {
    case 'area-taken':
    case 'no-room':
    case 'choose-tile':
    case 'choose-two':
    case 'choose-more':
    case 'nothing-copied':
      return say(own[reason], true);
    default:
      return say(words.refusals[reason], true);
  }
}

const lines = new Map<string, ReturnType<typeof createLiveLine>>();

/** Another command of this console may be under way: the edit goes after it. */
async function sendLive(wallId: string, patch: TilePatch): Promise<boolean> {
  await takeIsOver();
  const seen = useTakeState.getState().selection?.programRevision ?? 0;
  return takeToWall(wallId, { from: 'edit', patch }, seen);
}

function lineTo(wallId: string): ReturnType<typeof createLiveLine> {
  const line = lines.get(wallId) ?? createLiveLine((patch) => sendLive(wallId, patch));
  lines.set(wallId, line);
  return line;
}

/** Editing live: the program with the same edit. The draft keeps it whatever becomes of it on the wall. */
async function takeLive({ wall, room }: Stage, edit: LiveEdit): Promise<void> {
  if (await lineTo(wall.id).add(edit)) return;
  const { refusal } = useTakeState.getState();
  const { refusals, editor, take } = room.words;
  if (refusal === 'program-moved-on' || refusal === null) return stopLive(editor.liveStopped);
  stopLive(editor.liveEnded(refusal === 'choose-first' ? take.chooseFirst : refusals[refusal]));
}

function sayAnswer(words: Dictionary, answer: Extract<Answer<keyof WallCalls>, { ok: false }>): void {
  say(words.refusals[answer.reason], true);
}

/** Makes an edit: the preview's rule first, then the core's word. True: the draft has it. */
export async function applyEdit(stage: Stage, { kind, patch }: Edit): Promise<boolean> {
  const verdict = permitted(stage.wall.canvas, stage.scene, patch, stage.room);
  if (!verdict.ok) {
    sayRefused(stage, verdict.reason, patch);
    return false;
  }
  const back = backFrom(stage.scene, patch);
  putPending(patch);
  const answer = await window.ioc.call('wall.editDraft', { ...ids(stage), kind, patch });
  clearPending(patch);
  if (!answer.ok) sayAnswer(stage.room.words, answer);
  else if (useEditorState.getState().live) await takeLive(stage, { patch, back });
  return answer.ok;
}

async function step(stage: Stage, way: 'wall.undo' | 'wall.redo'): Promise<void> {
  const { words } = stage.room;
  const answer = await window.ioc.call(way, ids(stage));
  if (!answer.ok) return sayAnswer(words, answer);
  const { kind, patch, back } = answer.value;
  const undoes = way === 'wall.undo';
  say((undoes ? words.editor.undoneStep : words.editor.redoneStep)(words.editor.kinds[kind]));
  if (!useEditorState.getState().live) return;
  await takeLive(stage, undoes ? { patch: back, back: patch } : { patch, back });
}

export function undoStep(stage: Stage): Promise<void> {
  return step(stage, 'wall.undo');
}

export function redoStep(stage: Stage): Promise<void> {
  return step(stage, 'wall.redo');
}

type From = WallCalls['wall.openDraft']['input']['from'];

/** Opens a new draft and shows it; the preview is the draft from now on. */
export async function openDraft(wall: Wall, from: From, words: Dictionary): Promise<void> {
  const answer = await window.ioc.call('wall.openDraft', { wallId: wall.id, from });
  if (!answer.ok) return sayAnswer(words, answer);
  showDraft(answer.value.id, answer.value.programRevision);
}

/** Goes on with a draft that is there. */
export function showDraft(draftId: string, programRevision: number): void {
  showEditor(draftId);
  selectDraft(draftId, programRevision);
}

export async function dropDraft(stage: Stage): Promise<void> {
  const answer = await window.ioc.call('wall.dropDraft', ids(stage));
  if (!answer.ok) return sayAnswer(stage.room.words, answer);
  forgetDraft();
}

/** Keeps the draft as a scene: over the one of this id, or as a new one. True: it is kept. */
export async function keepScene(
  stage: Stage,
  label: SceneLabel,
  sceneId: string | undefined,
): Promise<boolean> {
  const request = { ...ids(stage), label, ...(sceneId !== undefined && { sceneId }) };
  const answer = await window.ioc.call('wall.keepScene', request);
  if (!answer.ok) sayAnswer(stage.room.words, answer);
  else say(stage.room.words.editor.kept(answer.value.name[stage.room.language]));
  return answer.ok;
}

export async function deleteScene(stage: Stage, sceneId: string): Promise<void> {
  const { words, language } = stage.room;
  const name = stage.wall.scenes[sceneId]?.name[language] ?? '';
  const answer = await window.ioc.call('wall.deleteScene', { wallId: stage.wall.id, sceneId });
  if (!answer.ok) return sayAnswer(words, answer);
  say(words.editor.deleted(name));
}

/** Gives up what this room made of a scene of the province. */
export async function revertScene(stage: Stage, scene: Scene): Promise<void> {
  const { words, language } = stage.room;
  const answer = await window.ioc.call('wall.revertScene', { wallId: stage.wall.id, sceneId: scene.id });
  if (!answer.ok) return sayAnswer(words, answer);
  say(words.editor.reverted((answer.value ?? scene).name[language]));
}

/** Chooses tiles after an edit that made them. */
export function chooseNew({ patch }: Edit): void {
  choose(Object.keys(patch).filter((id) => patch[id] !== null));
}
