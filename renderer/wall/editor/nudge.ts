import type { Edit } from './edits.ts';
import { clearPending, putPending } from './editorStore.ts';
import { applyEdit } from './send.ts';
import type { Stage } from './stage.ts';

/** Keys that follow each other within this time are one step, ms. */
const ONE_STEP_MS = 400;

let waiting: { readonly edit: Edit; readonly stage: Stage } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what the keys have moved so far as one step; to be called before anything else is done to the draft. */
export async function finishNudge(): Promise<void> {
  clearTimeout(timer);
  const last = waiting;
  waiting = null;
  if (last === null) return;
  await applyEdit(last.stage, last.edit);
  clearPending(last.edit.patch);
  // The draft with this step is on its way through the page: what follows is done to that one.
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Shows an edit at once and sends it when the keys rest: a way of a hundred millimetres is one step to undo. */
export function nudge(stage: Stage, edit: Edit): void {
  putPending(edit.patch);
  const patch = { ...waiting?.edit.patch, ...edit.patch };
  // The stage of the first key: what the core is asked about is the way from there.
  waiting = { stage: waiting?.stage ?? stage, edit: { ...edit, patch } };
  clearTimeout(timer);
  timer = setTimeout(() => void finishNudge(), ONE_STEP_MS);
}
