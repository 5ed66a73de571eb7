// Writes domain/contract/openapi.json from the schemas: `node config/openapi.ts` after a change of the HTTP commands.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { PROTOCOL, MINOR } from '../domain/contract/wire.ts';
import {
  CanvasSchema,
  CommandBodySchema,
  CommandSchema,
  ControlSchema,
  HoldSchema,
  ProgramSchema,
  ReceiptSchema,
  ReceiptsSchema,
  WallAnswerSchema,
} from '../domain/wall/wire.ts';
import { LooksSchema } from '../domain/wall/looksSchema.ts';
import { EntrySchema, PlansNowSchema, TourSchema } from '../domain/schedule/wire.ts';
import { BilingualSchema, IdSchema, InstantSchema } from '../domain/kernel/schema.ts';

const RecordSchema = z.object({
  commandId: IdSchema,
  by: z.string(),
  at: InstantSchema,
  state: z.enum(['not-delivered', 'unanswered', 'answered']),
  answer: WallAnswerSchema.optional(),
  receipts: z.array(ReceiptSchema),
});

const StateSchema = z.object({
  wallId: IdSchema,
  live: z.boolean(),
  since: InstantSchema,
  asOf: InstantSchema,
  canvas: CanvasSchema,
  program: ProgramSchema.nullable(),
  command: CommandSchema.nullable(),
  receipts: ReceiptsSchema,
  control: ControlSchema,
  /** What lies over the program for the moment, and how its camera tiles are turned; absent: a core that does not tell. */
  hold: HoldSchema.optional(),
  looks: LooksSchema.optional(),
  scenes: z.array(
    z.object({ id: IdSchema, name: BilingualSchema, tags: z.array(z.string()), locked: z.boolean() }),
  ),
  /** A draft's id is what `wall.take` and `schedule.arm` name as their source. */
  drafts: z.array(z.object({ id: IdSchema, name: BilingualSchema, by: z.string() })),
  /** How what goes up by itself stands; absent: a core that does not tell. */
  plans: PlansNowSchema.optional(),
  tours: z.array(TourSchema),
  entries: z.array(EntrySchema),
});

const nouns = { Command: CommandBodySchema, CommandRecord: RecordSchema, WallState: StateSchema };

function schemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(nouns).map(([name, schema]) => {
      const { $schema: _dialect, ...written } = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-2020-12',
      });
      return [name, written];
    }),
  );
}

function json(description: string, noun?: keyof typeof nouns): Record<string, unknown> {
  const schema = noun && { schema: { $ref: `#/components/schemas/${noun}` } };
  return { description, ...(schema && { content: { 'application/json': schema } }) };
}

const refusals = {
  401: json('No token that is known.'),
  403: json('The token is not worth this wall, or its role may not do this.'),
  404: json('Nothing was ever heard of it.'),
};
const parameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

/** The OpenAPI 3.1 document of the commands over HTTP. */
export function openApi(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Toàn Cảnh: commanding a wall',
      version: `${PROTOCOL}.${MINOR}.0`,
      description:
        'Every call of domain/wall/calls.ts, holdCalls.ts, lookCalls.ts, domain/schedule/calls.ts and domain/cameras/ptzCalls.ts, eventCalls.ts is a command, but those that need eyes in the room (the room’s design, seating, its file): `only-at-wall`. The wall’s own core checks right and input; the backend passes on, keeps receipts and decides nothing. At most 256 KiB, 10 commands a second per token.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ token: [] }],
    paths: {
      '/walls/{wallId}': {
        parameters: [parameter('wallId')],
        get: {
          summary: 'How the wall stands, as its core said last; `live`: whether it can be reached now.',
          responses: { 200: json('The wall.', 'WallState'), ...refusals },
        },
      },
      '/walls/{wallId}/commands': {
        parameters: [parameter('wallId')],
        post: {
          summary:
            'A command. Answers when every display has shown it, or after 4 s. The same commandId is carried out once.',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Command' } } },
          },
          responses: {
            200: json('Carried out; receipts by display.', 'CommandRecord'),
            400: json('The first wrong field, or an input that the call does not take.'),
            409: json('Refused by the wall’s rules: `answer.reason`.', 'CommandRecord'),
            413: json('Too large.'),
            429: json('Too many at once; nothing was passed on.'),
            503: json('Not delivered within 3 s, and never will be.', 'CommandRecord'),
            504: json('Delivered; the wall’s word is missing. Ask for the command again.', 'CommandRecord'),
            ...refusals,
          },
        },
      },
      '/walls/{wallId}/commands/{commandId}': {
        parameters: [parameter('wallId'), parameter('commandId')],
        get: {
          summary: 'What became of a command.',
          responses: { 200: json('The command.', 'CommandRecord'), ...refusals },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemas(),
    },
  };
}

export const openApiFile = fileURLToPath(new URL('../domain/contract/openapi.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(openApiFile, `${JSON.stringify(openApi(), null, 2)}\n`);
}
