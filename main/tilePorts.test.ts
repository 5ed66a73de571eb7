import { describe, expect, it } from 'vitest';
import type { TilePort } from './cameras/ports.ts';
import { createTilePorts } from './tilePorts.ts';

function aPort() {
  const port = { closed: false };
  const ends: TilePort = {
    postMessage: () => undefined,
    onMessage: () => undefined,
    onClose: () => undefined,
    close: () => void (port.closed = true),
  };
  return { port, ends };
}

function openPorts() {
  const asked: string[][] = [];
  let late: () => void = () => undefined;
  const clock = {
    now: () => 0,
    after: (_ms: number, call: () => void) => {
      late = call;
      return () => void (late = () => undefined);
    },
  };
  return { asked, late: () => late(), ...createTilePorts(clock, (...words) => asked.push(words)) };
}

describe('a port for a tile', () => {
  it('is asked of the shell by its ticket, and comes to who asked', async () => {
    const { ports, arrived, asked } = openPorts();
    const opening = ports.open('d1', 'ticket-1');
    const { ends } = aPort();

    arrived('ticket-1', ends);

    expect(asked).toEqual([['d1', 'ticket-1']]);
    expect(await opening).toBe(ends);
  });

  it('that the shell never makes is given up, and closed if it comes after all', async () => {
    const { ports, arrived, late } = openPorts();
    const opening = ports.open('d1', 'ticket-1');
    late();

    await expect(opening).rejects.toThrow('no tile port came');
    const { port, ends } = aPort();
    arrived('ticket-1', ends);
    expect(port.closed).toBe(true);
  });
});
