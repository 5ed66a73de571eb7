import type { CoreMessage, ShellMessage } from '../../kernel/control.ts';
import { fromElectron, type AnyMessagePort, type Unwrap } from './messagePort.ts';

/** Whoever started the core: the shell in the product, a test in plain Node. */
export type Parent = {
  send(message: CoreMessage): void;
  onMessage(listener: (message: ShellMessage, port: AnyMessagePort | undefined) => void): void;
  /** How messages come out of this parent's ports. */
  readonly unwrap: Unwrap;
  exit(code: number): void;
};

type ParentPort = {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly AnyMessagePort[] }) => void,
  ): void;
  postMessage(message: CoreMessage): void;
};

/** The shell, when this process is Electron's utility process. */
export function electronParent(): Parent | undefined {
  const port = Reflect.get(process, 'parentPort') as ParentPort | undefined;
  return (
    port && {
      send: (message) => port.postMessage(message),
      onMessage: (listener) =>
        port.on('message', ({ data, ports }) => listener(data as ShellMessage, ports[0])),
      unwrap: fromElectron,
      exit: (code) => process.exit(code),
    }
  );
}
