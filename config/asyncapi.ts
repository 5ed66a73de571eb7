// Writes domain/contract/asyncapi.json from the schemas: `node config/asyncapi.ts` after a change of the wire.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { GrantSchema } from '../domain/access/model.ts';
import {
  AnswerFrameSchema,
  CarriedFrameSchema,
  CatchUpFrameSchema,
  CommandFrameSchema,
  ConsolesFrameSchema,
  CursorSchema,
  DoneFrameSchema,
  FactFrameSchema,
  FactSchema,
  HeldFrameSchema,
  HelloFrameSchema,
  IngestSchema,
  MINOR,
  OrderFrameSchema,
  OutcomeFrameSchema,
  PROTOCOL,
  ReadingBodySchema,
  ReadingFrameSchema,
  RelayFrameSchema,
  ReleaseFrameSchema,
  ResyncFrameSchema,
  SignalFrameSchema,
  SnapshotFrameSchema,
  StartOverFrameSchema,
  WallLinkFrameSchema,
  WallPartFrameSchema,
  WallStateFrameSchema,
  WelcomeFrameSchema,
} from '../domain/contract/wire.ts';
import { AcknowledgementSchema, IncidentSchema } from '../domain/incidents/model.ts';
import { PublishedFigureSchema } from '../domain/indicators/model.ts';
import { PanelSpecSchema } from '../domain/wall/model.ts';
import {
  CanvasSchema,
  ControlSchema,
  DraftSchema,
  HoldSchema,
  PatchSchema,
  ProgramSchema,
  SceneSchema,
  TileSchema,
  WallAnswerSchema,
  WallCommandSchema,
  WallPartSetSchema,
} from '../domain/wall/wire.ts';

const nouns = {
  Grant: GrantSchema,
  Cursor: CursorSchema,
  Incident: IncidentSchema,
  Acknowledgement: AcknowledgementSchema,
  PublishedFigure: PublishedFigureSchema,
  Fact: FactSchema,
  Panel: PanelSpecSchema,
  Tile: TileSchema,
  Patch: PatchSchema,
  Canvas: CanvasSchema,
  Scene: SceneSchema,
  Program: ProgramSchema,
  Draft: DraftSchema,
  Control: ControlSchema,
  Hold: HoldSchema,
  WallPart: WallPartSetSchema,
  WallCommand: WallCommandSchema,
  WallAnswer: WallAnswerSchema,
  Reading: ReadingBodySchema,
};

/** Every message: its schema, who says it, and what it is for. */
const messages = {
  hello: {
    schema: HelloFrameSchema,
    summary: 'First word of a client, within 5 s: its version, its name and how far it has come.',
  },
  resync: {
    schema: ResyncFrameSchema,
    summary: 'A gap was seen in one topic: go on from this cursor, or start over without one.',
  },
  order: {
    schema: OrderFrameSchema,
    summary: 'A numbered order of a device; sent again until it is answered, carried out once.',
  },
  welcome: {
    schema: WelcomeFrameSchema,
    summary: 'What the token is worth, which topics follow, and how often the server pings.',
  },
  answer: {
    schema: AnswerFrameSchema,
    summary: 'The answer to a numbered order; the same order gets the same answer again.',
  },
  snapshot: {
    schema: SnapshotFrameSchema,
    summary: 'Start over: forget what you had of this topic; this is all of it.',
  },
  catchUp: {
    schema: CatchUpFrameSchema,
    summary: 'All facts after `from` and the latest readings since: never a part of them.',
  },
  fact: { schema: FactFrameSchema, summary: 'The next fact: kept in order, none lost, none doubled.' },
  reading: { schema: ReadingFrameSchema, summary: 'The next reading: only the latest of each key counts.' },
  signal: { schema: SignalFrameSchema, summary: 'Passing: a pointer; never stored, never resumed.' },
  command: {
    schema: CommandFrameSchema,
    summary:
      'A console elsewhere commands a wall: `carried` at once, then once `outcome`, within 3 s if it cannot be delivered.',
  },
  wallState: {
    schema: WallStateFrameSchema,
    summary: 'The core that drives a wall: all of it, as it is now.',
  },
  wallPart: { schema: WallPartFrameSchema, summary: 'The core that drives a wall: the next change of it.' },
  held: { schema: HeldFrameSchema, summary: 'The wall’s core: this command is here, not carried out yet.' },
  done: { schema: DoneFrameSchema, summary: 'The wall’s core: what the command came to.' },
  relay: {
    schema: RelayFrameSchema,
    summary: 'To the wall’s core: hold this command. Person and place are what its token is worth.',
  },
  release: {
    schema: ReleaseFrameSchema,
    summary: 'To the wall’s core: carry it out. A command that is not released within 5 s is forgotten.',
  },
  carried: {
    schema: CarriedFrameSchema,
    summary: 'To the console that commanded, since minor 3: its command is here; the outcome follows.',
  },
  outcome: { schema: OutcomeFrameSchema, summary: 'To the console that commanded: how the command ended.' },
  startOver: { schema: StartOverFrameSchema, summary: 'To the wall’s core: say the whole of your wall.' },
  consoles: {
    schema: ConsolesFrameSchema,
    summary: 'To the wall’s core: the machines whose consoles follow it now.',
  },
  wallLink: {
    schema: WallLinkFrameSchema,
    summary: 'To a console elsewhere: whether the wall’s own core can be reached.',
  },
  ingest: {
    schema: IngestSchema,
    summary: 'Facts and readings that a system of the province brings, all of them or none.',
  },
};
type MessageName = keyof typeof messages;

const stream: readonly MessageName[] = ['snapshot', 'catchUp', 'fact', 'reading', 'signal'];
const client: readonly MessageName[] = ['hello', 'resync', 'order', 'command'];
const server: readonly MessageName[] = ['welcome', 'answer', 'carried', 'outcome', 'wallLink'];
const fromWall: readonly MessageName[] = ['wallState', 'wallPart', 'held', 'done'];
const toWall: readonly MessageName[] = ['relay', 'release', 'startOver', 'consoles'];

function schemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(nouns)) registry.add(schema, { id });
  for (const [name, { schema }] of Object.entries(messages)) registry.add(schema, { id: `${name}Payload` });
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const written = z.toJSONSchema(registry, { io: 'input', target: 'draft-7', uri });
  return Object.fromEntries(
    Object.entries(written.schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

function refs(names: readonly MessageName[], at: (name: MessageName) => string): Record<string, unknown>[] {
  return names.map((name) => ({ $ref: at(name) }));
}

function channelMessages(names: readonly MessageName[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
}

function topic(address: string, description: string): Record<string, unknown> {
  const parameter = /\{(\w+)\}/.exec(address)?.[1] ?? '';
  return {
    address,
    description: `${description} The audience is in the topic's name: a client gets all of a topic or none of it.`,
    servers: [{ $ref: '#/servers/province' }],
    parameters: {
      [parameter]: {
        description: parameter === 'unit' ? 'Code of the administrative unit.' : 'Id of the wall.',
      },
    },
    messages: channelMessages(stream),
  };
}

function operation(
  action: 'send' | 'receive',
  channel: string,
  names: readonly MessageName[],
): Record<string, unknown> {
  return {
    action,
    channel: { $ref: `#/channels/${channel}` },
    messages: refs(names, (name) => `#/channels/${channel}/messages/${name}`),
  };
}

/** The AsyncAPI 3 document of the wire, from the point of view of the backend. */
export function asyncApi(): Record<string, unknown> {
  const security = [{ $ref: '#/components/securitySchemes/token' }];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Toàn Cảnh: the wire between a province and its rooms',
      version: `${PROTOCOL}.${MINOR}.0`,
      description:
        'One WebSocket per room. Every topic has an epoch and a gap-free seq over facts and readings together; a client that was away resumes from its cursor, or is told to start over, never a part. Closing codes: 4001 hello missing, 4002 bad frame, 4003 not allowed, 4008 too slow, 4010 other protocol, 1001 going down. A client whose hello has no `minor` is spared everything about walls.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: {
      province: {
        host: '127.0.0.1:17600',
        protocol: 'ws',
        description:
          '`wss` with the site’s own authority anywhere but on this machine. Browsers (requests with an Origin) are refused.',
        security,
      },
      ingest: { host: '127.0.0.1:17600', protocol: 'http', description: 'The same port.', security },
    },
    channels: {
      connection: {
        address: '/',
        description: 'What is said before and beside the topics, on the same socket.',
        servers: [{ $ref: '#/servers/province' }],
        messages: channelMessages([...client, ...server, ...fromWall, ...toWall]),
      },
      indicators: topic('indicators/{unit}', 'Readings of indicators, and published figures as facts.'),
      incidents: topic('incidents/{unit}', 'Incidents as facts.'),
      cameras: topic('cameras/{unit}', 'Kept for the health of cameras.'),
      wall: topic(
        'wall/{wallId}',
        'A wall as its own core tells it: for consoles elsewhere. Its epoch and seq are the core’s own.',
      ),
      ingest: {
        address: '/ingest',
        description: 'POST, at most 4 MiB; answers counts, or the path of the first wrong field.',
        servers: [{ $ref: '#/servers/ingest' }],
        messages: channelMessages(['ingest']),
      },
    },
    operations: {
      hearClient: operation('receive', 'connection', client),
      tellClient: operation('send', 'connection', server),
      hearWall: operation('receive', 'connection', fromWall),
      tellWall: operation('send', 'connection', toWall),
      sendIndicators: operation('send', 'indicators', stream),
      sendIncidents: operation('send', 'incidents', stream),
      sendCameras: operation('send', 'cameras', stream),
      sendWall: operation('send', 'wall', stream),
      takeIngest: operation('receive', 'ingest', ['ingest']),
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'In the Authorization header alone. The role and the unit come from it.',
        },
      },
      messages: Object.fromEntries(
        Object.entries(messages).map(([name, { summary }]) => [
          name,
          { name, summary, payload: { $ref: `#/components/schemas/${name}Payload` } },
        ]),
      ),
      schemas: schemas(),
    },
  };
}

export const asyncApiFile = fileURLToPath(new URL('../domain/contract/asyncapi.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(asyncApiFile, `${JSON.stringify(asyncApi(), null, 2)}\n`);
}
