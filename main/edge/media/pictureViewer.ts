import type { SourceState, TilePort } from '../../cameras/ports.ts';

/** So many pictures may lie on the way to a tile; what comes above it is left out. */
const UNTAKEN = 3;

/** What a source of whole pictures gives each of its viewers. */
export type PictureViewer = {
  state(state: SourceState): void;
  picture(jpeg: Uint8Array): void;
};

/** One tile's end: pictures are numbered, and no more go than the tile takes. */
export function createPictureViewer(port: TilePort, onState: (state: SourceState) => void): PictureViewer {
  let sent = 0;
  let taken = 0;
  port.onMessage((message) => {
    if (typeof message !== 'object' || message === null || !('number' in message)) return;
    if (typeof message.number === 'number') taken = Math.max(taken, Math.min(sent, message.number));
  });
  return {
    state(state) {
      port.postMessage({ type: 'state', ...state });
      onState(state);
    },
    picture(data) {
      if (sent - taken >= UNTAKEN) return;
      sent += 1;
      port.postMessage({ type: 'picture', number: sent, data });
    },
  };
}
