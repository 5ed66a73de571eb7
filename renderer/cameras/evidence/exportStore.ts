import { create } from 'zustand';
import type { ClipExport, Evidence } from '../../../domain/cameras/evidenceCalls.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { saveEvidence } from './saveEvidence.ts';

const LOOK_MS = 300;
/** The core does not answer: it is starting again. */
const LOOK_AGAIN_MS = 1_000;

/** What becomes of a clip after it was cut: it is handed over to be saved. */
type Handed = {
  readonly state: 'saving' | 'saved' | 'stopped' | 'unsaved';
  readonly done: number;
  readonly evidence?: Evidence;
  readonly reason?: Refusal;
};

type Exports = {
  readonly clips: readonly ClipExport[];
  readonly handed: Readonly<Record<string, Handed>>;
};

/** The clips that this console asked for. */
export const useExports = create<Exports>()(() => ({ clips: [], handed: {} }));

const stops = new Map<string, AbortController>();
/** Clips that this window saw on their way: only these are handed over by themselves. */
const awaited = new Set<string>();
let looking = false;

function hand(exportId: string, handed: Handed): void {
  useExports.setState((before) => ({ handed: { ...before.handed, [exportId]: handed } }));
}

async function save(exportId: string, evidenceId: string): Promise<void> {
  const stop = new AbortController();
  stops.set(exportId, stop);
  hand(exportId, { state: 'saving', done: 0 });
  const onDone = (done: number): void => hand(exportId, { state: 'saving', done });
  const saved = await saveEvidence(evidenceId, { onDone, signal: stop.signal });
  stops.delete(exportId);
  if (!saved.ok) return hand(exportId, { state: 'unsaved', done: 0, reason: saved.reason });
  hand(exportId, { state: stop.signal.aborted ? 'stopped' : 'saved', done: 1, evidence: saved.value });
}

const isGoing = ({ state }: ClipExport): boolean => state === 'waiting' || state === 'cutting';

/** A core that began anew knows nothing of its queue: what was on its way then is told, and can be asked for again. */
function withLost(before: readonly ClipExport[], now: readonly ClipExport[]): readonly ClipExport[] {
  const gone = before.filter((clip) => !now.some(({ exportId }) => exportId === clip.exportId));
  const lost = gone.filter((clip) => isGoing(clip) || clip.reason === 'clip-lost');
  return [
    ...lost.map((clip): ClipExport => ({ ...clip, state: 'refused', done: 0, reason: 'clip-lost' })),
    ...now,
  ];
}

async function look(): Promise<void> {
  const answer = await window.ioc.call('cameras.exports', {});
  if (!answer.ok) {
    setTimeout(() => void look(), LOOK_AGAIN_MS);
    return;
  }
  const clips = withLost(useExports.getState().clips, answer.value);
  useExports.setState({ clips });
  for (const clip of clips) {
    if (isGoing(clip)) awaited.add(clip.exportId);
    else if (awaited.delete(clip.exportId) && clip.state === 'kept' && clip.evidenceId !== undefined)
      void save(clip.exportId, clip.evidenceId);
  }
  looking = clips.some(isGoing);
  if (looking) setTimeout(() => void look(), LOOK_MS);
}

/** Follows the clips for as long as one is on its way. */
export function followExports(): void {
  if (looking) return;
  looking = true;
  void look();
}

/** Puts a clip in the queue; null when it is in it. */
export async function exportClip(request: {
  readonly cameraId: string;
  readonly from: number;
  readonly to: number;
}): Promise<Refusal | null> {
  const answer = await window.ioc.call('cameras.cutClip', request);
  if (!answer.ok) return answer.reason;
  awaited.add(answer.value.exportId);
  followExports();
  return null;
}

/** Calls a clip off, wherever it is on its way. */
export function cancelExport(exportId: string): void {
  stops.get(exportId)?.abort();
  void window.ioc.call('cameras.cancelExport', { exportId });
}
