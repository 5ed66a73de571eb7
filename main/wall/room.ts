import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { emptyRoom } from '../../domain/wall/emptyRoom.ts';
import {
  DesignInput,
  IdentifyInput,
  OfWallInput,
  RoomTextInput,
  SeatInput,
} from '../../domain/wall/inputs.ts';
import { MOST_SCENES } from '../../domain/wall/limits.ts';
import type { Scene, Wall } from '../../domain/wall/model.ts';
import type { RoomCalls } from '../../domain/wall/roomCalls.ts';
import type { Room } from '../../domain/wall/roomModel.ts';
import { roomFault } from '../../domain/wall/roomRules.ts';
import { seatedByWord } from '../../domain/wall/seating.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import { nameOf } from '../kernel/author.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import { createIdentifying } from './identifying.ts';
import type { Receipts } from './receipts.ts';
import { differingScenes, parseRoomFile, roomFileChanges, roomFileText, type RoomFile } from './roomFile.ts';

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  /** The room as people made it: the shell keeps it, opens its windows, and tells how it stands. */
  readonly onRoom: (wallId: string, room: Room) => void;
  readonly receipts: Pick<Receipts, 'carryOut'>;
};

/** Two scenes never bear one name: one that came with a file gives way. */
function withOwnName(wall: Wall, scene: Scene): Scene {
  const taken = Object.values(wall.scenes).some(
    ({ id, name }) => id !== scene.id && name.vi === scene.name.vi,
  );
  const { vi, en } = scene.name;
  return taken ? { ...scene, name: { vi: `${vi} (2)`, en: `${en} (2)` } } : scene;
}

/** What people do to the room itself: number its panels, say who hangs where, design it, keep it as a file. */
export function createRoomCalls(needs: Needs): Handlers<keyof RoomCalls> {
  const { hub, onRoom } = needs;
  const identify = createIdentifying(needs);

  function ofWall<Value, Reason extends string>(
    wallId: string,
    then: (wall: Wall) => Outcome<Value, Reason>,
  ): Outcome<Value, Reason | 'wall-unknown'> {
    const wall = own(hub.world().walls, wallId);
    return wall === undefined ? refuse('wall-unknown') : then(wall);
  }

  function apply(wall: Wall, file: RoomFile, by: string): Outcome<null, 'too-many-scenes'> {
    const scenes = differingScenes(wall.scenes, file);
    const ids = new Set([...Object.keys(wall.scenes), ...scenes.map(({ id }) => id)]);
    if (ids.size > MOST_SCENES) return refuse('too-many-scenes');
    const kept = scenes.map((scene): WallChange => ({
      type: 'wall.sceneKept',
      wallId: wall.id,
      scene: withOwnName(wall, scene),
      by,
    }));
    if (kept.length > 0) hub.commit(kept);
    const { panels, seatDistanceMm } = file;
    onRoom(wall.id, { ...wall.room, panels, seatDistanceMm, origin: 'room' });
    return accept(null);
  }

  return {
    'wall.identify': {
      allowed: ['console'],
      parse: (raw) => IdentifyInput.parse(raw),
      run: ({ wallId, commandId }, { person }) =>
        ofWall(wallId, (wall) => accept({ until: identify(wall, commandId, nameOf(person)) })),
    },
    'wall.seatHead': {
      allowed: ['console'],
      right: 'wall.edit',
      parse: (raw) => SeatInput.parse(raw),
      run: ({ wallId, ...answer }) =>
        ofWall(wallId, (wall) => {
          const room = seatedByWord(wall.room, wall.heads, answer);
          if (room === undefined) return refuse('head-unknown');
          onRoom(wallId, room);
          return accept(null);
        }),
    },
    'wall.designRoom': {
      allowed: ['console'],
      right: 'room.edit',
      parse: (raw) => DesignInput.parse(raw),
      run: ({ wallId, ...design }) =>
        ofWall(wallId, ({ room }) => {
          const fault = roomFault(design);
          if (fault) return refuse(fault.reason);
          onRoom(wallId, { ...room, ...design, origin: 'room' });
          return accept(null);
        }),
    },
    'wall.resetRoom': {
      allowed: ['console'],
      right: 'room.edit',
      parse: (raw) => OfWallInput.parse(raw),
      run: ({ wallId }) =>
        ofWall(wallId, () => {
          onRoom(wallId, emptyRoom);
          return accept(null);
        }),
    },
    'wall.exportRoom': {
      allowed: ['console'],
      right: 'room.edit',
      parse: (raw) => OfWallInput.parse(raw),
      run: ({ wallId }) =>
        ofWall(wallId, (wall) => accept({ name: `${wallId}.room.json`, text: roomFileText(wall) })),
    },
    'wall.readRoom': {
      allowed: ['console'],
      right: 'room.edit',
      quiet: true,
      parse: (raw) => RoomTextInput.parse(raw),
      run: ({ wallId, text }) =>
        ofWall(wallId, (wall) => {
          const read = parseRoomFile(text);
          return accept(read.sound ? { sound: true, changes: roomFileChanges(wall, read.file) } : read);
        }),
    },
    'wall.importRoom': {
      allowed: ['console'],
      right: 'room.edit',
      parse: (raw) => RoomTextInput.parse(raw),
      run: ({ wallId, text }, { person }) =>
        ofWall(wallId, (wall) => {
          const read = parseRoomFile(text);
          return read.sound ? apply(wall, read.file, nameOf(person)) : refuse('file-wrong');
        }),
    },
  };
}
