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
