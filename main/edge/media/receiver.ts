import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { Coding } from './coding.ts';
import { createSequence, createTimeline, readRtp } from './rtp.ts';

/** A picture never has more bytes or slices than this. */
const MAX_UNIT_BYTES = 4 * 1024 * 1024;
const MAX_UNIT_SLICES = 1_000;

export type ReceiverEvents = {
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
  /** Something was lost: pictures are left out until the next key unit. */
  lost(): void;
};

/** Copied, so that what goes to the windows owns exactly its own bytes and nothing of the socket's. */
function withLengths(slices: readonly Buffer[], size: number): Uint8Array {
  const data = new Uint8Array(size + slices.length * 4);
  const view = new DataView(data.buffer);
  let at = 0;
  for (const slice of slices) {
    view.setUint32(at, slice.length);
    data.set(slice, at + 4);
    at += 4 + slice.length;
  }
  return data;
}

/** RTP packets in, whole pictures out. A picture that misses anything is never given out, nor one that builds on it. */
export function createReceiver(
  track: { readonly payloadType: number; readonly parameterSets: readonly Buffer[] },
  coding: Coding,
  events: ReceiverEvents,
): { push(packet: Buffer): void } {
  const continuity = createSequence();
  const timeline = createTimeline();
  const sets = coding.parameterSets(track.parameterSets);
  const nals = coding.nalUnits();
  let slices: Buffer[] = [];
  let hasKey = false;
  /** A part of the picture that is received was thrown away: the rest of it makes no picture. */
  let spoilt = false;
  let size = 0;
  let timestamp: number | null = null;
  let waitsForKey = true;
  let configured = false;

  function startPicture(of: number | null): void {
    slices = [];
    hasKey = false;
    size = 0;
    timestamp = of;
  }

  function lose(): void {
    spoilt ||= slices.length > 0;
    startPicture(timestamp);
    nals.forget();
    if (waitsForKey) return;
    waitsForKey = true;
    events.lost();
  }

  function finishPicture(): void {
    spoilt = false;
    if (slices.length === 0 || timestamp === null) return startPicture(null);
    const key = hasKey;
    const timestampUs = timeline(timestamp);
    const config = key ? sets.news() : null;
    if (config !== null) {
      configured = true;
      events.config(config);
    }
    if (key && configured) waitsForKey = false;
    if (!waitsForKey) events.unit({ type: 'unit', key, timestampUs, data: withLengths(slices, size) });
    startPicture(null);
  }

  function take(nal: Buffer): void {
    const sort = coding.sortOf(nal);
    if (sort === 'nonsense') return lose();
    if (sort === 'set') return sets.take(nal);
    if (sort === 'other' || spoilt) return;
    // What begins with a later slice has lost its first one.
    if (sort === 'key' && slices.length === 0) hasKey = true;
    slices.push(nal);
    size += nal.length;
    if (size > MAX_UNIT_BYTES || slices.length > MAX_UNIT_SLICES) lose();
  }

  return {
    push(bytes) {
      const packet = readRtp(bytes);
      if (packet === null || packet.payloadType !== track.payloadType) return;
      const order = continuity(packet);
      if (order === 'late') return;
      if (order === 'gap') lose();
      if (timestamp !== null && timestamp !== packet.timestamp) finishPicture();
      timestamp = packet.timestamp;
      const { units, broken } = nals.take(packet.payload);
      if (broken) lose();
      units.forEach(take);
      if (packet.marker) finishPicture();
    },
  };
}
