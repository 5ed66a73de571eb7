import { describe, expect, it } from 'vitest';
import type { PortReading } from '../../domain/contract/port.ts';
import { createSeat } from './seat.ts';

function seatOf(latest: Map<string, PortReading>) {
  const posted: string[] = [];
  const seat = createSeat({
    window: { windowId: 'd1', kind: 'wall', wallId: 'main', displayIds: ['d1'] },
    port: {
      post: (message) => void posted.push(String(message)),
      onMessage: () => undefined,
      onClose: () => undefined,
      close: () => undefined,
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    latest: (key) => latest.get(key),
    snapshot: () => '{"type":"snapshot"}',
  });
  return { seat, posted };
}

function tick(
  seat: ReturnType<typeof seatOf>['seat'],
  latest: Map<string, PortReading>,
  value: number,
): void {
  const reading: PortReading = ['level', value, value, value, 0, 'live'];
  latest.set('level', reading);
  seat.put('level', JSON.stringify(reading));
  seat.flush();
}

describe('a window that is busy painting', () => {
  it('is sent no third event, and the latest value as soon as it took one', () => {
    const latest = new Map<string, PortReading>();
    const { seat, posted } = seatOf(latest);
    for (const value of [1, 2, 3, 4]) tick(seat, latest, value);
    expect(posted).toHaveLength(2);

    seat.taken();

    expect(posted).toHaveLength(3);
    expect(posted[2]).toContain('["level",4,');
  });

  it('is sent nothing twice when nothing is new', () => {
    const latest = new Map<string, PortReading>();
    const { seat, posted } = seatOf(latest);
    tick(seat, latest, 1);

    seat.taken();
    seat.taken();

    expect(posted).toHaveLength(1);
  });

  it('still hears facts at once', () => {
    const latest = new Map<string, PortReading>();
    const { seat, posted } = seatOf(latest);
    for (const value of [1, 2, 3]) tick(seat, latest, value);

    seat.post('{"type":"commits"}');

    expect(posted.at(-1)).toBe('{"type":"commits"}');
  });
});
