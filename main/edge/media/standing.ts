import type { SourceState } from '../../cameras/ports.ts';
import type { Clock } from '../../kernel/ports.ts';

/** Keeps how one source stands. `onChange` hears of every change but the time of a further picture. */
export function createStanding(clock: Pick<Clock, 'now'>, onChange: (standing: SourceState) => void) {
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
    onChange(standing);
  }

  function suspect(since: number | null): void {
    if ((standing.suspectSince ?? null) === since) return;
    const { suspectSince: _, ...rest } = standing;
    standing = since === null ? rest : { ...rest, suspectSince: since };
    onChange(standing);
  }

  return {
    now: (): SourceState => standing,
    become,
    /** A picture makes the source live, also one that is suspected of being the same since `suspectSince`. */
    pictured(suspectSince: number | null = null): void {
      standing = { ...standing, lastPictureAt: clock.now() };
      become('live');
      suspect(suspectSince);
    },
  };
}
