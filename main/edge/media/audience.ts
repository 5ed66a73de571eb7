import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { Feed } from '../../cameras/ports.ts';
import type { Clock } from '../../kernel/ports.ts';
import { createRecentPictures } from './recentPictures.ts';
import { createStanding } from './standing.ts';
import type { Viewer } from './viewer.ts';

/** Everybody who looks at one source: all are told the same, and who comes later is given what is needed to join in. */
export function createAudience(clock: Pick<Clock, 'now'>) {
  const viewers = new Set<Viewer>();
  const tapes = new Map<string, Feed>();
  const recent = createRecentPictures();
  const standing = createStanding(clock, (told) => {
    for (const viewer of viewers) viewer.state(told);
    for (const tape of tapes.values()) tape.state(told);
  });

  return {
    standing: standing.now,
    become: standing.become,
    config(config: VideoConfig): void {
      recent.config(config);
      for (const viewer of viewers) viewer.config(config);
      for (const tape of tapes.values()) tape.config(config);
    },
    /** See `createStanding` for `suspectSince`. */
    unit(unit: VideoUnit, suspectSince: number | null): void {
      standing.pictured(suspectSince);
      recent.unit(unit);
      for (const viewer of viewers) viewer.unit(unit);
      for (const tape of tapes.values()) tape.unit(unit);
    },
    /** Nothing can be gone on from: who comes now waits for the next key unit. */
    forget(): void {
      recent.clear();
      for (const tape of tapes.values()) tape.lost();
    },
    add(viewer: Viewer): void {
      viewers.add(viewer);
      viewer.state(standing.now());
      recent.giveTo(viewer);
    },
    /** Records from now on, once under each name while no other source does; a tape keeps no camera connected. */
    tape(name: string, open: () => Feed): void {
      if (tapes.get(name)?.isOver() === false) return;
      const feed = open();
      tapes.set(name, feed);
      feed.state(standing.now());
      recent.giveTo(feed);
    },
    close(): void {
      for (const tape of tapes.values()) tape.state({ state: 'idle' });
    },
    remove: (viewer: Viewer): void => void viewers.delete(viewer),
  };
}
