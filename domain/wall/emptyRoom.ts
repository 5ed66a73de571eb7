import type { Room } from './roomModel.ts';

/** A room of which nothing is known yet. */
export const emptyRoom: Room = {
  origin: 'site',
  panels: [],
  seatDistanceMm: 5_000,
  virtual: false,
  seats: {},
};
