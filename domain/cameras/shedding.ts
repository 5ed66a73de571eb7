/** How much a tile matters: the one that is looked at, one with an alarm, any other. The first two shed load last. */
export type Importance = 'focus' | 'alarm' | 'normal';

/** What a tile gives up so that this machine keeps pace; each step costs less than the one before. */
export type ShedLevel =
  /** Everything the tile's size asks for. */
  | 'full'
  /** The small picture, also in a large tile. */
  | 'sub'
  /** No more than half the pictures are painted; those that no other needs are not decoded. */
  | 'fewer'
  /** Only pictures that stand for themselves. */
  | 'keys'
  /** One picture now and then, with its age. */
  | 'still';
