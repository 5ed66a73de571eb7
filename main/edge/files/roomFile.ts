import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { RoomSchema, type Room } from '../../../domain/wall/roomModel.ts';
import { damagedName, writeWhole } from './wholeFile.ts';

/** What the shell knows of the room before any core runs. `site`: the part of the site's file that it was laid out from. */
const KeptSchema = z.object({ version: z.literal(1), site: z.string(), room: RoomSchema });
type Kept = z.infer<typeof KeptSchema>;

function keptIn(text: string): Kept | undefined {
  try {
    return KeptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the room over a restart of the machine, and how it was before its last change. What cannot be read, because it is
 * damaged or of a newer product, is set aside and lost to nobody; it is a reason for the room of before, not for a dark wall.
 */
export function openRoomFile(file: string, site: string, now: () => number = Date.now) {
  const before = `${file}.before`;
  let written: string | undefined;

  function kept(): Kept | undefined {
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8');
      const found = keptIn(text);
      if (found !== undefined) {
        written = text;
        return found;
      }
      renameSync(file, damagedName(file, now()));
      if (existsSync(before)) return keptIn(readFileSync(before, 'utf8'));
    }
    // Whoever took the file away wants the room laid out anew.
    return undefined;
  }

  return {
    /** Null when nothing is known. Throws nothing: a disk that refuses leaves it unknown. */
    read(): Room | null {
      try {
        const found = kept();
        if (found === undefined) return null;
        // Another site file: only what people designed holds, and who hangs where.
        if (found.site === site || found.room.origin === 'room') return found.room;
        return { ...found.room, panels: [] };
      } catch {
        return null;
      }
    },
    /** Whole or not at all; nothing is written twice. Throws when the disk refuses. */
    write(room: Room): void {
      const text = JSON.stringify({ version: 1, site, room });
      if (text === written) return;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      if (written !== undefined && existsSync(file)) copyFileSync(file, before);
      writeWhole(file, Buffer.from(text));
      written = text;
    },
  };
}
