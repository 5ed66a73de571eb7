/** One output of the X server that shows a picture now; px of the desktop. */
export type XOutput = {
  readonly connector: string;
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Empty where the screen says nothing of itself. */
  readonly edid: Uint8Array;
};

const OUTPUT = /^(\S+) (?:dis)?connected(?: primary)?(?: (\d+)x(\d+)\+(\d+)\+(\d+))?/;
const HEX_LINE = /^\t\t([0-9a-f]{32})$/;

function edidOf(lines: readonly string[]): Uint8Array {
  const start = lines.findIndex((line) => /^\tEDID: *$/.test(line));
  if (start < 0) return new Uint8Array();
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => !HEX_LINE.test(line));
  const hex = after
    .slice(0, end < 0 ? after.length : end)
    .map((line) => line.trim())
    .join('');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Reads what `xrandr --current --prop` prints. Outputs without a picture are left out. */
export function parseXrandr(text: string): readonly XOutput[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (OUTPUT.test(line) ? [at] : []));
  return starts.flatMap((start, index) => {
    const [, connector, width, height, x, y] = OUTPUT.exec(lines[start] ?? '') ?? [];
    if (connector === undefined || width === undefined) return [];
    const [widthPx = 0, heightPx = 0, xPx = 0, yPx = 0] = [width, height, x, y].map(Number);
    const edid = edidOf(lines.slice(start + 1, starts[index + 1]));
    return [{ connector, xPx, yPx, widthPx, heightPx, edid }];
  });
}
