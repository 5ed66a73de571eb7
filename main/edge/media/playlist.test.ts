import { describe, expect, it } from 'vitest';
import { keptInside, withoutTooLarge } from './playlist.ts';

const folder = new URL('https://vms.example/live/');
const kept = (reference: string, at = 'https://vms.example/live/index.m3u8'): string | null =>
  keptInside(`#EXTM3U\n#EXTINF:2,\n${reference}\n`, new URL(at), folder);

describe('a playlist', () => {
  it.each([
    'file:///etc/passwd',
    'http://127.0.0.1:8080/admin.ts',
    'http://localhost/a.ts',
    'http://[::1]/a.ts',
    'https://elsewhere.example/a.ts',
    'http://vms.example/live/a.ts',
    '//elsewhere.example/a.ts',
    '/secret/a.ts',
    '../secret/a.ts',
    '..\\secret\\a.ts',
    'data:video/mp2t;base64,AA==',
    'ioc://app/index.html',
  ])('that points at %s is refused as a whole', (reference) => {
    expect(kept(reference)).toBeNull();
  });

  it.each(['#EXT-X-MAP:URI="file:///etc/passwd"', '#EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1/key"'])(
    'is refused for what its remarks lead to: %s',
    (line) => {
      expect(kept(line)).toBeNull();
    },
  );

  it('keeps what lies below its own folder, the whole address shortened to the way from here', () => {
    expect(kept('a/1.ts?x=2')).toContain('\na/1.ts?x=2\n');
    expect(kept('https://vms.example/live/a/1.ts')).toContain('\na/1.ts\n');
    expect(kept('/live/b/1.ts', 'https://vms.example/live/a/index.m3u8')).toContain('\n../b/1.ts\n');
    expect(kept('#EXT-X-MAP:URI="init.mp4",BYTERANGE="800@0"')).toContain(
      '#EXT-X-MAP:URI="init.mp4",BYTERANGE="800@0"',
    );
  });
});

describe('a playlist that offers pictures of several sizes', () => {
  const offer = (size: string): string =>
    `#EXT-X-STREAM-INF:BANDWIDTH=8000000,RESOLUTION=${size},CODECS="avc1.64003e"\n# a remark\n${size}.m3u8\n`;
  const head = '#EXTM3U\n';

  it('is kept without those that no tile could show', () => {
    const kept = withoutTooLarge(head + offer('7680x4320') + offer('1920x1080') + offer('15360x8640'));

    expect(kept).toBe(head + offer('1920x1080'));
  });

  it('is refused when it offers no others', () => {
    expect(withoutTooLarge(head + offer('7680x4320'))).toBeNull();
  });

  it('is kept whole where it says no size, or offers nothing but segments', () => {
    const unsaid = `${head}#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n`;
    const segments = `${head}#EXTINF:2,\na.ts\n`;

    expect(withoutTooLarge(unsaid)).toBe(unsaid);
    expect(withoutTooLarge(segments)).toBe(segments);
  });
});
