import type { PlaylistAddress } from '../../kernel/control.ts';
import { GONE, isUnauthorised, nothing, relayHls } from '../media/hlsRelay.ts';
import { claimed, createRefusals } from '../media/refusals.ts';
import type { Room } from './scheme.ts';

/** HLS sources under `ioc://media/<ticket>/…`: a ticket leads to one playlist and what lies below it, nothing else. */
export function mediaRoom(now: () => number = () => performance.now()) {
  const tickets = new Map<string, PlaylistAddress>();
  const refusals = createRefusals(now);

  /** A player asks every second: whoever refused the password is not asked so often, else it locks the room out. */
  async function relay(to: PlaylistAddress, path: string, request: Request): Promise<Response> {
    const password = refusals.of(to);
    const isPlaylist = path.endsWith('.m3u8');
    if (isPlaylist && !(await claimed(password))) return nothing(401);
    const asked = now();
    const answer = await relayHls(to, path, request);
    if (!isPlaylist) return answer;
    if (isUnauthorised(answer.status)) password.refused(asked, answer.status === 403);
    else if (answer.ok) password.accepted();
    else password.unanswered();
    return answer;
  }

  const serve: Room = async (path, request) => {
    const [ticket = '', ...rest] = path.split('/');
    const to = tickets.get(ticket);
    return to === undefined ? nothing(GONE) : relay(to, rest.join('/'), request);
  };
  return {
    serve,
    /** The tickets of a core that is gone lead nowhere. */
    clear: (): void => tickets.clear(),
    /** Opens a ticket, or closes it with `null`. */
    set(ticket: string, to: PlaylistAddress | null): void {
      if (to === null) tickets.delete(ticket);
      else tickets.set(ticket, to);
    },
  };
}
