import { MAX_CLIENT_FRAME_BYTES, MAX_FRAME_BYTES } from '../domain/contract/wire.ts';

/** What the server allows; a bench or a test may tighten it. */
export type Limits = {
  readonly maxClients: number;
  /** What may wait for one client, bytes; beyond it the client is cut. */
  readonly maxQueueBytes: number;
  /** A client that takes next to nothing of what waits for it is cut after this time, ms. */
  readonly maxStallMs: number;
  /** A client's frames are small: cursors, orders and commands. */
  readonly maxClientFrameBytes: number;
  /** A wall's core says the whole of its wall in one frame. */
  readonly maxWallFrameBytes: number;
  readonly maxIngestBytes: number;
  /** Whoever has not said what it wants by then is no client. */
  readonly headersWithinMs: number;
  readonly helloWithinMs: number;
  readonly heartbeatMs: number;
  /** Each resync costs a snapshot: more of them per heartbeat than this closes the connection. */
  readonly maxResyncsPerBeat: number;
  /** A command that its wall does not hold by then is not delivered, ms. */
  readonly deliverWithinMs: number;
  /** A command that its wall carries out is answered by then, or the wall's word is missing, ms. */
  readonly answerWithinMs: number;
};

export const defaultLimits: Limits = {
  maxClients: 1_000,
  maxQueueBytes: 8 * 1024 * 1024,
  maxStallMs: 5_000,
  maxClientFrameBytes: MAX_CLIENT_FRAME_BYTES,
  maxWallFrameBytes: MAX_FRAME_BYTES,
  maxIngestBytes: 4 * 1024 * 1024,
  headersWithinMs: 5_000,
  helloWithinMs: 5_000,
  heartbeatMs: 5_000,
  maxResyncsPerBeat: 50,
  deliverWithinMs: 2_500,
  answerWithinMs: 8_000,
};
