import type { TilePort } from '../../cameras/ports.ts';
import type { WindowPort } from '../../kernel/ports.ts';

/** What Electron's MessagePortMain and Node's MessagePort have in common; only the wrapping of messages differs. */
export type AnyMessagePort = {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start?(): void;
  close(): void;
};

/** Electron hands over an event with the message in `data`, Node the message itself. */
export type Unwrap = (message: unknown) => unknown;

export const fromElectron: Unwrap = (event) =>
  typeof event === 'object' && event !== null && 'data' in event ? event.data : undefined;

export const fromNode: Unwrap = (message) => message;

/** A window's port, whichever kind it is. */
export function windowPort(port: AnyMessagePort, unwrap: Unwrap): WindowPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => listen(port, unwrap, listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}

/** A tile's port, whichever kind it is. */
export function tilePort(port: AnyMessagePort, unwrap: Unwrap): TilePort {
  return {
    postMessage: (word) => port.postMessage(word),
    onMessage: (listener) => listen(port, unwrap, listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}

function listen(port: AnyMessagePort, unwrap: Unwrap, listener: (message: unknown) => void): void {
  port.on('message', (message) => listener(unwrap(message)));
  port.start?.();
}
