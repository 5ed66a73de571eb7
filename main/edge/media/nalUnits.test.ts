import { describe, expect, it } from 'vitest';
import { createNalUnits, h264Packing, h265Packing } from './nalUnits.ts';

/** One picture slice and its packings, by each coding's own RFC. `about`: the byte that says which part of the unit a fragment is. */
const codings = [
  {
    name: 'H.264',
    packing: h264Packing,
    unit: Buffer.from([0x65, 1, 2, 3, 4]),
    header: 1,
    several: [0x78],
    fragment: (about: number) => [0x7c, about | 0x05],
    nonsense: [30, 1, 2],
  },
  {
    name: 'H.265',
    packing: h265Packing,
    unit: Buffer.from([0x26, 0x01, 1, 2, 3, 4]),
    header: 2,
    several: [0x60, 0x01],
    fragment: (about: number) => [0x62, 0x01, about | 19],
    nonsense: [0x7e, 0x01, 1],
  },
] as const;

const START = 0x80;
const END = 0x40;

describe.each(codings)('payloads of $name', ({ packing, unit, header, several, fragment, nonsense }) => {
  const body = unit.subarray(header);
  const part = (about: number, bytes: Buffer): Buffer => Buffer.from([...fragment(about), ...bytes]);

  it('carry one unit, several, or a part of one', () => {
    const nals = createNalUnits(packing);
    const two = Buffer.from([...several, 0, unit.length, ...unit, 0, unit.length, ...unit]);

    expect(nals.take(unit)).toEqual({ units: [unit], broken: false });
    expect(nals.take(two)).toEqual({ units: [unit, unit], broken: false });
    expect(nals.take(part(START, body.subarray(0, 2)))).toEqual({ units: [], broken: false });
    expect(nals.take(part(END, body.subarray(2)))).toEqual({ units: [unit], broken: false });
  });

  it('give no unit whose beginning or end was missed, and say so; the next whole one is taken', () => {
    const nals = createNalUnits(packing);

    expect(nals.take(part(END, body))).toEqual({ units: [], broken: true });
    nals.take(part(START, body));
    expect(nals.take(unit)).toEqual({ units: [unit], broken: true });
    nals.take(part(START, body));
    expect(nals.take(part(START | END, body))).toEqual({ units: [unit], broken: true });
  });

  it('that say more than they hold, or nothing, or nonsense, are never read beyond their end', () => {
    const nals = createNalUnits(packing);
    const cut = Buffer.from([...several, 0, unit.length, ...unit, 0xff, 0xff, 1]);
    const empty = Buffer.from([...several, 0, 0, 0, 0]);

    expect(nals.take(cut).units).toEqual([unit]);
    expect(nals.take(empty).units).toEqual([]);
    for (const bytes of [[], [unit[0] ?? 0].slice(0, header - 1), fragment(START), nonsense])
      expect(nals.take(Buffer.from(bytes))).toEqual({ units: [], broken: true });
  });

  it('never put together a unit without end', () => {
    const nals = createNalUnits(packing);
    const chunk = Buffer.alloc(1_000_000, 7);
    nals.take(part(START, chunk));
    const answers = Array.from({ length: 5 }, () => nals.take(part(0, chunk)));

    expect(answers.some(({ broken }) => broken)).toBe(true);
    expect(nals.take(part(END, chunk))).toEqual({ units: [], broken: true });
  });
});
