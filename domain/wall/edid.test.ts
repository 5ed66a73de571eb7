import { describe, expect, it } from 'vitest';
import { edidIdentity, readEdid } from './edid.ts';

/** A Samsung S24E650 with its extension block, a ThinkVision-class laptop panel, a gaming screen: as their cables say. */
const S24E650 =
  '00ffffffffffff004c2d860c374c5a5a211c0103803420782a01f1a257529f270a505423080081c0810081809500a9c0b300d1c00101' +
  '283c80a070b023403020360006442100001a000000fd00383c1e5111000a202020202020000000fc00533234453635300a2020202020' +
  '000000ff0048345a4b3830303333320a2020018302010400023a80d072382d40102c458006442100001e011d007251d01e206e285500' +
  '06442100001e011d00bc52d01e20b828554006442100001e8c0ad090204031200c4055000644210000188c0ad08a20e02d10103e9600' +
  '064421000018000000000000000000000000000000000000000000000000000000000000000000d2';
const LAPTOP =
  '00ffffffffffff0006af9af900000000141f0104a51e13780363f5a854489d240e505400000001010101010101010101010101010101' +
  'fa3c80b870b0244010103e002dbc1000001ac83080b870b0244010103e002dbc1000001a000000fe004a38335646804231343055414e' +
  '0000000000024101b2001100000a410a20200068';

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

describe('what a screen says of itself', () => {
  it('is its maker, model, size and serial', () => {
    expect(readEdid(bytesOf(S24E650))).toEqual({
      maker: 'SAM',
      product: 0x0c86,
      serial: 0x5a5a4c37,
      serialText: 'H4ZK800332',
      model: 'S24E650',
      widthMm: 520,
      heightMm: 320,
    });
  });

  it('becomes one word that tells two copies of a model apart', () => {
    const screen = readEdid(bytesOf(S24E650));
    expect(screen && edidIdentity(screen)).toBe('edid:SAM-0C86-H4ZK800332-1515867191');
    expect(screen && edidIdentity({ ...screen, serialText: 'H4ZK800333' })).not.toBe(
      screen && edidIdentity(screen),
    );
  });

  it('is only maker and model where the maker left the serial out', () => {
    const panel = readEdid(bytesOf(LAPTOP));
    expect(panel).toMatchObject({ maker: 'AUO', serial: 0, serialText: '', model: '' });
    expect(panel && edidIdentity(panel)).toBe('edid:AUO-F99A');
    expect(panel && edidIdentity({ ...panel, serial: 0x01010101 })).toBe('edid:AUO-F99A');
  });

  it('is nothing when the bytes were cut, garbled, or are no such block', () => {
    const whole = bytesOf(LAPTOP);
    expect(readEdid(new Uint8Array())).toBeNull();
    expect(readEdid(whole.slice(0, 127))).toBeNull();
    expect(readEdid(whole.map((byte, at) => (at === 20 ? byte ^ 1 : byte)))).toBeNull();
    expect(readEdid(whole.map((byte, at) => (at === 0 ? 7 : byte)))).toBeNull();
  });
});
