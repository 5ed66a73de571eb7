import type { VideoConfig } from '../../domain/cameras/packets.ts';
import type { Backlog } from './backlog.ts';
import { createMsePlayer } from './msePlayer.ts';
import type { PacketPlayer, Screen } from './screen.ts';
import { createWebCodecsPlayer } from './webCodecsPlayer.ts';

/** WebCodecs shows pictures about 100 ms sooner; MSE serves where WebCodecs is missing or gives up on a camera. `onFailed`: neither can. */
export function createPacketPlayer(screen: Screen, onFailed: () => void, backlog: Backlog): PacketPlayer {
  let config: VideoConfig | null = null;
  let player =
    'VideoDecoder' in window
      ? createWebCodecsPlayer(screen, fallBack, backlog)
      : createMsePlayer(screen, onFailed, backlog);

  function fallBack(): void {
    player.close();
    // Media source extensions are proved for H.264 alone.
    if (config?.codec.startsWith('avc1') === false) return onFailed();
    player = createMsePlayer(screen, onFailed, backlog);
    if (config !== null) player.config(config);
  }

  return {
    config(next) {
      config = next;
      player.config(next);
    },
    unit: (unit) => player.unit(unit),
    close: () => player.close(),
  };
}
