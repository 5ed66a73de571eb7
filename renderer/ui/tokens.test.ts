import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

type Theme = Readonly<Record<string, string>>;

function themeIn(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => luminance(theme[name] ?? ''))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface-0', 'surface-1', 'surface-2', 'hatch'];
const dark = themeIn(':root');
const themes: readonly (readonly [name: string, theme: Theme])[] = [
  ['dark', dark],
  ['day', themeIn(":root[data-theme='day']")],
];

describe.each(themes)('the %s theme', (_name, theme) => {
  it('has every colour of the dark one', () => {
    expect(Object.keys(theme).sort()).toEqual(Object.keys(dark).sort());
  });

  it.each(grounds)('shows numbers at 7:1 on %s, stale ones too', (ground) => {
    expect(contrast(theme, 'text', ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(theme, 'text-2', ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(grounds)('shows marks and words of status at 4.5:1 on %s', (ground) => {
    for (const name of ['accent', 'attention', 'serious', 'emergency', 'good']) {
      expect(contrast(theme, name, ground), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['accent', 'attention', 'serious', 'emergency'])('shows text on a fill of %s at 4.5:1', (fill) => {
    expect(contrast(theme, `on-${fill}`, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('tells the three grades of status apart', () => {
    expect(
      new Set(['attention', 'serious', 'emergency', 'good', 'accent'].map((name) => theme[name])).size,
    ).toBe(5);
  });
});
