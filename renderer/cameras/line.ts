import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { TileReply } from '../../domain/cameras/packets.ts';
import type { ShedLevel } from '../../domain/cameras/shedding.ts';

/** What plays one camera into a tile, whatever it is made of. */
export type Line = {
  hear(audible: boolean): void;
  shed(level: ShedLevel): void;
  /** Pictures that came up to now, where the core does not count them. */
  readonly came?: () => number;
  close(): void;
};

/** What is said of a camera, by the core or by the player of a playlist. */
export type Said = Omit<CameraHealth, 'cameraId' | 'lastPictureAt'>;

export type LineEvents = {
  said(said: Said): void;
  /** The way to the core broke. */
  lost(): void;
  /** No player of this window can show what comes. */
  failed(): void;
};

/** Tells the core what the tile has taken. */
export function sayTaken(port: MessagePort, number: number): void {
  const reply: TileReply = { type: 'taken', number };
  port.postMessage(reply);
}

/** Closes a port without taking its end for a loss. */
export function leavePort(port: MessagePort, lost: () => void): void {
  port.removeEventListener('close', lost);
  port.close();
}
