import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClipExport } from '../../domain/cameras/evidenceCalls.ts';
import type { VideoConfig } from '../../domain/cameras/packets.ts';
import { DAY_MS } from '../../domain/kernel/time.ts';
import type { RecordedPiece, Recordings } from '../../main/cameras/ports.ts';
import { noRecordings } from '../../main/cameras/noRecordings.ts';
import { evidenceFolder, openEvidenceFiles } from '../../main/edge/documents/evidenceFiles.ts';
import { openEvidence } from '../../main/edge/sqlite/evidenceTable.ts';
import { aCamera, aProvince, aSite, NOON } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';
import { until } from '../support/cameras/gatewayRoom.ts';

const key = Buffer.alloc(32, 7);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const SECRET = 'TRỤ SỞ TIẾP DÂN';
const config: VideoConfig = {
  type: 'config',
  codec: 'avc1.42c01e',
  description: Uint8Array.from([1, 2, 3]),
  widthPx: 640,
  heightPx: 352,
};
let profileDir = '';
let book: ReturnType<typeof openEvidence>;

beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-evidence-'));
  book = openBook();
});
afterEach(() => {
  book.close();
  rmSync(profileDir, { recursive: true, force: true });
});

function openBook() {
  return openEvidence({ profileDir, now: NOON, key, onSetAside: () => undefined });
}

/** Pieces of four seconds up to noon; `gate`: reading one waits for it; `held`: how often they are held now. */
function recorded(gate: () => Promise<void> = () => Promise.resolve(), held = { now: 0 }): Recordings {
  const pieces = Array.from({ length: 5 }, (_, n): RecordedPiece => {
    const from = NOON - 20_000 + n * 4_000;
    const units = Array.from({ length: 100 }, (_each, index) => ({
      ...{ key: index === 0, at: from + index * 40 },
      data: new TextEncoder().encode(`${SECRET} ${n} ${index}`),
    }));
    const read = () => gate().then(() => ({ config, units }));
    return { from, to: from + 3_960, run: 'one', key: true, read };
  });
  const hold = (): (() => void) => {
    held.now += 1;
    return () => void (held.now -= 1);
  };
  return { ...noRecordings, pieces: () => pieces, hold };
}

async function aRoom(recordings = recorded(), budgetMb = 100, files = openEvidenceFiles(profileDir, key)) {
  const province = aProvince({
    cameras: [aCamera({ id: 'bridge', name: { vi: 'Cầu Gia Bảy', en: 'Bridge' } })],
  });
  const evidence = { book, files, runsMs: () => 0 };
  const site = { ...aSite(), evidence: { days: 30, budgetMb } };
  const room = openFakeRoom({ site, province, recordings, evidence });
  const desk = room.window('console');
  await room.signIn(desk, 'shift-leader');
  const exports = async (): Promise<readonly ClipExport[]> => {
    const answer = await desk.call('cameras.exports', {});
    return answer.ok ? answer.value : [];
  };
  const ended = async (): Promise<readonly ClipExport[]> => {
    let clips = await exports();
    const end = Date.now() + 10_000;
    while (clips.some(({ state }) => state === 'waiting' || state === 'cutting')) {
      if (Date.now() > end) throw new Error('a clip is still on its way');
      await new Promise((resolve) => setTimeout(resolve, 10));
      clips = await exports();
    }
    return clips;
  };
  const cut = () => desk.call('cameras.cutClip', { cameraId: 'bridge', from: NOON - 10_000, to: NOON });
  const rows = async (text = '') => {
    const answer = await desk.call('cameras.searchEvidence', { text });
    return answer.ok ? answer.value.rows : [];
  };
  return { ...room, desk, exports, ended, cut, rows };
}

function sealedFiles(): readonly string[] {
  return readdirSync(evidenceFolder(profileDir)).map((name) => join(evidenceFolder(profileDir), name));
}

describe('a clip that was taken out', () => {
  it('is listed with who and hash, found without marks, and whole when it is compared', async () => {
    const room = await aRoom();
    await room.cut();
    expect(await room.ended()).toMatchObject([{ state: 'kept', done: 1 }]);

    const [row] = await room.rows('cau gia bay');
    expect(row).toMatchObject({ kind: 'clip', camera: 'Cầu Gia Bảy', by: 'Nguyễn Thị Hạnh', at: NOON });
    expect(await room.rows(row?.files[0]?.sha256)).toHaveLength(1);
    expect(await room.rows('hồ núi cốc')).toEqual([]);
    const verified = await room.desk.call('cameras.verifyEvidence', { evidenceId: row?.id ?? '' });
    expect(verified).toEqual({ ok: true, value: ['whole'] });
    expect(room.audit.entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['cameras.cutClip', 'cameras.clipKept', 'cameras.verifyEvidence']),
    );
  });

  it('lies on the disk sealed, its words too, and is there after a restart', async () => {
    const room = await aRoom();
    await room.cut();
    await room.ended();
    const [row] = await room.rows();
    await room.desk.call('cameras.noteEvidence', { evidenceId: row?.id ?? '', note: 'Vụ va chạm' });
    const onDisk = [...sealedFiles(), join(profileDir, 'evidence.db'), join(profileDir, 'evidence.db-wal')]
      .map((file) => readFileSync(file).toString('utf8'))
      .join('');
    for (const secret of [SECRET, 'Cầu Gia Bảy', 'Nguyễn Thị Hạnh', 'Vụ va chạm'])
      expect(onDisk).not.toContain(secret);

    book.close();
    book = openBook();
    expect(await (await aRoom()).rows('va cham')).toMatchObject([{ note: 'Vụ va chạm' }]);
  });

  it('and changed by a bit is told from a whole one, and not taken out again', async () => {
    const room = await aRoom();
    await room.cut();
    await room.ended();
    const [row] = await room.rows();
    const named = { evidenceId: row?.id ?? '' };
    const [file = ''] = sealedFiles();
    const bytes = readFileSync(file);
    bytes[600] = (bytes[600] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    expect(await room.desk.call('cameras.verifyEvidence', named)).toEqual({ ok: true, value: ['changed'] });
    expect(await room.desk.call('cameras.readEvidence', { ...named, file: 0, offset: 0 })).toEqual({
      ok: false,
      reason: 'evidence-damaged',
    });

    rmSync(file);
    expect(await room.desk.call('cameras.verifyEvidence', named)).toEqual({ ok: true, value: ['missing'] });
  });

  it('goes after the days of the site, and leaves no file', async () => {
    const room = await aRoom();
    await room.cut();
    await room.ended();
    const [old] = book.all();
    if (old === undefined) throw new Error('nothing was kept');
    book.keep({ ...old, at: NOON - 31 * DAY_MS });

    const later = await aRoom();
    await until('it is gone', () => sealedFiles().length === 0);

    expect(await later.rows()).toEqual([]);
    expect(later.audit.entries.find(({ by }) => by === 'system')).toMatchObject({
      action: 'cameras.purgeEvidence',
      by: 'system',
      after: { count: 1 },
    });
  });
});

describe('when the disk misbehaves', () => {
  it('what it refuses to remove is still listed, and nobody says that it went', async () => {
    const first = await aRoom();
    await first.cut();
    await first.ended();
    const [old] = book.all();
    if (old === undefined) throw new Error('nothing was kept');
    book.keep({ ...old, at: NOON - 31 * DAY_MS });
    const files = openEvidenceFiles(profileDir, key);
    const remove = () => Promise.reject(new Error('the disk refuses'));

    const later = await aRoom(recorded(), 100, { ...files, remove });
    await until('it was tried', () => later.log.lines.some(({ event }) => event === 'evidence.unpurged'));

    expect(await later.rows()).toHaveLength(1);
    expect(later.audit.entries.filter(({ action }) => action === 'cameras.purgeEvidence')).toEqual([]);
  });

  it('a file that no row names stays as long as one with a row, then goes', async () => {
    await aRoom();
    const stray = (name: string, days: number): void => {
      const file = join(evidenceFolder(profileDir), name.repeat(64));
      writeFileSync(file, 'sealed');
      utimesSync(file, new Date(NOON), new Date(NOON - days * DAY_MS));
    };
    stray('a', 29);
    stray('b', 31);

    await aRoom();
    await until('the old one is gone', () => sealedFiles().length === 1);

    expect(sealedFiles()).toEqual([join(evidenceFolder(profileDir), 'a'.repeat(64))]);
  });
});

describe('clips on their way', () => {
  it('are cut one after the other, told how far, and one that is called off leaves nothing', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((opened) => (open = opened));
    const room = await aRoom(recorded(() => gate));
    await room.cut();
    await room.cut();
    await room.cut();
    expect((await room.exports()).map(({ state }) => state)).toEqual(['cutting', 'waiting', 'waiting']);

    const [first, second] = await room.exports();
    await room.desk.call('cameras.cancelExport', { exportId: first?.exportId ?? '' });
    await room.desk.call('cameras.cancelExport', { exportId: second?.exportId ?? '' });
    open();

    expect((await room.ended()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'kept']);
    expect(await room.rows()).toHaveLength(1);
    expect(sealedFiles()).toHaveLength(1);
  });

  it('hold what they are made of from the moment they are asked for, and give it back however they end', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((opened) => (open = opened));
    const held = { now: 0 };
    const room = await aRoom(recorded(() => gate, held));
    await room.cut();
    await room.cut();
    await room.cut();
    // The first is being cut, and holds what it reads as well.
    expect(held.now).toBe(4);

    const [, second] = await room.exports();
    await room.desk.call('cameras.cancelExport', { exportId: second?.exportId ?? '' });
    expect(held.now).toBe(3);
    open();
    await room.ended();
    expect(held.now).toBe(0);
  });

  it('of what was never recorded are refused with the reason', async () => {
    const room = await aRoom(noRecordings);
    await room.cut();
    expect(await room.ended()).toMatchObject([{ state: 'refused', reason: 'nothing-recorded' }]);
  });
});

describe('a picture that was taken', () => {
  it('is kept like a clip, and refused where the shelf is full', async () => {
    const room = await aRoom();
    const picture = { cameraId: 'bridge', at: NOON, live: true };
    expect(await room.desk.call('cameras.signPicture', { ...picture, png })).toMatchObject({
      ok: true,
      value: { kind: 'picture', files: [{ sizeBytes: png.length }] },
    });
    const large = Uint8Array.from([...png, ...new Uint8Array(2 * 1_048_576)]);
    expect(
      await (await aRoom(recorded(), 1)).desk.call('cameras.signPicture', { ...picture, png: large }),
    ).toEqual({
      ok: false,
      reason: 'evidence-full',
    });
  });

  it('says beside it since when its camera’s pictures stood still', async () => {
    const room = await aRoom();
    const picture = { cameraId: 'bridge', at: NOON, live: true, png };
    const textOf = async (doubt: { suspectSince?: number }): Promise<string> => {
      const answer = await room.desk.call('cameras.signPicture', { ...picture, ...doubt });
      return answer.ok ? answer.value.sidecar.text : answer.reason;
    };

    expect(JSON.parse(await textOf({ suspectSince: NOON - 90_000 }))).toMatchObject({
      takenAt: expect.stringContaining('12:00:00'),
      suspectSince: expect.stringContaining('11:58:30'),
    });
    expect(await textOf({})).not.toContain('suspectSince');
  });

  it('is for those with the right alone', async () => {
    const room = await aRoom();
    const other = room.window('console-2');
    expect(await other.call('cameras.searchEvidence', { text: '' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});
