// A camera that its maker's server gives as live HLS: a playlist that grows as time goes by, out of one clip.
import { createServer } from 'node:http';
import type { ClipRequest } from './clips.ts';
import { cutClip } from './cutClip.ts';

const WINDOW = 4;

export type HlsCamera = {
  readonly url: string;
  /** From now on the playlist grows, and there is nothing behind its new segments; or again there is. */
  starve(starved: boolean): void;
  stop(): Promise<void>;
};

/** Starts it on a free port; its playlist says nothing of the size of its pictures. */
export async function startHlsCamera(request: ClipRequest): Promise<HlsCamera> {
  const clip = cutClip(request);
  const startedAt = Date.now();
  let starvedFrom = Number.POSITIVE_INFINITY;
  const newest = (): number => WINDOW + Math.floor((Date.now() - startedAt) / (clip.seconds * 1_000));

  function playlist(): string {
    const first = newest() - WINDOW;
    const head = [
      ...['#EXTM3U', '#EXT-X-VERSION:7', `#EXT-X-TARGETDURATION:${clip.seconds}`],
      ...[`#EXT-X-MEDIA-SEQUENCE:${first}`, '#EXT-X-MAP:URI="init.mp4"'],
    ];
    const lines = Array.from(
      { length: WINDOW },
      (_, at) => `#EXTINF:${clip.seconds},\nsegment-${first + at}.m4s`,
    );
    return [...head, ...lines, ''].join('\n');
  }

  const server = createServer(({ url = '/' }, response) => {
    const number = Number(/\/segment-(\d+)\.m4s$/.exec(url)?.[1] ?? NaN);
    if (url.endsWith('/init.mp4')) response.end(clip.init);
    else if (url.endsWith('.m3u8')) response.end(playlist());
    else if (number < starvedFrom) response.end(clip.segment(number));
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/live/index.m3u8`,
    starve: (starved) => void (starvedFrom = starved ? newest() : Number.POSITIVE_INFINITY),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
