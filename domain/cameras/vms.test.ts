import { describe, expect, it } from 'vitest';
import { CameraSourceSchema } from './model.ts';
import { filmParts, momentInFilm, placeInFilm, stretchAt, stretchUrl } from './vms.ts';

const AT = Date.UTC(2026, 10, 23, 3, 32, 5);
const LATER = AT + 86_400_000;
const source = (url: string) => ({ kind: 'rtsp', main: 'rtsp://cam/1', recordings: { url, days: 30 } });

describe('a recording of a VMS', () => {
  it('is asked for in stretches that are the same for every display, and never beyond the present', () => {
    expect(stretchAt(AT, LATER)).toEqual(stretchAt(AT + 60_000, LATER));
    expect(stretchAt(AT, LATER).from).toBe(Date.UTC(2026, 10, 23, 3, 25));
    expect(stretchAt(AT, AT + 1_000).to).toBe(AT + 1_000);
  });

  it('is addressed as the VMS wants it: in seconds, with a length, or as UTC', () => {
    const span = { from: AT, to: AT + 60_000 };
    const urlOf = (url: string) => stretchUrl({ url, days: 30 }, span);
    expect(urlOf('https://vms/cam-1/index-{from}-{duration}.m3u8')).toBe(
      `https://vms/cam-1/index-${AT / 1_000}-60.m3u8`,
    );
    expect(urlOf('https://vms/cam-1.m3u8?start={fromIso}&end={toIso}')).toBe(
      'https://vms/cam-1.m3u8?start=2026-11-23T03:32:05Z&end=2026-11-23T03:33:05Z',
    );
  });

  it.each([
    'file:///etc/{from}-{to}.m3u8',
    'https://user:secret@vms/{from}-{to}.m3u8',
    'https://vms/always-the-same.m3u8',
    'https://vms/only-{from}.m3u8',
    'https://vms{from}.example/{to}.m3u8',
  ])('is not taken from %s', (url) => {
    expect(CameraSourceSchema.safeParse(source(url)).success).toBe(false);
  });
});

const dated = (at: number): string =>
  `#EXT-X-PROGRAM-DATE-TIME:${new Date(at).toISOString()}\n#EXTINF:10,\na.ts`;

describe('a film with breaks', () => {
  const parts = filmParts(['#EXTM3U', dated(AT), '#EXTINF:10.2,\nb.ts', dated(AT + 90_000)].join('\n'), 0);

  it('is led to the picture of the moment, and says until when nothing was recorded', () => {
    expect(placeInFilm(parts, AT + 15_000)).toEqual({ seconds: 15 });
    expect(placeInFilm(parts, AT + 30_000)).toEqual({ until: AT + 90_000 });
    expect(placeInFilm(parts, AT + 89_000)).toEqual({ seconds: 20.2 });
    expect(placeInFilm(parts, AT + 91_000)).toEqual({ seconds: 21.2 });
    expect(placeInFilm(parts, AT + 101_000)).toEqual({});
    expect(placeInFilm(parts, AT - 10_000)).toEqual({ until: AT });
  });

  it('says when each of its pictures was taken', () => {
    expect(momentInFilm(parts, 5)).toBe(AT + 5_000);
    expect(momentInFilm(parts, 21.2)).toBe(AT + 91_000);
    expect(momentInFilm([], 5)).toBeNull();
  });

  it('that says no times is one film from where it was asked for', () => {
    expect(filmParts('#EXTM3U\n#EXTINF:4,\na.ts\n#EXTINF:4,\nb.ts', AT)).toEqual([
      { at: 0, from: AT, to: AT + 8_000 },
    ]);
  });
});
