import { describe, expect, it } from 'vitest';
import { askedIn, numbered, streamsOf, wayTo, type FoundStream } from './found.ts';

const URL_AT = 'http://10.0.3.21/onvif/device_service';
const stream = (name: string, widthPx: number, encoding = 'H264', host = '10.0.3.21'): FoundStream => ({
  widthPx,
  heightPx: (widthPx * 9) / 16,
  encoding,
  streamUri: `rtsp://${host}/${name}`,
});

describe('the streams of a device', () => {
  it('are its large picture and a small one', () => {
    const streams = [
      stream('tiny', 320),
      stream('large', 1_920),
      stream('small', 640),
      stream('middle', 1_280),
    ];

    expect(streamsOf(streams, URL_AT)).toEqual({
      ok: true,
      value: { main: 'rtsp://10.0.3.21/large', sub: 'rtsp://10.0.3.21/small' },
    });
  });

  it('are those that every machine plays, where it has some', () => {
    const streams = [stream('h265', 3_840, 'H265'), stream('h264', 1_280)];

    expect(streamsOf(streams, URL_AT)).toEqual({ ok: true, value: { main: 'rtsp://10.0.3.21/h264' } });
    expect(streamsOf([stream('h265', 3_840, 'H265')], URL_AT)).toMatchObject({ ok: true });
  });

  it('never lead to another machine, nor to none', () => {
    expect(streamsOf([stream('a', 640, 'H264', '10.0.3.22')], URL_AT)).toMatchObject({ reason: 'astray' });
    expect(streamsOf([stream('a', 640, 'H264', 'x@127.0.0.1')], URL_AT)).toMatchObject({ reason: 'astray' });
    expect(streamsOf([{ ...stream('a', 640), streamUri: 'file:///etc/passwd' }], URL_AT)).toMatchObject({
      reason: 'no-stream',
    });
    expect(streamsOf([], URL_AT)).toMatchObject({ reason: 'no-stream' });
  });
});

describe('the way to a device', () => {
  it('is its pictures one by one where it offers no stream, and only on the machine itself', () => {
    const snapshotUri = 'http://10.0.3.21/snap.jpg';
    expect(wayTo({ profiles: [stream('a', 640)], snapshotUri }, URL_AT)).toMatchObject({
      value: { kind: 'rtsp' },
    });
    expect(wayTo({ profiles: [], snapshotUri }, URL_AT)).toEqual({
      ok: true,
      value: { kind: 'snapshot', main: snapshotUri },
    });
    for (const elsewhere of ['http://10.0.3.22/snap.jpg', 'file:///etc/passwd', ''])
      expect(wayTo({ profiles: [], snapshotUri: elsewhere }, URL_AT)).toMatchObject({ reason: 'no-stream' });
  });
});

describe('where to ask', () => {
  it('is one host, a range of them, or a device’s own address', () => {
    expect(askedIn(` 10.0.3.21:3702, 10.0.4.8-10\n${URL_AT} 10.0.4.9`)).toEqual({
      hosts: ['10.0.3.21:3702', '10.0.4.8', '10.0.4.9', '10.0.4.10'],
      urls: [URL_AT],
    });
    expect(askedIn('')).toEqual({ hosts: [], urls: [] });
  });

  it.each([
    '10.0.3.256',
    '10.0.3.9-4',
    'camera',
    'http://',
    'http://xem:kho@10.0.0.1/',
    '10.0.0.1-200 10.0.1.1-200 10.0.2.1-200',
  ])('is not %s', (words) => {
    expect(askedIn(words)).toBeUndefined();
  });
});

describe('a name that is taken', () => {
  it('gets the next number', () => {
    expect(numbered('IPC', new Set())).toBe('IPC');
    expect(numbered('IPC', new Set(['IPC', 'IPC 2']))).toBe('IPC 3');
  });
});
