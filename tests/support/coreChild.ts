// The core as a process of plain Node, spoken to over Node's own channel: what a kill leaves behind is real.
import type { CoreMessage, ShellMessage } from '../../main/kernel/control.ts';
import { startCore } from '../../main/core.ts';
import { fromNode, type AnyMessagePort } from '../../main/edge/ports/messagePort.ts';
import type { FromCore, ToCore } from './coreProcess.ts';

const ports = new Map<number, { message: (message: unknown) => void; close: () => void }>();

function say(word: FromCore): void {
  if (process.connected) process.send?.(word);
}

/** A MessagePort whose other end lies in the test's process. */
function portTo(portId: number): AnyMessagePort {
  const listeners = { message: (_message: unknown): void => undefined, close: (): void => undefined };
  ports.set(portId, listeners);
  return {
    on: (event: string, listener: (message: unknown) => void) =>
      event === 'message'
        ? void (listeners.message = listener)
        : void (listeners.close = () => listener(undefined)),
    postMessage: (message) => say({ about: 'port', portId, message }),
    close: () => void ports.delete(portId),
  };
}

let obey: (message: ShellMessage, port: AnyMessagePort | undefined) => void = () => undefined;

startCore({
  send: (message: CoreMessage) => say({ about: 'core', message }),
  onMessage: (listener) => void (obey = listener),
  unwrap: fromNode,
  exit: (code) => process.exit(code),
});

process.on('message', (word: ToCore) => {
  if (word.about === 'shell') obey(word.message, word.portId === undefined ? undefined : portTo(word.portId));
  else ports.get(word.portId)?.message(word.message);
});
process.on('disconnect', () => process.exit(0));
