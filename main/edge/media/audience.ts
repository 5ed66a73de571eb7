import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { Feed, SourceState } from '../../cameras/ports.ts';
import type { Clock } from '../../kernel/ports.ts';
import { createRecentPictures } from './recentPictures.ts';
import type { Viewer } from './viewer.ts';

/** Everybody who looks at one source: all are told the same, and who comes later is given what is needed to join in. */
export function createAudience(clock: Pick<Clock, 'now'>) {
  const viewers = new Set<Viewer>();
  const tapes = new Map<string, Feed>();
  const recent = createRecentPictures();
  let standing: SourceState = { state: 'connecting', since: clock.now() };

  /** A new reason for the same state is told too, but `since` stays. */
  function become(
    state: SourceState['state'],
    trouble?: SourceState['trouble'],
    codec: string | undefined = trouble === 'codec' ? standing.codec : undefined,
  ): void {
    if (standing.state === state && standing.trouble === trouble && standing.codec === codec) return;
    const { lastPictureAt, suspectSince } = standing;
    standing = {
      state,
      since: standing.state === state ? standing.since : clock.now(),
      ...(lastPictureAt === undefined ? {} : { lastPictureAt }),
      ...(trouble === undefined ? {} : { trouble }),
      ...(codec === undefined ? {} : { codec }),
      ...(suspectSince === undefined || state !== 'live' ? {} : { suspectSince }),
    };
    for (const viewer of viewers) viewer.state(standing);
    for (const tape of tapes.values()) tape.state(standing);
  }

  function suspect(since: number | null): void {
    if ((standing.suspectSince ?? null) === since) return;
    const { suspectSince: _, ...rest } = standing;
    standing = since === null ? rest : { ...rest, suspectSince: since };
    for (const viewer of viewers) viewer.state(standing);
  }

  return {
    standing: (): SourceState => standing,
    become,
    config(config: VideoConfig): void {
      recent.config(config);
      for (const viewer of viewers) viewer.config(config);
      for (const tape of tapes.values()) tape.config(config);
    },
    /** A picture makes the source live, also one that is suspected of being the same since `suspectSince`. */
    unit(unit: VideoUnit, suspectSince: number | null): void {
      standing = { ...standing, lastPictureAt: clock.now() };
      become('live');
      suspect(suspectSince);
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
      viewer.state(standing);
      recent.giveTo(viewer);
    },
    /** Records from now on, once under each name; a tape keeps no camera connected. */
    tape(name: string, open: () => Feed): void {
      if (tapes.has(name)) return;
      const feed = open();
      tapes.set(name, feed);
      feed.state(standing);
      recent.giveTo(feed);
    },
    close(): void {
      for (const tape of tapes.values()) tape.state({ state: 'idle' });
    },
    remove: (viewer: Viewer): void => void viewers.delete(viewer),
    size: (): number => viewers.size,
  };
}
