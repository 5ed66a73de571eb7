/** A port that the core promised comes within this time, or not at all, ms. */
const PATIENCE_MS = 5_000;

type Claim = (port: MessagePort) => void;

/** Ports that came before anybody asked for them: the answer of the call and the port travel on different ways. */
const early = new Map<string, MessagePort>();
const claims = new Map<string, Claim>();

function keepForAWhile(ticket: string, port: MessagePort): void {
  early.set(ticket, port);
  setTimeout(() => {
    if (early.get(ticket) !== port) return;
    early.delete(ticket);
    port.close();
  }, PATIENCE_MS);
}

function arrive(event: MessageEvent<{ readonly type?: unknown; readonly ticket?: unknown } | null>): void {
  const [port] = event.ports;
  if (event.origin !== window.location.origin || event.data?.type !== 'tile-port' || port === undefined)
    return;
  const { ticket } = event.data;
  if (typeof ticket !== 'string') return;
  const claim = claims.get(ticket);
  claims.delete(ticket);
  if (claim === undefined) keepForAWhile(ticket, port);
  else claim(port);
}

window.addEventListener('message', arrive);

/** The port on which this ticket's pictures come, handed on by the preload; null when it does not come. */
export function takeTilePort(ticket: string): Promise<MessagePort | null> {
  const known = early.get(ticket);
  early.delete(ticket);
  if (known !== undefined) return Promise.resolve(known);
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => {
      claims.delete(ticket);
      resolve(null);
    }, PATIENCE_MS);
    claims.set(ticket, (port) => {
      clearTimeout(giveUp);
      resolve(port);
    });
  });
}
