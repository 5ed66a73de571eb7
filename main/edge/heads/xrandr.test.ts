import { describe, expect, it } from 'vitest';
import { parseXrandr } from './xrandr.ts';

const PRINTED = `Screen 0: minimum 320 x 200, current 4920 x 1920, maximum 16384 x 16384
eDP-1 connected primary 1920x1080+0+0 (normal left inverted right x axis y axis) 309mm x 174mm
\tEDID: 
\t\t00ffffffffffff000daec91400000000
\t\t081a0104951f11780228659759548e27
\tBacklight: 26 
\t\trange: (0, 26)
   1920x1080     60.02*+
HDMI-1 connected 1080x1920+1920+0 left (normal left inverted right x axis y axis) 531mm x 299mm
\tmax bpc: 12 
   1920x1080     60.00*+
DP-1 connected (normal left inverted right x axis y axis)
   1920x1080     60.00 +
DP-2 disconnected (normal left inverted right x axis y axis)
DUMMY3 connected 1920x1080+3000+1080 (normal left inverted right x axis y axis) 0mm x 0mm
`;

describe('what the X server says of its outputs', () => {
  it('is a place on the desktop for each that shows a picture', () => {
    expect(parseXrandr(PRINTED).map(({ edid: _edid, ...output }) => output)).toEqual([
      { connector: 'eDP-1', xPx: 0, yPx: 0, widthPx: 1_920, heightPx: 1_080 },
      { connector: 'HDMI-1', xPx: 1_920, yPx: 0, widthPx: 1_080, heightPx: 1_920 },
      { connector: 'DUMMY3', xPx: 3_000, yPx: 1_080, widthPx: 1_920, heightPx: 1_080 },
    ]);
  });

  it('holds the bytes by which a screen names itself, and no other hex', () => {
    const [first, second] = parseXrandr(PRINTED);
    expect(first?.edid.length).toBe(32);
    expect([...(first?.edid.slice(0, 4) ?? [])]).toEqual([0, 255, 255, 255]);
    expect(second?.edid.length).toBe(0);
  });

  it('is nothing when the server said nothing', () => {
    expect(parseXrandr('')).toEqual([]);
    expect(parseXrandr("Can't open display :9\n")).toEqual([]);
  });
});
