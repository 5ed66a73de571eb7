import { z } from 'zod';
import { GrantSchema, PersonSchema } from '../access/model.ts';
import { CameraEventSeenSchema, CameraPartSchema, LightReadingSchema } from '../cameras/wire.ts';
import {
  AcknowledgeAnswerSchema,
  AcknowledgeOrderSchema,
  IncidentAcknowledgedSchema,
  IncidentRaisedSchema,
} from '../incidents/wire.ts';
import { IndicatorPublishedSchema, IndicatorReadingSchema } from '../indicators/wire.ts';
import { IdSchema, InstantSchema } from '../kernel/schema.ts';
import { PlanPartSchema } from '../schedule/wire.ts';
import {
  AnyWallPartSetSchema,
  ConsoleSchema,
  WallAnswerSchema,
  WallCommandSchema,
  WallPartSchema,
  WallPartSetSchema,
} from '../wall/wire.ts';

/** The wire's version. A client one version older is served. */
export const PROTOCOL = 1;

/** What was added to that version; whoever does not know of it is spared it. 1: walls that are driven from elsewhere; 2: the
 * topic of cameras; 3: the word that a command is carried; 4: what the cameras of a wall's room do. */
export const MINOR = 4;
const MinorSchema = z.number().int().min(0).max(1_000);

/** No frame is larger than this, bytes; a larger one closes the connection. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

/** What a client that drives no wall says in one frame, bytes: cursors, orders and commands. */
export const MAX_CLIENT_FRAME_BYTES = 256 * 1024;

/** The audience is in the topic's name: a client gets all of a topic or none of it. */
export const TopicSchema = z
  .string()
  .regex(/^(indicators|incidents|cameras)\/\d{2,5}$|^wall\/[A-Za-z0-9._-]{1,60}$/);

const EpochSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const SeqSchema = z.number().int().nonnegative();

/** Facts that the province keeps: in order, none lost, none doubled. */
export const ProvinceFactSchema = z.discriminatedUnion('type', [
  IncidentRaisedSchema,
  IncidentAcknowledgedSchema,
  IndicatorPublishedSchema,
  CameraEventSeenSchema,
]);
export type ProvinceFact = z.infer<typeof ProvinceFactSchema>;

/** Said by the wall's own core alone: a part of the wall, of what goes up on it by itself, or of what its cameras do. */
const WallFactSchema = WallPartSetSchema.extend({
  part: z.discriminatedUnion('kind', [
    ...WallPartSchema.options,
    ...PlanPartSchema.options,
    ...CameraPartSchema.options,
  ]),
});

/** What can be a fact. A wall's are its own core's: the backend passes them on and keeps none. */
export const FactSchema = z.discriminatedUnion('type', [...ProvinceFactSchema.options, WallFactSchema]);
export type Fact = z.infer<typeof FactSchema>;

/** What can be a reading: only the latest of each key counts. */
export const ReadingBodySchema = z.discriminatedUnion('type', [IndicatorReadingSchema, LightReadingSchema]);
export type ReadingBody = z.infer<typeof ReadingBodySchema>;

/** A pointer, a call being set up: never stored, never resumed. */
export const SignalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('wall.pointer'), xMm: z.number(), yMm: z.number() }),
]);

const envelope = {
  protocol: z.literal(PROTOCOL),
  topic: TopicSchema,
  epoch: EpochSchema,
  seq: SeqSchema,
  /** When it was true, epoch ms of the sender's clock. */
  asOf: InstantSchema,
  /** When it was sent, epoch ms of the sender's clock. */
  sentAt: InstantSchema,
};

export const FactFrameSchema = z.object({ kind: z.literal('fact'), ...envelope, body: FactSchema });
export const ReadingFrameSchema = z.object({
  kind: z.literal('reading'),
  ...envelope,
  body: ReadingBodySchema,
});
export const SignalFrameSchema = z.object({ kind: z.literal('signal'), ...envelope, body: SignalSchema });

export const FactItemSchema = z.object({ seq: SeqSchema, asOf: InstantSchema, body: FactSchema });
export const ReadingItemSchema = z.object({ asOf: InstantSchema, body: ReadingBodySchema });
export type FactItem = z.infer<typeof FactItemSchema>;
export type ProvinceFactItem = Omit<FactItem, 'body'> & { readonly body: ProvinceFact };
export type ReadingItem = z.infer<typeof ReadingItemSchema>;

const state = {
  protocol: z.literal(PROTOCOL),
  topic: TopicSchema,
  epoch: EpochSchema,
  /** The stream stands here after this frame is applied. */
  seq: SeqSchema,
  sentAt: InstantSchema,
  facts: z.array(FactItemSchema).max(20_000),
  readings: z.array(ReadingItemSchema).max(20_000),
};

/** Start over: forget what you had of this topic; this is all of it. */
export const SnapshotFrameSchema = z.object({ kind: z.literal('snapshot'), ...state });

/** All facts after `from`, and the latest readings since: never a part of them. */
export const CatchUpFrameSchema = z.object({ kind: z.literal('catch-up'), ...state, from: SeqSchema });

/**
 * The outside of a frame whose inside did not pass: a newer server may send what this client does not know. The envelope
 * still moves the stream on, so that one unknown item never stops a topic for good.
 */
export const FrameEnvelopeSchema = z.object({
  kind: z.enum(['fact', 'reading', 'signal']),
  ...envelope,
  body: z.unknown(),
});
const looseState = {
  ...state,
  facts: z.array(z.unknown()).max(20_000),
  readings: z.array(z.unknown()).max(20_000),
};
export const StateEnvelopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), ...looseState }),
  z.object({ kind: z.literal('catch-up'), ...looseState, from: SeqSchema }),
]);

/** First word of the backend: what the token is worth, and which topics follow. */
export const WelcomeFrameSchema = z.object({
  kind: z.literal('welcome'),
  protocol: z.literal(PROTOCOL),
  grant: GrantSchema,
  topics: z.array(TopicSchema).max(200),
  sentAt: InstantSchema,
  /** The backend pings this often, ms; a client that hears nothing for three of them reconnects. */
  heartbeatMs: z.number().int().min(100).max(60_000),
  minor: MinorSchema.exactOptional(),
});

const ofWall = { protocol: z.literal(PROTOCOL), wallId: IdSchema };
/** A command's number between the backend and a wall's core, on this connection. */
const RelaySchema = z.number().int().nonnegative();

/** To a wall's core: hold this command and say so. Role and person are what the token is worth. */
export const RelayFrameSchema = z.object({
  kind: z.literal('relay'),
  ...ofWall,
  relay: RelaySchema,
  command: WallCommandSchema,
  by: PersonSchema,
  from: ConsoleSchema,
});

/** To a wall's core: carry it out. A command that is not released is none. */
export const ReleaseFrameSchema = z.object({ kind: z.literal('release'), ...ofWall, relay: RelaySchema });

/** To a wall's core: say the whole of your wall. */
export const StartOverFrameSchema = z.object({ kind: z.literal('start-over'), ...ofWall });

/** To a wall's core: the machines whose consoles follow it now. */
export const ConsolesFrameSchema = z.object({
  kind: z.literal('consoles'),
  ...ofWall,
  devices: z.array(IdSchema).max(1_000),
});

/** To a console elsewhere: whether the wall's own core can be reached. */
export const WallLinkFrameSchema = z.object({
  kind: z.literal('wall-link'),
  ...ofWall,
  live: z.boolean(),
  since: InstantSchema,
});

/** To the console that commanded: the backend has the command; what becomes of it is its `outcome`, later. */
export const CarriedFrameSchema = z.object({ kind: z.literal('carried'), ...ofWall, commandId: IdSchema });

/**
 * To the console that commanded. `not-delivered`: the wall did not get it, and never will; `unanswered`: it got it and its
 * word is missing; `too-many`: too many at once, nothing was passed on.
 */
export const OutcomeFrameSchema = z.object({
  kind: z.literal('outcome'),
  ...ofWall,
  commandId: IdSchema,
  state: z.enum(['answered', 'not-delivered', 'unanswered', 'too-many']),
  answer: WallAnswerSchema.exactOptional(),
});

/** The province's answer to a numbered order. The same order sent again gets the same answer. */
export const AnswerFrameSchema = z.object({
  kind: z.literal('answer'),
  protocol: z.literal(PROTOCOL),
  number: z.number().int().nonnegative(),
  answer: AcknowledgeAnswerSchema,
});

export const ServerFrameSchema = z.discriminatedUnion('kind', [
  ReadingFrameSchema,
  FactFrameSchema,
  SignalFrameSchema,
  SnapshotFrameSchema,
  CatchUpFrameSchema,
  WelcomeFrameSchema,
  AnswerFrameSchema,
  RelayFrameSchema,
  ReleaseFrameSchema,
  StartOverFrameSchema,
  ConsolesFrameSchema,
  WallLinkFrameSchema,
  CarriedFrameSchema,
  OutcomeFrameSchema,
]);
export type ServerFrame = z.infer<typeof ServerFrameSchema>;
export type StreamFrame = Extract<ServerFrame, { topic: string }>;

export const CursorSchema = z.object({ topic: TopicSchema, epoch: EpochSchema, seq: SeqSchema });
/** How far a client has come in a topic. */
export type Cursor = z.infer<typeof CursorSchema>;

/** First word of a client. The role is not in it: it comes from the token. */
export const HelloFrameSchema = z.object({
  kind: z.literal('hello'),
  protocol: z.number().int().min(1).max(1_000),
  /** This machine's lasting name; orders are numbered by it. */
  device: IdSchema,
  cursors: z.array(CursorSchema).max(200),
  minor: MinorSchema.exactOptional(),
});

/** A gap was seen in one topic: resume it from here, or start it over without a cursor. */
export const ResyncFrameSchema = z.object({
  kind: z.literal('resync'),
  topic: TopicSchema,
  cursor: CursorSchema.optional(),
});

export const OrderFrameSchema = z.object({
  kind: z.literal('order'),
  device: IdSchema,
  /** Rises by one per device; sent again until it is answered. */
  number: z.number().int().nonnegative(),
  body: z.discriminatedUnion('type', [AcknowledgeOrderSchema]),
});
export type OrderFrame = z.infer<typeof OrderFrameSchema>;

const { protocol, epoch, seq, sentAt } = state;
const written = { protocol, topic: TopicSchema, epoch, seq, sentAt };

/** From a wall's core: all of its wall, from here on numbered as any stream. */
export const WallStateFrameSchema = z.object({
  kind: z.literal('wall-state'),
  ...written,
  facts: z.array(FactItemSchema.extend({ body: AnyWallPartSetSchema })).max(1_000),
});

/** From a wall's core: the next change of its wall. */
export const WallPartFrameSchema = z.object({
  kind: z.literal('wall-part'),
  ...written,
  asOf: InstantSchema,
  body: AnyWallPartSetSchema,
});

/** From a wall's core: the command is here, not carried out yet. */
export const HeldFrameSchema = z.object({ kind: z.literal('held'), ...ofWall, relay: RelaySchema });

/** From a wall's core: what the command came to. */
export const DoneFrameSchema = z.object({
  kind: z.literal('done'),
  ...ofWall,
  relay: RelaySchema,
  answer: WallAnswerSchema,
});

/** From a console elsewhere. Its person's role is bounded by what its token is worth. */
export const CommandFrameSchema = z.object({
  kind: z.literal('command'),
  protocol: z.literal(PROTOCOL),
  command: WallCommandSchema,
  by: PersonSchema.omit({ bounds: true }),
  console: IdSchema,
});

export const ClientFrameSchema = z.discriminatedUnion('kind', [
  HelloFrameSchema,
  ResyncFrameSchema,
  OrderFrameSchema,
  CommandFrameSchema,
  WallStateFrameSchema,
  WallPartFrameSchema,
  HeldFrameSchema,
  DoneFrameSchema,
]);
export type ClientFrame = z.infer<typeof ClientFrameSchema>;
/** What the core of a wall says of it. */
export type WallFrame = Extract<ClientFrame, { kind: 'wall-state' | 'wall-part' | 'held' | 'done' }>;

/** Body of `POST /ingest`: the province's own systems bring facts and readings of their unit. */
export const IngestSchema = z.object({
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('fact'),
          topic: TopicSchema,
          asOf: InstantSchema,
          body: ProvinceFactSchema,
        }),
        z.object({
          kind: z.literal('reading'),
          topic: TopicSchema,
          asOf: InstantSchema,
          body: ReadingBodySchema,
        }),
      ]),
    )
    .min(1)
    .max(5_000),
});
export type Ingest = z.infer<typeof IngestSchema>;

/** Why the backend closes a connection; 4xxx are the product's own codes. */
export const closeCodes = {
  helloMissing: { code: 4001, reason: 'hello-missing' },
  badFrame: { code: 4002, reason: 'bad-frame' },
  notAllowed: { code: 4003, reason: 'not-allowed: this token is not worth that' },
  tooSlow: { code: 4008, reason: 'slow: the queue for this client is full' },
  otherProtocol: { code: 4010, reason: `other-protocol: this backend speaks ${PROTOCOL}` },
  goingDown: { code: 1001, reason: 'going-down' },
  failed: { code: 1011, reason: 'failed' },
} as const;

/** The versions of the wire that this backend serves: its own, and one older once there is one. */
export const servedProtocols: readonly number[] = [PROTOCOL];
