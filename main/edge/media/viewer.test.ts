import { describe, expect, it } from 'vitest';
import { UNTAKEN_LIMIT, type TileWord, type VideoUnit } from '../../../domain/cameras/packets.ts';
import type { TilePort } from '../../cameras/ports.ts';
import { createViewer } from './viewer.ts';

const unit = (key: boolean, bytes = 100): VideoUnit => ({
  type: 'unit',
  key,
  timestampUs: 0,
  data: new Uint8Array(bytes),
});

function aTile() {
  const words: TileWord[] = [];
  let say = (_message: unknown): void => undefined;
  const port: TilePort = {
    postMessage: (word) => void words.push(word),
    onMessage: (listener) => void (say = listener),
    onClose: () => undefined,
    close: () => undefined,
  };
  const viewer = createViewer(port);
  return {
    viewer,
    units: () => words.filter((word) => word.type === 'unit'),
    say: (message: unknown) => say(message),
  };
}

describe('a tile', () => {
  it('that takes nothing gets only so many units, and so many bytes', () => {
    const byCount = aTile();
    for (let sent = 0; sent < 1_000; sent += 1) byCount.viewer.unit(unit(sent % 25 === 0));
    const bySize = aTile();
    for (let sent = 0; sent < 100; sent += 1) bySize.viewer.unit(unit(true, 1024 * 1024));

    expect(byCount.units()).toHaveLength(UNTAKEN_LIMIT.units);
    expect(bySize.units().length).toBeLessThanOrEqual(UNTAKEN_LIMIT.bytes / 1024 / 1024);
  });

  it('that caught up goes on from a key unit', () => {
    const { viewer, units, say } = aTile();
    for (let sent = 0; sent < 200; sent += 1) viewer.unit(unit(sent === 0));
    say({ type: 'taken', number: UNTAKEN_LIMIT.units });
    viewer.unit(unit(false));
    viewer.unit(unit(true));

    expect(units()).toHaveLength(UNTAKEN_LIMIT.units + 1);
    expect(units().at(-1)).toMatchObject({ key: true, number: UNTAKEN_LIMIT.units + 1 });
  });

  it('may say nonsense without harm', () => {
    const { viewer, units, say } = aTile();
    for (const message of [
      null,
      7,
      'taken',
      {},
      { type: 'taken' },
      { type: 'taken', number: '9' },
      { number: NaN },
    ])
      say(message);
    viewer.unit(unit(true));

    expect(units()).toHaveLength(1);
  });

  it('begins with a key unit', () => {
    const { viewer, units } = aTile();
    viewer.unit(unit(false));
    viewer.unit(unit(true));

    expect(units()).toMatchObject([{ key: true, number: 1 }]);
  });

  it('is shown a picture of any size when nothing else waits', () => {
    const { viewer, units } = aTile();
    viewer.unit(unit(true, UNTAKEN_LIMIT.bytes + 1));

    expect(units()).toHaveLength(1);
  });
});
