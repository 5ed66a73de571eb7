import type { VideoConfig, VideoUnit } from '../../domain/cameras/packets.ts';
import { createMsePlayer } from './msePlayer.ts';
import type { Screen } from './screen.ts';
import { createWebCodecsPlayer } from './webCodecsPlayer.ts';

/** Turns configs and units into pictures on a screen. */
export type PacketPlayer = {
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
  close(): void;
};

/** WebCodecs shows pictures about 100 ms sooner; MSE serves where WebCodecs is missing or gives up on a camera. */
export function createPacketPlayer(screen: Screen): PacketPlayer {
  let config: VideoConfig | null = null;
  let player = 'VideoDecoder' in window ? createWebCodecsPlayer(screen, fallBack) : createMsePlayer(screen);

  function fallBack(): void {
    player.close();
    player = createMsePlayer(screen);
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
