/** What the server allows; a bench or a test may tighten it. */
export type Limits = {
  readonly maxClients: number;
  /** What may wait for one client, bytes; beyond it the client is cut. */
  readonly maxQueueBytes: number;
  /** A client that takes next to nothing of what waits for it is cut after this time, ms. */
  readonly maxStallMs: number;
  /** A client's frames are small: cursors and orders. */
  readonly maxClientFrameBytes: number;
  readonly maxIngestBytes: number;
  /** Whoever has not said what it wants by then is no client. */
  readonly headersWithinMs: number;
  readonly helloWithinMs: number;
  readonly heartbeatMs: number;
  /** Each resync costs a snapshot: more of them per heartbeat than this closes the connection. */
  readonly maxResyncsPerBeat: number;
};

export const defaultLimits: Limits = {
  maxClients: 1_000,
  maxQueueBytes: 8 * 1024 * 1024,
  maxStallMs: 5_000,
  maxClientFrameBytes: 256 * 1024,
  maxIngestBytes: 4 * 1024 * 1024,
  headersWithinMs: 5_000,
  helloWithinMs: 5_000,
  heartbeatMs: 5_000,
  maxResyncsPerBeat: 50,
};
