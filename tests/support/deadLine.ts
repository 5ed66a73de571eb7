// A way to a backend that can fall dead: nothing passes, and neither end is told.
import { connect, createServer, type Socket } from 'node:net';

export type Way = {
  /** The backend's address by this way. */
  readonly url: string;
  /** From now on nothing passes, in both directions. */
  readonly die: () => void;
  /** What was said meanwhile arrives. */
  readonly revive: () => void;
  readonly close: () => void;
};

export async function openWay(port: number): Promise<Way> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (near.destroy(), far.destroy()));
    }
    near.on('data', (data) => far.write(data));
    far.on('data', (data) => near.write(data));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `ws://127.0.0.1:${address.port}/`,
    die: () => sockets.forEach((socket) => socket.pause()),
    revive: () => sockets.forEach((socket) => socket.resume()),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
