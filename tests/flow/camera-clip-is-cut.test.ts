import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyWorld, type World } from '../../domain/contract/world.ts';
import { createEvidence } from '../../main/cameras/evidence.ts';
import { openEvidenceFiles } from '../../main/edge/documents/evidenceFiles.ts';
import { openEvidence } from '../../main/edge/sqlite/evidenceTable.ts';
import { createGateway } from '../../main/edge/media/gateway.ts';
import { openRing } from '../../main/edge/media/ring/ring.ts';
import { systemClock as clock } from '../../main/edge/ports/systemClock.ts';
import type { Caller } from '../../main/kernel/handlers.ts';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { until } from '../support/cameras/gatewayRoom.ts';
import { openTile } from '../support/cameras/tile.ts';
import { fakeLog } from '../support/fakes.ts';

const world: World = {
  ...emptyWorld,
  cameras: {
    ...emptyWorld.cameras,
    byId: {
      bridge: {
        ...{
          id: 'bridge',
          unit: '19',
          name: { vi: 'Cầu Gia Bảy', en: 'Gia Bay bridge' },
          point: [105.8, 21.6],
        },
        ...{ provenance: 'sample', kind: 'rtsp', tags: [], groups: [], ptz: false, restricted: false },
      },
    },
  },
};
const desk: Caller = {
  ...{ windowId: 'console', kind: 'console', wallId: 'main', displayIds: [] },
  person: { id: 'p1', name: 'Nguyễn Thị Hạnh', role: 'shift-leader' },
};
const stillAllowed = () => ({ ok: true, value: null }) as const;

let fleet: Fleet;
let folder = '';
beforeEach(async () => {
  fleet = await startFleet({ count: 1, fps: 12 });
  folder = mkdtempSync(join(tmpdir(), 'clip-'));
});
afterEach(async () => {
  await fleet.stop();
  rmSync(folder, { recursive: true, force: true });
});

function probed(file: string) {
  const args = ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file];
  const { stdout, stderr } = spawnSync('ffprobe', args, { encoding: 'utf8', timeout: 30_000 });
  return { errors: stderr, ...JSON.parse(stdout || '{}') };
}

it('a clip holds every picture of a real camera, says whose it is, and has two parts where the camera was gone', async () => {
  const log = fakeLog();
  const limits = { keepMs: 600_000, bytesPerCamera: 1e9, bytesInAll: 1e9 };
  const key = Buffer.alloc(32, 7);
  const ring = openRing({
    folder: join(folder, 'ring'),
    key,
    clock,
    log,
    limits,
    reserveBytes: 0,
    onTrouble: () => undefined,
  });
  const gateway = createGateway({ clock, log, recordings: ring });
  const tile = openTile();
  const record = { cameraId: 'bridge', stream: 'main' } as const;
  gateway.watch.rtsp({ url: fleet.urls[0] ?? '', record }, tile.port, () => undefined);
  const from = Date.now();
  const recorded = (): number => ring.spans('bridge').reduce((sum, span) => sum + span.to - span.from, 0);
  await until('five seconds are recorded', () => recorded() > 5_000, 20_000);
  await fleet.kill();
  await until('the gap is one', () => Date.now() - (ring.spans('bridge').at(-1)?.to ?? 0) > 2_500, 10_000);
  await fleet.restart();
  await until('it is back', () => ring.spans('bridge').length > 1 && recorded() > 7_000, 20_000);

  const book = openEvidence({ profileDir: folder, now: clock.now(), key, onSetAside: () => undefined });
  const files = openEvidenceFiles(folder, key);
  const { calls, stop } = createEvidence({
    ...{ hub: { world: () => world }, clock, log, newId: () => crypto.randomUUID(), recordings: ring },
    ...{ keeping: { book, files, runsMs: () => 0 }, bounds: { days: 30, budgetBytes: 1e9 } },
    ...{ onKept: () => undefined, onPurged: () => undefined },
  });
  const request = { cameraId: 'bridge', from, to: Date.now() };
  expect(await calls['cameras.cutClip'].run(request, desk, stillAllowed)).toMatchObject({ ok: true });
  await until('it is cut', () => book.all().length === 1, 20_000);
  const [cut] = book.all();
  if (cut === undefined) throw new Error('nothing was kept');
  const sidecar = JSON.parse(cut.sidecar.text);
  const contents = await Promise.all(
    cut.files.map(({ sha256, sizeBytes }) => files.read(sha256, 0, sizeBytes)),
  );
  const bytesOf = (index: number): Uint8Array => contents[index] ?? new Uint8Array();

  expect(cut.files.length).toBe(2);
  expect(sidecar).toMatchObject({ camera: 'Cầu Gia Bảy', by: 'Nguyễn Thị Hạnh' });
  expect(cut.files.map((_file, index) => createHash('sha256').update(bytesOf(index)).digest('hex'))).toEqual(
    sidecar.parts.map(({ sha256 }: { sha256: string }) => sha256),
  );
  const pictures = sidecar.parts.reduce((sum: number, part: { pictures: number }) => sum + part.pictures, 0);
  expect(pictures).toBeGreaterThan(30);
  // Where the machine has ffprobe, a stranger's eye looks at it.
  if (spawnSync('ffprobe', ['-version']).status === 0) {
    for (const [index, { name }] of cut.files.entries()) {
      const file = join(folder, name);
      writeFileSync(file, bytesOf(index));
      const { errors, streams, format } = probed(file);
      const told = sidecar.parts[index];
      expect(errors).toBe('');
      expect(Number(streams[0].nb_read_frames)).toBe(told.pictures);
      expect(streams[0]).toMatchObject({ codec_name: 'h264', width: 640, height: 352 });
      expect(format.tags).toMatchObject({ title: 'Cầu Gia Bảy', artist: 'Nguyễn Thị Hạnh' });
      expect(format.tags.comment).toContain(told.picturesSha256);
      expect(Number(format.duration)).toBeCloseTo((Date.parse(told.to) - Date.parse(told.from)) / 1_000, 0);
    }
  }
  gateway.close();
  tile.close();
  stop();
  book.close();
  await ring.close();
}, 90_000);
