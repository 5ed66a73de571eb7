import { describe, expect, it } from 'vitest';
import { createMeter } from './meter.ts';
import { createPainter } from './screen.ts';

/** A canvas without a screen; `lost` as after a reset of the graphics, `null` where there is no context at all. */
function aScreen(context: { lost: boolean } | null) {
  const said: string[] = [];
  const sheet = context && {
    isContextLost: () => context.lost,
    drawImage: () => said.push('drawn'),
  };
  const canvas: HTMLCanvasElement = Object.assign(Object.create(null), {
    width: 0,
    height: 0,
    getContext: () => sheet,
  });
  const paint = createPainter({
    canvas,
    meter: createMeter('normal'),
    onPainted: () => said.push('painted'),
    onSize: (widthPx, heightPx) => said.push(`${widthPx}x${heightPx}`),
    onTooLarge: () => said.push('too large'),
  });
  const picture: ImageBitmap = Object.create(null);
  return { said, paint: (widthPx = 640, heightPx = 360) => paint(picture, widthPx, heightPx) };
}

describe('a tile claims a picture', () => {
  it('only when it drew one', () => {
    const screen = aScreen({ lost: false });
    screen.paint();

    expect(screen.said).toEqual(['640x360', 'drawn', 'painted']);
  });

  it('never while its canvas is lost, and again when it is back', () => {
    const context = { lost: true };
    const screen = aScreen(context);
    screen.paint();
    expect(screen.said).toEqual([]);

    context.lost = false;
    screen.paint();
    expect(screen.said).toContain('painted');
  });

  it('never one of 8K: it is refused before the canvas grows to its size', () => {
    const screen = aScreen({ lost: false });
    screen.paint(7_680, 4_320);

    expect(screen.said).toEqual(['too large']);
  });

  it('never without a canvas to draw on', () => {
    const screen = aScreen(null);
    screen.paint();

    expect(screen.said).toEqual([]);
  });
});
