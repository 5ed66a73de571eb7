import { z } from 'zod';

/** What the bench tells its feed. */
export const FeedOrderSchema = z.discriminatedUnion('type', [
  /** Readings and probes per second from now on. */
  z.object({ type: z.literal('pace'), perSecond: z.number(), probesPerSecond: z.number() }),
  /** Begin to count anew. */
  z.object({ type: z.literal('count') }),
  z.object({ type: z.literal('report') }),
]);
export type FeedOrder = z.infer<typeof FeedOrderSchema>;

export const FeedReportSchema = z.object({
  /** Since the last `count`. */
  sent: z.number(),
  probes: z.number(),
  ms: z.number(),
  /** Longest pause between two beats of the sender, ms: a feed that stumbles proves nothing. */
  longestPauseMs: z.number(),
  cpuPercent: z.number(),
  /** What the slowest reader has not taken yet, bytes. */
  backlogBytes: z.number(),
  readers: z.number(),
});
export type FeedReport = z.infer<typeof FeedReportSchema>;

export const FeedNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), port: z.number() }),
  z.object({ type: z.literal('report'), report: FeedReportSchema }),
]);
export type FeedNews = z.infer<typeof FeedNewsSchema>;

/** What the feed is started with, as JSON in its first argument. */
export const FeedSetupSchema = z.object({
  unit: z.string(),
  wallIds: z.array(z.string()),
  keys: z.array(z.string()),
  probeKey: z.string(),
});
export type FeedSetup = z.infer<typeof FeedSetupSchema>;
