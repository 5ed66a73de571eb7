// The same pictures as the played-back cameras send, for players that take them over HTTP: as MP4 and as HLS.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { repoDir } from '../../../config/places.ts';
import { cutClip } from '../../support/cameras/cutClip.ts';
import { until } from '../../support/cameras/gatewayRoom.ts';
import type { Stage } from '../harness/stage.ts';

const types: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
  '.ts': 'video/mp2t',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.js': 'text/javascript',
};

/** Plain players come with their own packages. */
const libraries = { 'hls.js': 'hls.js/dist/hls.min.js', 'video.js': 'video.js/dist/video.min.js' };

const SECONDS = 60;

/** One minute of the clip, over and over. */
function pack(): Readonly<Record<string, Buffer>> {
  const { init, seconds, segment } = cutClip({ camera: 1 });
  const segments = Array.from({ length: Math.ceil(SECONDS / seconds) }, (_, index) => segment(index));
  const lines = segments.flatMap((_, index) => [`#EXTINF:${seconds},`, `segment-${index}.m4s`]);
  const head = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${seconds}`,
    '#EXT-X-MAP:URI="init.mp4"',
  ];
  return {
    'clip.mp4': Buffer.concat([init, ...segments]),
    'init.mp4': init,
    'clip.m3u8': Buffer.from([...head, ...lines, '#EXT-X-ENDLIST', ''].join('\n')),
    ...Object.fromEntries(segments.map((bytes, index) => [`segment-${index}.m4s`, bytes])),
  };
}

/** Cuts a live camera into segments of a second or two, as a video server does; returns the folder it writes to. */
function cutLive(stage: Stage, rtspUrl: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-hls-'));
  // Asked for one second, where a key picture comes every second, it cuts empty segments and counts them wrong.
  const sink = `hlssink2 target-duration=2 playlist-length=4 max-files=12 location=${folder}/%05d.ts playlist-location=${folder}/live.m3u8`;
  const launch = `rtspsrc location=${rtspUrl} latency=0 protocols=tcp ! rtph264depay ! h264parse ! ${sink}`;
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'gst-launch-1.0', '-q', ...launch.split(' ')], {
    stdio: 'ignore',
  });
  stage.later(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export type VideoServer = { readonly base: string; readonly liveUrl: string };

/** Serves the clip, the players' libraries, and, where a camera is named, its live playlist. */
export async function startVideoServer(stage: Stage, live?: string): Promise<VideoServer> {
  const packed = live === undefined ? pack() : {};
  const folder = live === undefined ? null : cutLive(stage, live);
  // A player that finds no playlist gives up for good.
  if (folder !== null) await until('the live playlist', () => existsSync(join(folder, 'live.m3u8')), 20_000);
  const find = (name: string): Buffer | undefined => {
    const library = Object.entries(libraries).find(([known]) => known === name)?.[1];
    if (library !== undefined) return readFileSync(join(repoDir, 'node_modules', library));
    if (Object.hasOwn(packed, name)) return packed[name];
    return folder === null ? undefined : readFileSync(join(folder, name));
  };
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://x').pathname);
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    try {
      const bytes = find(name);
      if (bytes === undefined) throw new Error('no such file');
      response
        .writeHead(200, { ...headers, 'content-type': types[extname(name)] ?? 'text/plain' })
        .end(bytes);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  stage.later(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return { base, liveUrl: `${base}/live.m3u8` };
}
