import { EVIDENCE_SLICE, type Evidence } from '../../../domain/cameras/evidenceCalls.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { accept, refuse, type Outcome } from '../../../domain/kernel/outcome.ts';
import { saveBlob, saveFile } from '../../ui/saveFile.ts';

export type Saving = {
  /** How much of it is read, 0…1. */
  readonly onDone: (share: number) => void;
  readonly signal: AbortSignal;
};

async function blobOf(
  evidence: Evidence,
  file: number,
  { signal, onRead }: { readonly signal: AbortSignal; readonly onRead: (bytes: number) => void },
): Promise<Outcome<Blob, Refusal>> {
  const { mime = 'video/mp4', sizeBytes = 0 } = evidence.files[file] ?? {};
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < sizeBytes && !signal.aborted; offset += EVIDENCE_SLICE) {
    const wish = { evidenceId: evidence.id, file, offset };
    const answer = await window.ioc.call('cameras.readEvidence', wish);
    if (!answer.ok) return answer;
    parts.push(new Uint8Array(answer.value));
    onRead(answer.value.length);
  }
  return accept(new Blob(parts, { type: mime }));
}

/** Hands what is kept over to be saved outside, whole: what is called off or cannot be read leaves no half file. */
export async function saveEvidence(
  evidenceId: string,
  { onDone, signal }: Saving,
): Promise<Outcome<Evidence, Refusal>> {
  const answer = await window.ioc.call('cameras.takeEvidence', { evidenceId });
  if (!answer.ok) return answer;
  const { files, sidecar } = answer.value;
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const blobs: Blob[] = [];
  let read = 0;
  const onRead = (bytes: number): void => onDone((read += bytes) / Math.max(1, total));
  for (const index of files.keys()) {
    const blob = await blobOf(answer.value, index, { signal, onRead });
    if (!blob.ok) return refuse(blob.reason);
    blobs.push(blob.value);
  }
  if (signal.aborted) return answer;
  files.forEach(({ name }, index) => {
    const blob = blobs[index];
    if (blob) saveBlob(name, blob);
  });
  saveFile(sidecar.name, 'application/json', sidecar.text);
  return answer;
}
