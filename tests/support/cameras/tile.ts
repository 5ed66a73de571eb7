// A tile's two ends of the line, in plain Node: what the core gets, and what a window would see.
import { createHash } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import type { CameraState } from '../../../domain/cameras/model.ts';
import {
  TAKEN_EVERY,
  type TileStateWord,
  type TileWord,
  type VideoConfig,
} from '../../../domain/cameras/packets.ts';
import type { TilePort } from '../../../main/cameras/ports.ts';

export type SeenUnit = {
  readonly number: number;
  readonly key: boolean;
  readonly bytes: number;
  /** A short name of its content: the same content has the same. */
  readonly print: string;
  readonly at: number;
};

export type TestTile = {
  /** The core's end. */
  readonly port: TilePort;
  readonly units: SeenUnit[];
  readonly configs: VideoConfig[];
  /** Whole pictures, as JPEG. */
  readonly pictures: Uint8Array[];
  /** What a WebRTC server offered. */
  readonly offers: string[];
  readonly states: (TileStateWord & { readonly at: number })[];
  state(): CameraState | undefined;
  /** The first time (epoch ms) it was told this state at or after `from`. */
  toldAt(state: CameraState, from?: number): number | undefined;
  /** From now on it takes nothing any more, as a hung window does. */
  hang(): void;
  recover(): void;
  close(): void;
};

/** See `SeenUnit`. */
export const printOf = (data: Uint8Array): string => createHash('md5').update(data).digest('base64');

/** Opens a tile that takes every unit, as a healthy window does. */
export function openTile(): TestTile {
  const { port1: core, port2: window } = new MessageChannel();
  const units: SeenUnit[] = [];
  const configs: VideoConfig[] = [];
  const offers: string[] = [];
  const pictures: Uint8Array[] = [];
  const states: TestTile['states'] = [];
  let hung = false;

  window.on('message', (word: TileWord) => {
    if (word.type === 'state') states.push({ ...word, at: Date.now() });
    if (word.type === 'config') configs.push(word);
    if (word.type === 'picture') {
      pictures.push(word.data);
      if (!hung) window.postMessage({ type: 'taken', number: word.number });
    }
    if (word.type === 'offer') offers.push(word.sdp);
    if (word.type !== 'unit') return;
    const { number, key, data } = word;
    units.push({ number, key, bytes: data.length, print: printOf(data), at: Date.now() });
    if (!hung && word.number % TAKEN_EVERY === 0) window.postMessage({ type: 'taken', number: word.number });
  });

  return {
    port: {
      postMessage: (word) => core.postMessage(word),
      onMessage: (listener) => void core.on('message', listener),
      onClose: (listener) => void core.on('close', listener),
      close: () => core.close(),
    },
    units,
    configs,
    offers,
    pictures,
    states,
    state: () => states.at(-1)?.state,
    toldAt: (state, from = 0) => states.find((told) => told.state === state && told.at >= from)?.at,
    hang: () => void (hung = true),
    recover() {
      hung = false;
      window.postMessage({ type: 'taken', number: units.at(-1)?.number ?? 0 });
    },
    close: () => window.close(),
  };
}
