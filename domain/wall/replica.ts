import type { Draft, DraftStep, Wall } from './model.ts';
import type { WallPart } from './wire.ts';

/** A remote console sees so many steps of a draft's past and future; the rest of its undo stays at the wall. */
const STEPS_THAT_TRAVEL = 20;

/** A part of a wall under its name (`program`, `scene/flood`); `source` is another object whenever the part changed. */
export type KeyedPart = { readonly key: string; readonly source: unknown; readonly part: WallPart };

/** The newest steps: what was done, by whom and when. Only the last one brings its tiles, for undoing it live. */
function newest(steps: readonly DraftStep[]): readonly DraftStep[] {
  const some = steps.slice(-STEPS_THAT_TRAVEL);
  return some.map((step, at) => (at === some.length - 1 ? step : { ...step, patch: {}, back: {} }));
}

function travelling(draft: Draft): Draft {
  return { ...draft, done: newest(draft.done), undone: newest(draft.undone) };
}

/** All that travels of a wall, what matters most first. */
export function partsOf(wall: Wall): readonly KeyedPart[] {
  const { canvas, control, hold, program, previous, command, receipts, past, looks, scenes, drafts } = wall;
  const whole: readonly WallPart[] = [
    { kind: 'canvas', value: canvas },
    { kind: 'control', value: control },
    { kind: 'program', value: program },
    { kind: 'previous', value: previous },
    { kind: 'hold', value: hold },
    { kind: 'looks', value: looks },
    { kind: 'command', value: command },
    { kind: 'receipts', value: receipts },
    { kind: 'past', value: past },
  ];
  return [
    ...whole.map((part) => ({ key: part.kind, source: part.value, part })),
    ...Object.values(scenes).map((scene): KeyedPart => {
      const { id } = scene;
      return { key: `scene/${id}`, source: scene, part: { kind: 'scene', id, value: scene } };
    }),
    ...Object.values(drafts).map((draft): KeyedPart => {
      const { id } = draft;
      return { key: `draft/${id}`, source: draft, part: { kind: 'draft', id, value: travelling(draft) } };
    }),
  ];
}

/** The part that says that a scene or a draft is gone; a wall never loses another part. */
export function partGone(key: string): WallPart | undefined {
  const slash = key.indexOf('/');
  const [kind, id] = [key.slice(0, slash), key.slice(slash + 1)];
  return kind === 'scene' || kind === 'draft' ? { kind, id, value: null } : undefined;
}

/** A new entry comes last, one that is known keeps its place. */
function put<Value>(record: Readonly<Record<string, Value>>, id: string, value: Value | null) {
  if (value !== null) return { ...record, [id]: value };
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));
}

function withPart(wall: Wall, part: WallPart): Wall {
  if (part.kind === 'scene') return { ...wall, scenes: put(wall.scenes, part.id, part.value) };
  if (part.kind === 'draft') return { ...wall, drafts: put(wall.drafts, part.id, part.value) };
  return { ...wall, [part.kind]: part.value };
}

/** The replica of a wall after news of it. */
export function withParts(wall: Wall, parts: readonly WallPart[]): Wall {
  return parts.reduce(withPart, wall);
}
