import { useState } from 'react';
import type { Refusal } from '../../../domain/contract/calls.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import type { TileReplay } from '../../../domain/wall/replaying.ts';
import { replayOf, type ReplayAct } from '../../../domain/wall/replays.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import { placeNow, useReplayDesk, type ReplayPlace } from './replayStore.ts';

/** How far one key goes back, ms. */
export const BACK_MS = 30_000;

/** Looking back at the chosen camera tile, and why the last key did nothing. */
export type LookBack = {
  readonly place: ReplayPlace | undefined;
  readonly replay: TileReplay | undefined;
  readonly blocked: string | null;
  readonly sentence: string | null;
  readonly act: (act: ReplayAct) => void;
};

/** Leads the chosen camera tile through what was recorded, by button and by key. */
export function useLookBack(wall: Wall | undefined, blocked: string | null, onBlocked: () => void): LookBack {
  const words = useText();
  const chosen = useReplayDesk((state) => state.chosen);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const register = useWorld((world) => world.cameras.byId);
  const now = useNow();
  const place = wall && placeNow(wall, chosen, register, now);
  async function send(act: ReplayAct): Promise<void> {
    if (wall === undefined) return;
    if (blocked !== null) return onBlocked();
    // A tile that goes round may have turned since it was drawn here.
    const shown = placeNow(wall, chosen, register, Date.now());
    if (shown === undefined) return setRefusal('tile-without-camera');
    setRefusal(null);
    const order = { wallId: wall.id, commandId: crypto.randomUUID(), ...shown, act };
    const answer = await window.ioc.call('wall.replay', order);
    if (!answer.ok) setRefusal(answer.reason);
  }
  return {
    place,
    replay: wall && place && replayOf(wall.hold, place.tileId, place.cameraId),
    blocked,
    sentence: refusal === null ? null : words.refusals[refusal],
    act: (act) => void send(act),
  };
}
