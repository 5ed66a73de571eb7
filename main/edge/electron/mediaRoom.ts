import { GONE, nothing, relayHls } from '../media/hlsRelay.ts';
import type { Room } from './scheme.ts';

/** HLS sources under `ioc://media/<ticket>/…`: a ticket leads to one playlist and what lies below it, nothing else. */
export function mediaRoom() {
  const tickets = new Map<string, string>();
  const serve: Room = async (path, request) => {
    const [ticket = '', ...rest] = path.split('/');
    const url = tickets.get(ticket);
    return url === undefined ? nothing(GONE) : relayHls(url, rest.join('/'), request);
  };
  return {
    serve,
    /** The tickets of a core that is gone lead nowhere. */
    clear: (): void => tickets.clear(),
    /** Opens a ticket, or closes it with `null`. */
    set(ticket: string, url: string | null): void {
      if (url === null) tickets.delete(ticket);
      else tickets.set(ticket, url);
    },
  };
}
