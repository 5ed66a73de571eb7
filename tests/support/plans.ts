// A room with an operator whose wall answers by itself, for stories about takes that nobody presses a key for.
import { openFakeRoom, type FakeRoom } from './fakeRoom.ts';
import type { FakeWindow } from './fakeWindow.ts';

export type PlannedRoom = FakeRoom & { readonly desk: FakeWindow };

/** Windows that come after nothing has been asked: a take does not wait for silent ones. */
export async function roomWithPlanner(
  request: Parameters<typeof openFakeRoom>[0] = {},
): Promise<PlannedRoom> {
  const room = openFakeRoom(request);
  const desk = room.window('console');
  await room.signIn(desk);
  return { ...room, desk };
}

/** The scene that is on. */
export function onWall({ app }: Pick<FakeRoom, 'app'>): string | undefined {
  return app.world().walls['main']?.program?.scene.id;
}

/** The operator takes a scene of the room by hand. */
export async function takeByHand({ app, desk, clock }: PlannedRoom, sceneId: string): Promise<void> {
  const programRevision = app.world().walls['main']?.program?.revision ?? 0;
  const source = { from: 'scene', sceneId } as const;
  const taken = await desk.call('wall.take', {
    commandId: `hand-${programRevision}`,
    wallId: 'main',
    source,
    programRevision,
  });
  if (!taken.ok) throw new Error(taken.reason);
  await clock.advance(50);
}

export const schedule = ({ app }: Pick<FakeRoom, 'app'>) => app.world().schedules['main'];
export const program = ({ app }: Pick<FakeRoom, 'app'>) => app.world().walls['main']?.program;
