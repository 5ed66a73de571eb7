// Screens that say who they are, on heads that have no cable: an `xrandr` before the real one adds what they would say.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = `#!/bin/sh
/usr/bin/xrandr "$@" | awk -v folder="$(dirname "$0")" '{
  print
  if ($2 != "connected") next
  file = folder "/" $1 ".edid"
  if ((getline line < file) > 0) {
    print "\\tEDID: "
    do print "\\t\\t" line; while ((getline line < file) > 0)
    close(file)
  }
}'
`;

/** The base block of a 55-inch screen with this serial. */
function edidOf(serial: string): Uint8Array {
  const bytes = new Uint8Array(128);
  bytes.set([0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00, 0x4c, 0x2d, 0x86, 0x0c]);
  bytes.set([1, 4, 0x80, 122, 68], 18);
  const text = (tag: number, words: string): number[] => [
    ...[0, 0, 0, tag, 0],
    ...new TextEncoder().encode(`${words}\n`.padEnd(13).slice(0, 13)),
  ];
  bytes.set(text(0xff, serial), 72);
  bytes.set(text(0xfc, 'QM55'), 90);
  bytes[127] = (256 - (bytes.reduce((sum, byte) => sum + byte, 0) % 256)) % 256;
  return bytes;
}

export type ScreenNames = {
  /** Goes before the rest of PATH. */
  readonly folder: string;
  /** From now on the screen on this connector says that it is this one; `null`: it says nothing. */
  readonly name: (connector: string, serial: string | null) => void;
};

/** Readable by everybody: the app runs as an ordinary user. */
export function nameScreens(folder: string): ScreenNames {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const script = join(folder, 'xrandr');
  writeFileSync(script, SCRIPT);
  chmodSync(script, 0o755);
  return {
    folder,
    name(connector, serial) {
      const file = join(folder, `${connector}.edid`);
      if (serial === null) return rmSync(file, { force: true });
      const lines = Buffer.from(edidOf(serial)).toString('hex').match(/.{32}/g) ?? [];
      writeFileSync(file, `${lines.join('\n')}\n`);
      chmodSync(file, 0o644);
    },
  };
}
