import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { SourceState } from '../../cameras/ports.ts';
import type { Clock } from '../../kernel/ports.ts';
import { createRecentPictures } from './recentPictures.ts';
import type { Viewer } from './viewer.ts';

/** Everybody who looks at one source: all are told the same, and who comes later is given what is needed to join in. */
export function createAudience(clock: Pick<Clock, 'now'>) {
  const viewers = new Set<Viewer>();
  const recent = createRecentPictures();
  let standing: SourceState = { state: 'connecting', since: clock.now() };

  /** A new reason for the same state is told too, but `since` stays. */
  function become(state: SourceState['state'], trouble?: SourceState['trouble']): void {
    if (standing.state === state && standing.trouble === trouble) return;
    const { lastPictureAt, codec, suspectSince } = standing;
    standing = {
      state,
      since: standing.state === state ? standing.since : clock.now(),
      ...(lastPictureAt === undefined ? {} : { lastPictureAt }),
      ...(trouble === undefined ? {} : { trouble }),
      ...(codec === undefined ? {} : { codec }),
      ...(suspectSince === undefined || state !== 'live' ? {} : { suspectSince }),
    };
    for (const viewer of viewers) viewer.state(standing);
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
    },
    /** A picture makes the source live, also one that is suspected of being the same since `suspectSince`. */
    unit(unit: VideoUnit, suspectSince: number | null): void {
      standing = { ...standing, lastPictureAt: clock.now() };
      become('live');
      suspect(suspectSince);
      recent.unit(unit);
      for (const viewer of viewers) viewer.unit(unit);
    },
    /** Nothing can be gone on from: who comes now waits for the next key unit. */
    forget: recent.clear,
    add(viewer: Viewer): void {
      viewers.add(viewer);
      viewer.state(standing);
      recent.giveTo(viewer);
    },
    remove: (viewer: Viewer): void => void viewers.delete(viewer),
    size: (): number => viewers.size,
  };
}
