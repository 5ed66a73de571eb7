/** A part larger than this is no picture of a camera, bytes. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
const MOST_HEAD_BYTES = 4 * 1024;

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** A stream that is no sequence of pictures. */
export class NotMultipart extends Error {}

function lengthIn(head: string): number | null {
  const said = /^content-length:\s*(\d{1,9})\s*$/im.exec(head)?.[1];
  return said === undefined ? null : Number(said);
}

/**
 * Reads the parts of a `multipart/x-mixed-replace` body, by their length where it is said, else up to the next boundary.
 * Throws `NotMultipart` when a head or a part grows beyond its limit.
 */
export function createMultipartReader(boundary: string, onPart: (part: Buffer) => void) {
  const mark = Buffer.from(`--${boundary.replace(/^--/, '')}`);
  let rest: Buffer = Buffer.alloc(0);

  /** The first part in `rest` and where it ends; null: not all of it is there. */
  function first(): { readonly part: Buffer; readonly end: number } | null {
    const head = rest.indexOf(END_OF_HEAD);
    if (head < 0 && rest.length > MOST_HEAD_BYTES) throw new NotMultipart('no end of a head');
    if (head < 0) return null;
    const start = head + END_OF_HEAD.length;
    const length = lengthIn(rest.subarray(0, head).toString('latin1'));
    if ((length ?? rest.length - start) > MOST_PICTURE_BYTES) throw new NotMultipart('a part without end');
    const end = length === null ? rest.indexOf(mark, start) : start + length;
    return end < 0 || end > rest.length ? null : { part: rest.subarray(start, end), end };
  }

  return {
    push(chunk: Uint8Array): void {
      rest = Buffer.concat([rest, chunk]);
      for (let found = first(); found !== null; found = first()) {
        rest = rest.subarray(found.end);
        onPart(found.part);
      }
    },
  };
}
