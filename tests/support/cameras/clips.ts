// Encoded pictures for cameras that are played back: made once by GStreamer, then kept for all runs on this machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maker = fileURLToPath(new URL('clipmaker.py', import.meta.url));
const painters = ['clipmaker.py', 'painter.py', 'scenes.py', 'caption.py'];

export type ClipRequest = {
  /** Stands in the bar code of each picture, and chooses the scene; 1 unless told. */
  readonly camera?: number;
  readonly frames?: number;
  readonly size?: string;
  readonly fps?: number;
  readonly kbps?: number;
  readonly codec?: 'h264' | 'h265';
  /** Nothing moves in it. */
  readonly still?: boolean;
  /** The noise of a sensor over every picture. */
  readonly noise?: boolean;
};

export type Clip = {
  readonly codec: 'h264' | 'h265';
  readonly fps: number;
  /** Access units, each as its NAL units. */
  readonly units: readonly (readonly Buffer[])[];
};

/** Newer painters make other pictures. */
const paintedAt = Math.round(
  Math.max(...painters.map((name) => statSync(new URL(name, import.meta.url)).mtimeMs)),
);

/** The file of the clip, encoded now if this machine does not have it yet. */
export function clipFile(request: ClipRequest): string {
  const { still = false, noise = false, ...rest } = request;
  const said = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b));
  const switches = [...(still ? ['--still'] : []), ...(noise ? ['--noise'] : [])];
  const args = [...said.flatMap(([name, value]) => [`--${name}`, String(value)]), ...switches];
  const folder = join(tmpdir(), 'toan-canh-clips');
  const file = join(folder, `${args.join('').replaceAll('--', '-') || '-'}-${paintedAt}.clip`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${process.pid}`;
  // The system's Python: others have no gi.
  execFileSync('/usr/bin/python3', ['-B', maker, ...args, '--out', part], {
    timeout: 120_000,
    stdio: 'pipe',
  });
  renameSync(part, file);
  return file;
}

function nalsOf(unit: Buffer): readonly Buffer[] {
  const starts: number[] = [];
  for (
    let at = unit.indexOf('\0\0\x01', 0, 'latin1');
    at >= 0;
    at = unit.indexOf('\0\0\x01', at + 3, 'latin1')
  )
    starts.push(at + 3);
  return starts
    .map((from, index) => {
      let end = (starts[index + 1] ?? unit.length + 3) - 3;
      while (end > from && unit[end - 1] === 0) end -= 1;
      return unit.subarray(from, end);
    })
    .filter((nal) => nal.length > 0);
}

/** Reads a clip that `clipFile` has made. */
export function readClip(file: string, { codec = 'h264', fps = 25 }: ClipRequest): Clip {
  const bytes = readFileSync(file);
  const units: (readonly Buffer[])[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    // Delimiters (H.264 type 9, H.265 type 35) are not sent by cameras.
    const delimiter = codec === 'h264' ? 9 : 70;
    units.push(nalsOf(bytes.subarray(at + 4, end)).filter((nal) => nal[0] !== delimiter));
    at = end;
  }
  return { codec, fps, units };
}
