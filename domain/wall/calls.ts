import type { PersonRole } from '../access/model.ts';
import type { Outcome, Refused } from '../kernel/outcome.ts';
import type { Control, ControlRefusal } from './control.ts';
import type { EditRefusal } from './edit.ts';
import type { Draft, DraftStep, EditKind, Scene, TilePatch } from './model.ts';
import type { RoomCalls } from './roomCalls.ts';
import type { TakeRefusal, TakeSource } from './rules.ts';

type OfDraft = { readonly wallId: string; readonly draftId: string };
type DraftUnknown = 'wall-unknown' | 'draft-unknown';
/** `tileId`: the first tile that is in the way or in the wrong place. */
export type EditRefused = Refused<EditRefusal>;

/** Everything about a scene but its tiles. Absent: as it was. `pin: null` takes the number key away. */
export type SceneLabel = {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly pin?: number | null;
  readonly locked?: boolean;
  readonly takenBy?: readonly PersonRole[] | null;
};
export type SceneRefusal =
  'wall-unknown' | 'scene-unknown' | 'scene-locked' | 'key-of-locked' | 'name-taken' | 'too-many-scenes';

export type WallCalls = RoomCalls & {
  /** Takes control from whoever has it; `epoch`: control as this console saw it. The wall's own machine always gets it. */
  readonly 'wall.takeControl': {
    readonly input: { readonly wallId: string; readonly epoch: number };
    readonly output: Outcome<Control, 'wall-unknown' | 'control-moved'>;
  };
  /** Asks the holder for control; the holder sees who asks. */
  readonly 'wall.askControl': {
    readonly input: { readonly wallId: string };
    readonly output: Outcome<Control, 'wall-unknown'>;
  };
  /** The holder gives control to whoever asks, or back to nobody. */
  readonly 'wall.giveControl': {
    readonly input: { readonly wallId: string; readonly to: 'asking' | 'nobody' };
    readonly output: Outcome<Control, 'wall-unknown' | 'nobody-asks' | ControlRefusal>;
  };
  /** `from`: a scene, what is on now, or nothing. */
  readonly 'wall.openDraft': {
    readonly input: {
      readonly wallId: string;
      readonly from: { readonly sceneId: string } | 'program' | 'empty';
    };
    readonly output: Outcome<Draft, 'wall-unknown' | 'scene-unknown' | 'too-many-drafts'>;
  };
  readonly 'wall.dropDraft': {
    readonly input: OfDraft;
    readonly output: Outcome<null, DraftUnknown>;
  };
  readonly 'wall.editDraft': {
    readonly input: OfDraft & { readonly kind: EditKind; readonly patch: TilePatch };
    readonly output: Outcome<null, EditRefusal | DraftUnknown>;
  };
  /** Answers with the step that it undid: the next one may be undone before the World tells. */
  readonly 'wall.undo': {
    readonly input: OfDraft;
    readonly output: Outcome<DraftStep, 'nothing-to-undo' | DraftUnknown>;
  };
  readonly 'wall.redo': {
    readonly input: OfDraft;
    readonly output: Outcome<DraftStep, 'nothing-to-redo' | DraftUnknown>;
  };
  /** Keeps a draft's tiles as a scene: a new one without `sceneId`. A province's scene that is kept becomes the room's. */
  readonly 'wall.keepScene': {
    readonly input: OfDraft & { readonly sceneId?: string; readonly label: SceneLabel };
    readonly output: Outcome<Scene, SceneRefusal | 'draft-unknown'>;
  };
  readonly 'wall.labelScene': {
    readonly input: { readonly wallId: string; readonly sceneId: string; readonly label: SceneLabel };
    readonly output: Outcome<Scene, SceneRefusal>;
  };
  /** A scene of the room. One of the province would be there again with the next start: it goes back to what it was. */
  readonly 'wall.deleteScene': {
    readonly input: { readonly wallId: string; readonly sceneId: string };
    readonly output: Outcome<null, SceneRefusal | 'scene-of-province' | 'scene-on-air'>;
  };
  /** Gives up what this room made of a scene of the province; null: on these displays the province has none of it. */
  readonly 'wall.revertScene': {
    readonly input: { readonly wallId: string; readonly sceneId: string };
    readonly output: Outcome<Scene | null, SceneRefusal | 'scene-of-room' | 'scene-unchanged'>;
  };
  /** Prepare, all ready, show together. Answers when the take is committed; receipts follow. */
  readonly 'wall.take': {
    readonly input: {
      readonly commandId: string;
      readonly wallId: string;
      readonly source: TakeSource;
      /** The program this take was drawn from; 0 for a wall that shows nothing yet. */
      readonly programRevision: number;
    };
    readonly output: Outcome<{ readonly takeId: string; readonly showAt: number }, TakeRefusal | EditRefusal>;
  };
  /** What will probably be taken next: its tiles are mounted and live, unseen, so that the take is a cut. `null`: nothing. */
  readonly 'wall.warm': {
    readonly input: { readonly wallId: string; readonly source: TakeSource | null };
    readonly output: Outcome<null, TakeRefusal | EditRefusal>;
  };
  /** A wall window says: the tiles of this take are mounted and live, unseen. */
  readonly 'wall.ready': {
    readonly input: { readonly wallId: string; readonly takeId: string };
    readonly output: Outcome<null, never>;
  };
  /** A wall window says: the frame is painted on these displays. `paintedAt` in epoch ms. */
  readonly 'wall.shown': {
    readonly input: { readonly wallId: string; readonly commandId: string; readonly paintedAt: number };
    readonly output: Outcome<null, never>;
  };
};
