import type { TileShown } from '../../domain/cameras/calls.ts';
import type { CameraHealth } from '../../domain/cameras/model.ts';
import { doubted, seenAlone, seenNext, type Seen } from '../../domain/cameras/seen.ts';
import type { Clock } from '../kernel/ports.ts';
import { createHealthBook } from './healthBook.ts';
import type { SourceState } from './ports.ts';

/** Pictures that no tile could show are not asked for again before, ms. */
const TOO_LARGE_MS = 60_000;

/** One tile's hold on a camera. */
export type View = {
  readonly cameraId: string;
  readonly windowId: string;
  readonly url: string;
  /** Only the window sees its pictures; the core knows no more than that they should come. */
  readonly isSeenAlone: boolean;
  close(): void;
};

type Held = View & { said: SourceState; seen: Seen };

function standingOf({ said, seen, isSeenAlone }: Held): SourceState {
  return isSeenAlone ? seenAlone(said, seen) : doubted(said, seen);
}

/** Keeps what all tiles hold, and how each camera stands by them. `onHealth` is told at every change of it. */
export function createViews(clock: Clock, onHealth: (health: CameraHealth) => void) {
  const views = new Map<string, Held>();
  const book = createHealthBook(() => clock.now(), onHealth);

  function judge(cameraId: string): void {
    book.judge(cameraId, [...views.values()].filter((view) => view.cameraId === cameraId).map(standingOf));
  }

  function release(ticket: string): void {
    const view = views.get(ticket);
    if (view === undefined) return;
    views.delete(ticket);
    view.close();
    judge(view.cameraId);
  }

  const refusalOf = ({ cameraId, url }: Pick<View, 'cameraId' | 'url'>): string =>
    `too-large ${cameraId} ${url}`;

  return {
    /** The window of this tile found its pictures larger than any tile could show; how the camera stands says so for a while. */
    tooLarge(ticket: string): void {
      const view = views.get(ticket);
      if (view === undefined) return;
      const key = refusalOf(view);
      const now = clock.now();
      const callOff = clock.after(TOO_LARGE_MS, () => release(key));
      release(key);
      views.set(key, {
        ...view,
        windowId: '',
        isSeenAlone: false,
        close: callOff,
        said: { state: 'unsupported', since: now, trouble: 'too-large' },
        seen: { at: now, cameAt: null },
      });
      release(ticket);
    },
    isTooLarge: (stream: Pick<View, 'cameraId' | 'url'>): boolean => views.has(refusalOf(stream)),
    /** Holds a camera for a tile; returns what is to be told how its stream stands. */
    hold(ticket: string, view: View): (said: SourceState) => void {
      const now = clock.now();
      const kept: Held = {
        ...view,
        said: { state: 'connecting', since: now },
        seen: { at: now, cameAt: null },
      };
      views.set(ticket, kept);
      return (said) => {
        kept.said = said;
        if (views.get(ticket) === kept) judge(kept.cameraId);
      };
    },
    holder: (ticket: string): string | undefined => views.get(ticket)?.windowId,
    release,
    releaseWhere(isGone: (view: View) => boolean): void {
      for (const [ticket, view] of views) if (isGone(view)) release(ticket);
    },
    /** What a window says of the pictures of its tile. */
    report(windowId: string, { ticket, due = 0, suspectSince }: TileShown, isStill: boolean): void {
      const view = views.get(ticket);
      if (view?.windowId !== windowId) return;
      const said = { came: due, isStill, ...(suspectSince !== undefined && { suspectSince }) };
      view.seen = seenNext(view.seen, said, clock.now());
      judge(view.cameraId);
    },
    /** How the cameras stand that were opened since the core started. */
    healths: book.all,
    checked: book.checked,
  };
}
