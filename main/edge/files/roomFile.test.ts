import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyRoom } from '../../../domain/wall/emptyRoom.ts';
import type { Room } from '../../../domain/wall/roomModel.ts';
import { openRoomFile } from './roomFile.ts';

const designed = (seatDistanceMm: number): Room => ({ ...emptyRoom, origin: 'room', seatDistanceMm });
let folder = '';
let file = '';
const open = () => openRoomFile(file, 'site', () => Date.UTC(2026, 10, 30));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'room-file-'));
  file = join(folder, 'room.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The room was changed once: the file knows it as it is, and as it was. */
function keepTwo(): void {
  const kept = open();
  kept.read();
  kept.write(designed(5_000));
  kept.write(designed(7_000));
}

describe('the file of the room', () => {
  it('gives back the room of the last write', () => {
    expect(open().read()).toBeNull();
    keepTwo();
    expect(open().read()).toEqual(designed(7_000));
  });

  it('that somebody took away leaves the room to be laid out anew, also under a running app', () => {
    keepTwo();
    rmSync(file);
    expect(open().read()).toBeNull();

    const kept = open();
    kept.write(designed(5_000));
    rmSync(file);
    kept.write(designed(6_000));
    expect(open().read()).toEqual(designed(6_000));
  });

  it.each([
    ['cut off by the power', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of a newer product', (text: string) => text.replace('"version":1', '"version":2')],
  ])('that is %s is set aside with all that is in it, and the room is as it was before', (_what, spoilt) => {
    keepTwo();
    const text = spoilt(readFileSync(file, 'utf8'));
    writeFileSync(file, text);

    const kept = open();
    expect(kept.read()).toEqual(designed(5_000));

    const aside = readdirSync(folder).find((name) => name.startsWith('room.json.damaged-2026-11-30'));
    expect(readFileSync(join(folder, aside ?? 'none'), 'utf8')).toBe(text);
    kept.write(designed(6_000));
    expect(open().read()).toEqual(designed(6_000));
    expect(existsSync(join(folder, aside ?? 'none'))).toBe(true);
  });
});
