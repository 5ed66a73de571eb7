import type { Cursor, StreamFrame } from './wire.ts';

/** Where a topic's stream stands at the serving side: facts are kept from `floor` (exclusive) up to `head` (inclusive). */
export type StreamHead = { readonly epoch: string; readonly floor: number; readonly head: number };

export type Resume =
  | { readonly how: 'catch-up'; readonly from: number }
  | { readonly how: 'snapshot'; readonly why: 'no-cursor' | 'other-epoch' | 'too-old' | 'ahead' };

/** Decides how a client with this cursor goes on: from where it was, or explicitly from the start; never a part. */
export function resume(stream: StreamHead, cursor: Pick<Cursor, 'epoch' | 'seq'> | undefined): Resume {
  if (cursor === undefined) return { how: 'snapshot', why: 'no-cursor' };
  if (cursor.epoch !== stream.epoch) return { how: 'snapshot', why: 'other-epoch' };
  if (cursor.seq < stream.floor) return { how: 'snapshot', why: 'too-old' };
  if (cursor.seq > stream.head) return { how: 'snapshot', why: 'ahead' };
  return { how: 'catch-up', from: cursor.seq };
}

export type Step =
  | { readonly how: 'apply'; readonly cursor: Cursor }
  | { readonly how: 'pass' }
  | { readonly how: 'drop'; readonly why: 'duplicate' }
  | { readonly how: 'resync'; readonly why: 'gap' | 'other-epoch' | 'not-started' };

/** Decides what a receiving side does with a frame: the next one is applied, an old one dropped, a gap leads to a resync. */
export function follow(
  cursor: Pick<Cursor, 'epoch' | 'seq'> | undefined,
  frame: Pick<StreamFrame, 'kind' | 'topic' | 'epoch' | 'seq'> & { readonly from?: number },
): Step {
  const next: Cursor = { topic: frame.topic, epoch: frame.epoch, seq: frame.seq };
  if (frame.kind === 'signal') return { how: 'pass' };
  if (frame.kind === 'snapshot') return { how: 'apply', cursor: next };
  if (cursor === undefined) return { how: 'resync', why: 'not-started' };
  if (cursor.epoch !== frame.epoch) return { how: 'resync', why: 'other-epoch' };
  if (frame.kind === 'catch-up') {
    return frame.from === cursor.seq ? { how: 'apply', cursor: next } : { how: 'resync', why: 'gap' };
  }
  if (frame.seq <= cursor.seq) return { how: 'drop', why: 'duplicate' };
  return frame.seq === cursor.seq + 1 ? { how: 'apply', cursor: next } : { how: 'resync', why: 'gap' };
}

/** A queue that says no: what waits for one receiver is bounded in bytes, so that a slow one harms nobody else. */
export type QueueGauge = { readonly waitingBytes: number; readonly maxBytes: number };

/** True while one more message of `bytes` fits. An empty queue takes any message that fits at all. */
export function fits(gauge: QueueGauge, bytes: number): boolean {
  return gauge.waitingBytes + bytes <= gauge.maxBytes;
}

/** Sequence numbers are reserved in blocks, so that a server killed between two writes never gives one twice. */
export const SEQ_BLOCK = 10_000;

/** The next mark to write down before `seq` may be given out, or null while the reserved block lasts. */
export function reserveUpTo(seq: number, reserved: number): number | null {
  return seq < reserved ? null : seq + SEQ_BLOCK;
}
