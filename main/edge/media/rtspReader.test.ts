import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRtspReader, type RtspResponse } from './rtspReader.ts';

function reading(...chunks: readonly (string | Buffer)[]) {
  const responses: RtspResponse[] = [];
  const packets: { channel: number; bytes: string }[] = [];
  const reader = createRtspReader({
    response: (response) => responses.push(response),
    packet: (channel, bytes) => packets.push({ channel, bytes: bytes.toString('latin1') }),
  });
  const sound = chunks.map((chunk) => reader.push(Buffer.from(chunk)));
  return { responses, packets, sound: sound.every(Boolean) };
}

const packet = (channel: number, body: string): Buffer =>
  Buffer.concat([Buffer.from([0x24, channel, body.length >> 8, body.length & 0xff]), Buffer.from(body)]);

describe('what a camera sends over TCP', () => {
  it('is given up when a head has no end', () => {
    const chunks = Array.from({ length: 20 }, () => `X-Padding: ${'x'.repeat(1_000)}\r\n`);

    expect(reading('RTSP/1.0 200 OK\r\n', ...chunks).sound).toBe(false);
  });

  it('is given up when it promises a body without bound, or one of no size', () => {
    expect(reading('RTSP/1.0 200 OK\r\nContent-Length: 999999999\r\n\r\n').sound).toBe(false);
    expect(reading('RTSP/1.0 200 OK\r\nContent-Length: -5\r\n\r\n').sound).toBe(false);
    expect(reading('RTSP/1.0 200 OK\r\nContent-Length: many\r\n\r\n').sound).toBe(false);
  });

  it('is given up when it is no RTSP at all', () => {
    expect(reading('HTTP/1.1 200 OK\r\n\r\n').sound).toBe(false);
    expect(reading(Buffer.from([0, 1, 2, 3, 4])).sound).toBe(false);
  });

  it('never throws, whatever the bytes and however they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 })), (chunks) => {
        reading(...chunks.map((chunk) => Buffer.from(chunk)));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is read the same whole and byte by byte', () => {
    const text = 'RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: 5\r\n\r\nv=0\r\n';
    const all = Buffer.concat([packet(0, 'ab'), Buffer.from(text), packet(1, ''), packet(0, 'cd')]);

    const whole = reading(all);
    const cut = reading(...[...all].map((byte) => Buffer.from([byte])));

    expect(whole).toEqual(cut);
    expect(whole.packets).toEqual([
      { channel: 0, bytes: 'ab' },
      { channel: 1, bytes: '' },
      { channel: 0, bytes: 'cd' },
    ]);
    expect(whole.responses).toMatchObject([{ status: 200, body: 'v=0\r\n' }]);
  });

  it('may use bare line feeds, odd spaces, blank lines and lines that mean nothing', () => {
    const { responses, sound } = reading(
      '\r\n\nRTSP/1.0  401 No\nwww-authenticate :Basic realm="a"\nnonsense\nWWW-Authenticate: Digest x\n\n',
    );

    expect(sound).toBe(true);
    expect(responses[0]?.headers.get('www-authenticate')).toEqual(['Basic realm="a"', 'Digest x']);
  });

  it('may ask something of its own, which is passed over', () => {
    const { responses, sound } = reading('OPTIONS * RTSP/1.0\r\nCSeq: 9\r\n\r\nRTSP/1.0 200 OK\r\n\r\n');

    expect(sound).toBe(true);
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });
});
