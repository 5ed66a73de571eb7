import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortReading } from '../../domain/contract/port.ts';
import type { Clock } from './ports.ts';
import { BREATH_MS, createSeat, LIVELY_MS, PEACE_MS, SHORT_PEACE_MS } from './seat.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const clock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

function pass(ms: number): void {
  vi.advanceTimersByTime(ms);
}

function aSeat() {
  const posted: string[] = [];
  const latest = new Map<string, PortReading>();
  const seat = createSeat({
    window: { windowId: 'd1', kind: 'wall', wallId: 'main', displayIds: ['d1'] },
    port: {
      post: (message) => void posted.push(String(message)),
      onMessage: () => undefined,
      onClose: () => undefined,
      close: () => undefined,
    },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    latest: (key) => latest.get(key),
    snapshot: () => '{"type":"snapshot"}',
  });
  function read(key: string, value: number): void {
    latest.set(key, [key, value, value, value, 0, 'live']);
    seat.put(key);
  }
  function turns(values: readonly number[]): void {
    for (const value of values) {
      read('level', value);
      pass(PEACE_MS);
    }
  }
  return { seat, posted, read, turns };
}

describe('a window that paints its numbers', () => {
  it('hears of the first news within a breath, with all that came in it', () => {
    const { posted, read } = aSeat();

    read('level', 1);
    read('load', 7);
    pass(BREATH_MS);

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('["level",1,');
    expect(posted[0]).toContain('["load",7,');
  });

  it('hears of what changes meanwhile when its peace is over, as the latest', () => {
    const { seat, posted, read } = aSeat();
    read('level', 1);
    pass(BREATH_MS);
    seat.taken();

    for (const value of [2, 3, 4]) read('level', value);
    pass(PEACE_MS - 1);
    expect(posted).toHaveLength(1);
    pass(1);

    expect(posted).toHaveLength(2);
    expect(posted[1]).toContain('["level",4,');
  });

  it('hears sooner while a number moves faster than its pictures, and is left in peace again when it has calmed down', () => {
    const { seat, posted, read } = aSeat();
    read('level', 1);
    pass(BREATH_MS);
    for (const value of [2, 3]) read('level', value);
    pass(PEACE_MS);
    expect(posted).toHaveLength(2);

    seat.taken();
    seat.taken();
    read('load', 7);
    pass(SHORT_PEACE_MS);
    expect(posted).toHaveLength(3);

    seat.taken();
    pass(LIVELY_MS);
    read('load', 8);
    pass(BREATH_MS);
    seat.taken();
    read('level', 4);
    pass(SHORT_PEACE_MS);
    expect(posted).toHaveLength(4);
    pass(PEACE_MS - SHORT_PEACE_MS);
    expect(posted).toHaveLength(5);
  });

  it('hears of calm numbers with every second picture while another hurries, and of that one with each', () => {
    const { seat, posted, read } = aSeat();
    read('level', 1);
    pass(BREATH_MS);
    read('level', 2);
    read('level', 3);
    pass(PEACE_MS);
    seat.taken();
    seat.taken();

    const keysOf = () => [...(posted.at(-1) ?? '').matchAll(/"(level|load)",/g)].map(([, key]) => key).sort();
    const pictures = [4, 5, 6, 7, 8].map((value) => {
      read('level', value);
      if (value % 2 === 1) read('load', value);
      pass(SHORT_PEACE_MS);
      seat.taken();
      return keysOf();
    });

    expect(pictures).toEqual([['level'], ['level'], ['level', 'load'], ['level'], ['level', 'load']]);
  });

  it('hears nothing more once its seat is empty', () => {
    const { seat, posted, read } = aSeat();
    read('level', 1);

    seat.leave();
    pass(PEACE_MS);

    expect(posted).toEqual([]);
  });
});

describe('a window that is busy painting', () => {
  it('is sent no third event, and the latest value as soon as it took one', () => {
    const { seat, posted, turns } = aSeat();
    turns([1, 2, 3, 4]);
    expect(posted).toHaveLength(2);

    seat.taken();

    expect(posted).toHaveLength(3);
    expect(posted[2]).toContain('["level",4,');
  });

  it('is sent nothing twice when nothing is new', () => {
    const { seat, posted, turns } = aSeat();
    turns([1]);

    seat.taken();
    seat.taken();
    pass(PEACE_MS);

    expect(posted).toHaveLength(1);
  });

  it('still hears facts at once', () => {
    const { seat, posted, turns } = aSeat();
    turns([1, 2, 3]);

    seat.post('{"type":"commits"}');

    expect(posted.at(-1)).toBe('{"type":"commits"}');
  });
});
