import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHeads, type Heads } from './heads.ts';

describe('an X server with five heads', () => {
  let heads: Heads;

  beforeAll(async () => {
    heads = await startHeads({ count: 5 });
  }, 60_000);

  afterAll(async () => {
    await heads.stop();
  });

  const monitors = (): string[] =>
    execFileSync('xrandr', ['-display', heads.display, '--listmonitors'], { encoding: 'utf8' })
      .split('\n')
      .slice(1)
      .filter((line) => line !== '');

  it('puts the console at the left and the wall in a 2×2 to its right', () => {
    expect(heads.places).toEqual([
      { x: 0, y: 0 },
      { x: 1920, y: 0 },
      { x: 3840, y: 0 },
      { x: 1920, y: 1080 },
      { x: 3840, y: 1080 },
    ]);
    expect(monitors()).toHaveLength(5);
    expect(monitors()[0]).toContain('*DUMMY0 1920/508x1080/286+0+0');
  });

  it('loses a head and gets it back in its place', async () => {
    await heads.unplug(2);
    expect(monitors()).toHaveLength(4);

    await heads.plug(2);
    expect(monitors().find((line) => line.includes('DUMMY2'))).toContain('+3840+0');
  });
});
