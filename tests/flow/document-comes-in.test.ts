import { describe, expect, it } from 'vitest';
import { MOST_BYTES, SLICE_BYTES } from '../../domain/documents/rules.ts';
import { IDLE_MS } from '../../main/documents/imports.ts';
import { aProvince, aSite } from '../support/builders.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';
import { soon } from '../support/soon.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 hai trang');

async function aDesk(room: FakeRoom): Promise<FakeWindow> {
  const desk = room.window('console');
  await room.signIn(desk);
  return desk;
}

async function begin(desk: FakeWindow, sizeBytes: number): Promise<string> {
  const begun = await desk.call('documents.beginImport', { name: 'Báo cáo tuần.pdf', sizeBytes, pages: 2 });
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value.importId;
}

async function bring(desk: FakeWindow, bytes = PDF): Promise<string> {
  const importId = await begin(desk, bytes.length);
  await desk.call('documents.putSlice', { importId, offset: 0, bytes });
  const kept = await desk.call('documents.finishImport', { importId });
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.id;
}

describe('a file that an operator brings', () => {
  it('is listed at every window once all of it is there, and says who brought it', async () => {
    const room = openFakeRoom();
    const desk = await aDesk(room);
    const wall = room.window('d1');

    const id = await bring(desk);

    expect(wall.world().documents.byId[id]).toMatchObject({
      name: 'Báo cáo tuần.pdf',
      mime: 'application/pdf',
      sizeBytes: PDF.length,
      pages: 2,
      by: 'Nguyễn Thị Hạnh',
    });
  });

  it('is refused by its content, not by its name, and leaves nothing behind', async () => {
    const room = openFakeRoom();
    const desk = await aDesk(room);
    const importId = await begin(desk, 40);
    const bytes = new TextEncoder().encode('<svg onload="alert(1)"/>'.padEnd(40));

    const answer = await desk.call('documents.putSlice', { importId, offset: 0, bytes });

    expect(answer).toEqual({ ok: false, reason: 'type-refused' });
    expect(room.documents.dropped()).toBe(1);
    expect(await desk.call('documents.finishImport', { importId })).toMatchObject({
      reason: 'import-unknown',
    });
  });

  it('may not be larger than its type allows, however large films may be', async () => {
    const room = openFakeRoom({ site: aSite({ documents: { budgetMb: 10_000 } }) });
    const desk = await aDesk(room);
    const importId = await begin(desk, MOST_BYTES.pdf + 1);
    const bytes = new Uint8Array(SLICE_BYTES);
    bytes.set(PDF);

    expect(await desk.call('documents.putSlice', { importId, offset: 0, bytes })).toMatchObject({
      reason: 'document-too-large',
    });
  });

  it("has no place once the room's share of the disk is used, those on their way counted", async () => {
    const room = openFakeRoom({ site: aSite({ documents: { budgetMb: 1 } }) });
    const desk = await aDesk(room);
    await begin(desk, 1_000_000);

    const second = await desk.call('documents.beginImport', { name: 'b.pdf', sizeBytes: 100_000 });

    expect(second).toEqual({ ok: false, reason: 'documents-full' });
  });

  it.each([
    ['a gap', { offset: 8, length: 8 }],
    ['more than was announced', { offset: 0, length: 17 }],
    ['a slice that is cut short', { offset: 0, length: 4 }],
  ])('with %s is broken', async (_what, { offset, length }) => {
    const room = openFakeRoom();
    const desk = await aDesk(room);
    const importId = await begin(desk, 16);

    const answer = await desk.call('documents.putSlice', { importId, offset, bytes: new Uint8Array(length) });

    expect(answer).toEqual({ ok: false, reason: 'import-broken' });
  });

  it('that nobody goes on with is given up, so is one whose console is gone', async () => {
    const room = openFakeRoom();
    const desk = await aDesk(room);
    await begin(desk, 16);
    await room.clock.advance(IDLE_MS);
    expect(room.documents.dropped()).toBe(1);

    await begin(desk, 16);
    room.app.dismiss('console');
    await room.clock.advance(0);
    expect(room.documents.dropped()).toBe(2);
  });

  it('comes from a console with somebody at it, never from a wall window', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    const wall = room.window('d1');
    const file = { name: 'a.pdf', sizeBytes: 10 };

    expect(await desk.call('documents.beginImport', file)).toMatchObject({ reason: 'not-allowed' });
    expect(await wall.call('documents.beginImport', file)).toMatchObject({ reason: 'not-allowed' });
  });
});

describe('a document that a scene shows', () => {
  it('cannot be deleted; one that nothing shows can', async () => {
    const province = aProvince();
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    const documentId = await bring(desk);
    const draft = await desk.call('wall.openDraft', { wallId: 'main', from: 'empty' });
    if (!draft.ok) throw new Error(draft.reason);
    const tile = {
      id: 't1',
      layer: 'base' as const,
      area: { xMm: 0, yMm: 0, widthMm: 400, heightMm: 300 },
      panel: { kind: 'pdf' as const, documentId, page: 2 },
      priority: 2 as const,
    };
    const ids = { wallId: 'main', draftId: draft.value.id };
    await desk.call('wall.editDraft', { ...ids, kind: 'add', patch: { t1: tile } });

    expect(await desk.call('documents.deleteDocument', { documentId })).toMatchObject({
      reason: 'document-in-use',
    });

    await desk.call('wall.undo', ids);
    const wanted = await desk.call('documents.deleteDocument', { documentId });
    expect(wanted, 'redo needs it').toMatchObject({ reason: 'document-in-use' });

    await desk.call('wall.dropDraft', ids);
    expect(await desk.call('documents.deleteDocument', { documentId })).toMatchObject({ ok: true });
    expect(desk.world().documents.byId).toEqual({});
    expect(room.documents.kept.size).toBe(0);
  });
});

describe('what the province brings with its content', () => {
  /** The fake store names documents by their length. */
  const sha256 = String(PDF.length).padStart(64, '0');
  const listed = { sha256, file: 'huong-dan.pdf', name: 'Hướng dẫn', pages: 2 };

  it('is there without anybody at the console', async () => {
    const room = openFakeRoom({
      province: aProvince({ documents: [listed] }),
      readProvincePart: () => Promise.resolve(PDF),
    });
    await soon(() => expect(room.app.world().documents.byId[sha256]?.name).toBe('Hướng dẫn'));
  });

  it('is left out, and the log says so, when it is not what the file says', async () => {
    const room = openFakeRoom({
      province: aProvince({
        documents: [listed, { ...listed, sha256: '0'.repeat(63) + '1', file: 'thieu.pdf' }],
      }),
      readProvincePart: (file) =>
        file === 'thieu.pdf'
          ? Promise.reject(new Error('ENOENT'))
          : Promise.resolve(new TextEncoder().encode('%PDF-1.7 khác hẳn')),
    });
    await soon(() =>
      expect(room.log.lines.filter(({ event }) => event === 'document.untaken')).toHaveLength(2),
    );
    expect(room.app.world().documents.byId).toEqual({});
    expect(room.documents.kept.size).toBe(0);
  });
});
