import { z } from 'zod';
import { rightOfCall } from '../../domain/contract/callRights.ts';
import { boundedPerson, mayPerson } from '../../domain/access/rights.ts';
import type { Grant } from '../../domain/access/model.ts';
import {
  PROTOCOL,
  type ClientFrame,
  type Cursor,
  type ServerFrame,
  type WallFrame,
} from '../../domain/contract/wire.ts';
import { emptyHold } from '../../domain/wall/holding.ts';
import { CommandSchema, HoldSchema, ReceiptsSchema } from '../../domain/wall/wire.ts';
import type { Log } from '../log.ts';
import type { CommandBook } from '../store/commandTable.ts';
import { createWallBook } from './book.ts';
import { createPace, purseOf } from './pace.ts';
import { createRelay, REMEMBERED, type Commanded, type CommandRecord, type Relay } from './relay.ts';
import { sceneRefusal } from './reserved.ts';
import { createWallReplica, type WallReplica } from './replica.ts';

/** A connection as walls see it. */
export type Member = {
  readonly device: string;
  readonly grant: Grant;
  /** What its token is known by; not the token. */
  readonly key: string;
  /** What it knows of the wire's version. */
  readonly minor: number;
  readonly send: (frame: ServerFrame) => void;
};

type HallWall = {
  readonly wallId: string;
  readonly replica: WallReplica;
  readonly relay: Relay;
  readonly consoles: Set<Member>;
  /** The wall's own core, while it is connected. */
  core: Member | undefined;
  since: number;
};

type Needs = {
  readonly log: Log;
  readonly now: () => number;
  readonly limits: { readonly deliverWithinMs: number; readonly answerWithinMs: number };
  readonly book: CommandBook;
  /** Sends frames to whoever follows a topic. */
  readonly tell: (topic: string, frames: readonly Buffer[]) => void;
};

/** Of a wall, what decides about receipts; an older core says nothing of what it holds. */
const StandingSchema = z.object({
  command: CommandSchema,
  receipts: ReceiptsSchema,
  program: z.object({ takeId: z.string() }).nullable(),
  hold: HoldSchema.optional().transform((hold) => hold ?? emptyHold),
});

type Publication = Extract<WallFrame, { kind: 'wall-state' | 'wall-part' }>;
type CommandFrame = Extract<ClientFrame, { kind: 'command' }>;

/** Whether a frame was one that its sender may say. */
export type Verdict = 'fine' | 'not-allowed' | 'bad';

/** Where consoles elsewhere meet the cores that drive walls. It passes on, keeps receipts, and decides nothing. */
export function createWalls({ log, now, limits, book, tell }: Needs) {
  const walls = new Map<string, HallWall>();
  const pace = createPace();

  function build(wallId: string): HallWall {
    const say = (frame: ServerFrame): boolean => {
      wall.core?.send(frame);
      return wall.core !== undefined;
    };
    const kept = createWallBook({ book, log, wallId, most: REMEMBERED });
    const relay = createRelay({ ...limits, now, book: kept, tell: say });
    const wall: HallWall = {
      wallId,
      replica: createWallReplica(wallId),
      relay,
      consoles: new Set(),
      core: undefined,
      since: now(),
    };
    walls.set(wallId, wall);
    return wall;
  }
  const wallOf = (wallId: string): HallWall => walls.get(wallId) ?? build(wallId);

  function linkFrame({ wallId, core, since }: HallWall): ServerFrame {
    return { kind: 'wall-link', protocol: PROTOCOL, wallId, live: core !== undefined, since };
  }

  function tellConsoles({ wallId, core, consoles }: HallWall): void {
    const devices = [...new Set([...consoles].map(({ device }) => device))];
    core?.send({ kind: 'consoles', protocol: PROTOCOL, wallId, devices });
  }

  /** The wall's core came or went. */
  function seat(wall: HallWall, core: Member | undefined): void {
    if (wall.core === core) return;
    const turned = (wall.core === undefined) !== (core === undefined);
    wall.core = core;
    wall.relay.lost();
    if (core) tellConsoles(wall);
    if (!turned) return;
    wall.since = now();
    log.info(core ? 'wall.came' : 'wall.went', { wallId: wall.wallId, device: core?.device ?? null });
    for (const console of wall.consoles) console.send(linkFrame(wall));
  }

  function readReceipts({ relay, replica }: HallWall, frame: Publication): void {
    const items = frame.kind === 'wall-state' ? frame.facts : [frame];
    if (!items.some(({ body }) => body.part.kind === 'receipts')) return;
    const parts = ['command', 'receipts', 'program', 'hold'] as const;
    const standing = StandingSchema.safeParse(
      Object.fromEntries(parts.map((part) => [part, replica.part(part)])),
    );
    if (standing.success) relay.receipted(standing.data);
  }

  /** Another machine with the same right to drive: the first one stays. */
  function isRival({ core, wallId }: HallWall, member: Member): boolean {
    const rival = core !== undefined && core !== member && core.device !== member.device;
    if (rival) log.warn('wall.drivenTwice', { wallId, device: member.device });
    return rival;
  }

  function publish(member: Member, frame: Publication): Verdict {
    const wallId = frame.topic.slice('wall/'.length);
    const items = frame.kind === 'wall-state' ? frame.facts : [frame];
    if (!mayDrive(member, wallId) || items.some(({ body }) => body.wallId !== wallId)) return 'not-allowed';
    const wall = wallOf(wallId);
    if (isRival(wall, member)) return 'fine';
    if (frame.kind === 'wall-part' && wall.core !== member) {
      member.send({ kind: 'start-over', protocol: PROTOCOL, wallId });
      return 'fine';
    }
    const taken = wall.replica.take(frame);
    if (taken.how === 'too-large') return 'bad';
    if (taken.how === 'again') member.send({ kind: 'start-over', protocol: PROTOCOL, wallId });
    if (taken.how !== 'taken') return 'fine';
    seat(wall, member);
    tell(wall.replica.topic, [taken.frame]);
    readReceipts(wall, frame);
    return 'fine';
  }

  /** What its author has no right to never travels; the wall's own core would refuse it as well. */
  function forbidden({ command: asked, by }: Commanded): CommandRecord | null {
    const { commandId, wallId, call } = asked;
    const right = rightOfCall(call);
    const replica = walls.get(wallId)?.replica;
    const may = right === undefined || mayPerson(by, right);
    const reason = may ? replica && sceneRefusal(replica, asked, by) : 'not-allowed';
    if (reason === undefined) return null;
    log.warn('walls.refused', { wallId, call, role: by.role });
    const answer = { ok: false as const, reason };
    return { commandId, by: by.name, at: now(), state: 'answered', answer, receipts: [] };
  }

  async function command(commanded: Commanded, key: string): Promise<CommandRecord | 'too-many'> {
    if (!pace.may(purseOf(key, commanded.command.call), now())) return 'too-many';
    const refused = forbidden(commanded);
    if (refused) return refused;
    return wallOf(commanded.command.wallId).relay.send(commanded);
  }

  /** A console's person is bounded by its token; which machine it is, by its connection. */
  async function commandFrom(member: Member, { command: asked, by, console }: CommandFrame): Promise<void> {
    const { device, grant, key } = member;
    const { wallId, commandId } = asked;
    // Without this word a console cannot tell a wall that takes its time from a line that is dead.
    if (member.minor >= 3) member.send({ kind: 'carried', protocol: PROTOCOL, wallId, commandId });
    const person = boundedPerson(by, grant.actsAs ?? 'operator');
    const commanded = { command: asked, by: person, from: { device, console: `${key}.${console}` } };
    const record = await command(commanded, key);
    const told = record === 'too-many' ? { state: record } : stateAndAnswer(record);
    member.send({ kind: 'outcome', protocol: PROTOCOL, wallId, commandId, ...told });
  }

  return {
    join(member: Member): void {
      if (member.grant.role !== 'console') return;
      for (const wallId of member.grant.wallIds) {
        const wall = wallOf(wallId);
        wall.consoles.add(member);
        member.send(linkFrame(wall));
        tellConsoles(wall);
      }
    },
    leave(member: Member): void {
      for (const wall of walls.values()) {
        if (wall.consoles.delete(member)) tellConsoles(wall);
        if (wall.core === member) seat(wall, undefined);
      }
    },
    take(member: Member, frame: WallFrame | CommandFrame): Verdict {
      if (frame.kind === 'wall-state' || frame.kind === 'wall-part') return publish(member, frame);
      if (frame.kind === 'command') {
        if (!mayCommandFrom(member.grant, frame.command.wallId)) return 'not-allowed';
        void commandFrom(member, frame);
        return 'fine';
      }
      if (!mayDrive(member, frame.wallId)) return 'not-allowed';
      const wall = wallOf(frame.wallId);
      if (wall.core !== member) return 'fine';
      if (frame.kind === 'held') wall.relay.held(frame.wallId, frame.relay);
      else wall.relay.done(frame.relay, frame.answer);
      return 'fine';
    },
    command,
    /** What is known of a wall that ever said something, for whoever asks over HTTP. */
    known: (wallId: string): HallWall | undefined => walls.get(wallId),
    stateFrame: (wallId: string, cursor: Cursor | undefined): Buffer | null =>
      walls.get(wallId)?.replica.frameAfter(cursor, now()) ?? null,
    stop: (): void => walls.forEach(({ relay }) => relay.stop()),
  };
}
export type Walls = ReturnType<typeof createWalls>;

function mayDrive({ grant }: Member, wallId: string): boolean {
  return grant.role === 'wall' && grant.wallIds.includes(wallId);
}

/** Which walls somebody may command follows from the token alone. */
export function mayCommandFrom({ role, wallIds }: Grant, wallId: string): boolean {
  return (role === 'console' || role === 'api') && wallIds.includes(wallId);
}

function stateAndAnswer({ state, answer }: CommandRecord) {
  return { state, ...(answer && { answer }) };
}
