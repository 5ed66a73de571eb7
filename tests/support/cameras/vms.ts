// A recording server of a VMS: any stretch of time as HLS, `…/vod.m3u8?start=<s>&end=<s>`, out of one clip.
import { createServer, type ServerResponse } from 'node:http';
import { cutClip } from './cutClip.ts';

/** What it recorded, over and over; a round begins with every full minute. */
export const CLIP = { camera: 2, frames: 250, fps: 25 } as const;

export type Vms = {
  /** The template of its addresses. */
  readonly template: string;
  /** What it was asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
};

/** `says`: what it answers instead of its own playlist; null: that it has none. */
export async function startVms(says: (playlist: string) => string | null = (own) => own): Promise<Vms> {
  const clip = cutClip(CLIP);
  const asked: string[] = [];

  function playlist(query: URLSearchParams): string | null {
    const [start, end] = [Number(query.get('start')), Number(query.get('end'))];
    const lines = Array.from({ length: Math.ceil((end - start) / clip.seconds) }, (_, index) => {
      const taken = new Date((start + index * clip.seconds) * 1_000).toISOString();
      return `#EXT-X-PROGRAM-DATE-TIME:${taken}\n#EXTINF:${clip.seconds},\nsegment-${index}.m4s`;
    });
    const head = [
      ...['#EXTM3U', '#EXT-X-VERSION:7', `#EXT-X-TARGETDURATION:${clip.seconds}`],
      ...['#EXT-X-PLAYLIST-TYPE:VOD', '#EXT-X-MAP:URI="init.mp4"'],
    ];
    return says([...head, ...lines, '#EXT-X-ENDLIST', ''].join('\n'));
  }

  function answer({ pathname, searchParams }: URL, response: ServerResponse): unknown {
    const number = /\/segment-(\d+)\.m4s$/.exec(pathname)?.[1];
    if (number !== undefined) return response.end(clip.segment(Number(number)));
    if (pathname.endsWith('/init.mp4')) return response.end(clip.init);
    const list = playlist(searchParams);
    return list === null ? response.writeHead(404).end() : response.end(list);
  }

  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(new URL(request.url ?? '/', 'http://vms'), response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    template: `http://127.0.0.1:${port}/bridge/vod.m3u8?start={from}&end={to}`,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
