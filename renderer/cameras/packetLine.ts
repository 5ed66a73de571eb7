import { TAKEN_EVERY, type TileWord } from '../../domain/cameras/packets.ts';
import { LIVE_BACKLOG } from './backlog.ts';
import { leavePort, sayTaken, type Line, type LineEvents } from './line.ts';
import { createPacketPlayer } from './packetPlayer.ts';
import type { Screen } from './screen.ts';

/** Plays the packets that come on a tile's port, and says what it has taken. */
export function openPacketLine(port: MessagePort, screen: Screen, events: LineEvents): Line {
  const player = createPacketPlayer(screen, events.failed, LIVE_BACKLOG);
  let untaken = 0;
  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') return events.said(word);
    if (word.type === 'config') return player.config(word);
    if (word.type !== 'unit') return;
    player.unit(word);
    untaken += 1;
    // Key pictures may be all that comes.
    if (untaken < TAKEN_EVERY && !word.key) return;
    untaken = 0;
    sayTaken(port, word.number);
  };
  port.addEventListener('close', events.lost);
  return {
    // Live packets carry pictures only.
    hear: () => undefined,
    // The core leaves out what is not to come.
    shed: () => undefined,
    close() {
      leavePort(port, events.lost);
      player.close();
    },
  };
}
