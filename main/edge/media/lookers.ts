import type { StreamAddress } from '../../cameras/ports.ts';

/** How somebody looks at a camera. */
export type Looks = {
  /** It goes before what only consoles look at. */
  readonly onWall: boolean;
  /** It looks once, and leaves. */
  readonly isCheck: boolean;
  /** What it looks at meanwhile has a turn of its own; asked anew at each choice. */
  readonly isExtra?: (() => boolean) | undefined;
  /** It is looked at most, or has an alarm: it goes first; asked anew at each choice. */
  readonly isUrgent?: (() => boolean) | undefined;
};

/** How a tile looks at its stream. */
export const looksOf = ({ onWall = false, isCheck = false, isUrgent, isExtra }: StreamAddress): Looks => ({
  onWall,
  isCheck,
  isUrgent,
  isExtra,
});

/** The place of what nobody looks at: after all others. */
const NOBODY = 3;

const placeOf = ({ onWall, isUrgent }: Looks): number => (onWall ? 1 : 2) - (isUrgent?.() ? 1 : 0);

/** Who looks at one source, and how much it matters therefore. */
export function createLookers<V>() {
  const known = new Map<V, Looks>();
  return {
    add: (viewer: V, looks: Looks): void => void known.set(viewer, looks),
    remove: (viewer: V): void => void known.delete(viewer),
    all: (): Iterable<V> => known.keys(),
    size: (): number => known.size,
    onWall: (): boolean => [...known.values()].some(({ onWall }) => onWall),
    /** Only who looks once, or at another stream still, looks at it. */
    isCheck: (): boolean =>
      known.size > 0 && [...known.values()].every(({ isCheck, isExtra }) => isCheck || isExtra?.()),
    /** See `Applicant`. */
    place: (): number => Math.min(NOBODY, ...[...known.values()].map(placeOf)),
  };
}

export type Lookers = Pick<ReturnType<typeof createLookers>, 'isCheck' | 'place'>;
