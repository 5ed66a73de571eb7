import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Grant, Person } from '../../domain/access/model.ts';
import { describeProblems } from '../../domain/contract/fileProblem.ts';
import { unreachable } from '../../domain/kernel/unreachable.ts';
import { CommandBodySchema, type WallCommand } from '../../domain/wall/wire.ts';
import type { Pass } from '../access/tokens.ts';
import { jsonBody, type Reply } from '../body.ts';
import { mayCommandFrom, type Walls } from './hall.ts';
import type { CommandRecord } from './relay.ts';

/** A command is small. */
const MAX_COMMAND_BYTES = 256 * 1024;
/** How long an answer waits for the receipts of its command, ms: a display that has not shown it by then never will. */
const RECEIPTS_WITHIN_MS = 4_000;

const SceneLabelSchema = z.object({
  id: z.string(),
  name: z.unknown(),
  tags: z.unknown(),
  locked: z.unknown(),
});

/** Of a draft: whose it is, and of what; its tiles and steps are its author's business. */
const DraftLabelSchema = z
  .object({ id: z.string(), by: z.string(), scene: z.object({ name: z.unknown() }) })
  .transform(({ id, by, scene: { name } }) => ({ id, name, by }));

/** What of these parts can be read. */
function read<Value>(parts: readonly unknown[], schema: z.ZodType<Value>): readonly Value[] {
  return parts.flatMap((part) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? [parsed.data] : [];
  });
}

type House = { readonly walls: Walls };
type Asked = { readonly wallId: string; readonly grant: Grant; readonly key: string };

const paths = /^\/walls\/([A-Za-z0-9._:-]{1,120})(?:\/(commands)(?:\/([A-Za-z0-9._:/-]{1,120}))?)?$/;

function statusOf({ state, answer }: CommandRecord): number {
  switch (state) {
    case 'not-delivered':
      return 503;
    case 'unanswered':
      return 504;
    case 'answered':
      if (answer === undefined || answer.ok) return 200;
      if (answer.reason === 'not-allowed') return 403;
      return answer.reason === 'input-invalid' ? 400 : 409;
    default:
      return unreachable(state);
  }
}

function personOf({ actsAs, name }: Grant): Person {
  return { id: 'api', name: name ?? 'API', role: actsAs ?? 'operator' };
}

/** The answer waits for the displays, but not for ever; whoever wants the rest asks for the command again. */
async function giveCommand(command: WallCommand, { grant, key }: Asked, { walls }: House): Promise<Reply> {
  const from = { device: 'api', console: key };
  const record = await walls.command({ command, by: personOf(grant), from }, key);
  if (record === 'too-many') return { status: 429, body: { error: 'too-many' } };
  if (record.state !== 'answered' || !record.answer?.ok) return { status: statusOf(record), body: record };
  const relay = walls.known(command.wallId)?.relay;
  await relay?.shown(command.commandId, RECEIPTS_WITHIN_MS);
  const receipts = relay?.find(command.commandId)?.receipts ?? record.receipts;
  return { status: 200, body: { ...record, receipts } };
}

async function takeCommand(request: IncomingMessage, asked: Asked, house: House): Promise<Reply> {
  const read = await jsonBody(request, MAX_COMMAND_BYTES);
  if ('status' in read) return read;
  const parsed = CommandBodySchema.safeParse(read.json);
  if (!parsed.success) {
    return { status: 400, body: { error: 'schema', ...describeProblems(parsed.error)[0] } };
  }
  return giveCommand({ ...parsed.data, wallId: asked.wallId }, asked, house);
}

function wallState({ wallId }: Asked, { walls }: House): Reply {
  const wall = walls.known(wallId);
  if (wall === undefined || wall.replica.asOf() === null) {
    return { status: 404, body: { error: 'wall-unheard', wallId } };
  }
  const { replica, core, since } = wall;
  const scenes = read(replica.parts('scene'), SceneLabelSchema);
  const drafts = read(replica.parts('draft'), DraftLabelSchema);
  const whole = ['canvas', 'program', 'command', 'receipts', 'control', 'hold', 'looks', 'plans'] as const;
  const [tours, entries] = [replica.parts('tour'), replica.parts('entry')];
  const parts = Object.fromEntries(whole.map((part) => [part, replica.part(part)]));
  return {
    status: 200,
    body: {
      ...{ wallId, live: core !== undefined, since, asOf: replica.asOf() },
      ...{ ...parts, scenes, drafts, tours, entries },
    },
  };
}

function commandState(commandId: string, { wallId }: Asked, { walls }: House): Reply {
  const record = walls.known(wallId)?.relay.find(commandId);
  return record ? { status: 200, body: record } : { status: 404, body: { error: 'command-unknown' } };
}

/** `/walls/<wallId>`, `/walls/<wallId>/commands` and `/walls/<wallId>/commands/<commandId>`; null for another address. */
export async function answerWalls(
  request: IncomingMessage,
  pass: Pass | null,
  house: House,
): Promise<Reply | null> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const [, wallId, commands, commandId] = paths.exec(path) ?? [];
  if (wallId === undefined) return null;
  if (pass === null) return { status: 401, body: { error: 'token' } };
  if (!mayCommandFrom(pass.grant, wallId)) return { status: 403, body: { error: 'wall', wallId } };
  const asked = { wallId, ...pass };
  const post = commands !== undefined && commandId === undefined;
  if (request.method !== (post ? 'POST' : 'GET')) {
    return { status: 405, body: { error: 'method', expected: post ? 'POST' : 'GET' } };
  }
  if (post) return takeCommand(request, asked, house);
  return commandId === undefined ? wallState(asked, house) : commandState(commandId, asked, house);
}
