import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { RoomSchema, type Room } from '../../../domain/wall/roomModel.ts';

/** What the shell knows of the room before any core runs. `site`: the part of the site's file that it was laid out from. */
const KeptSchema = z.object({ version: z.literal(1), site: z.string(), room: RoomSchema });

/** Keeps the room over a restart of the machine. What cannot be read is unknown, not a reason for a dark wall. */
export function openRoomFile(file: string, site: string) {
  let written = '';

  return {
    read(): Room | null {
      try {
        written = readFileSync(file, 'utf8');
        const kept = KeptSchema.safeParse(JSON.parse(written));
        if (!kept.success) return null;
        const { room } = kept.data;
        // Another site file: only what people designed holds, and who hangs where.
        if (kept.data.site === site || room.origin === 'room') return room;
        return { ...room, panels: [] };
      } catch {
        return null;
      }
    },
    /** Whole or not at all; nothing is written twice. */
    write(room: Room): void {
      const text = JSON.stringify({ version: 1, site, room });
      if (text === written) return;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      written = text;
    },
  };
}
