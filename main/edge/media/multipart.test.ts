import { describe, expect, it } from 'vitest';
import { createMultipartReader, MOST_PICTURE_BYTES, NotMultipart } from './multipart.ts';

function read(text: string, step: number): string[] {
  const parts: string[] = [];
  const reader = createMultipartReader('frame', (part) => parts.push(part.toString('latin1')));
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return parts;
}

describe('a stream of pictures', () => {
  it('is cut by the length that is said, also where a picture holds the boundary, however it arrives', () => {
    const one = '--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 9\r\n\r\nA--frameB\r\n';

    for (const step of [1, 7, 1_000]) expect(read(one + one, step)).toEqual(['A--frameB', 'A--frameB']);
  });

  it('is cut at the boundary where no length is said', () => {
    const text =
      '--frame\r\nContent-Type: image/jpeg\r\n\r\nfirst--frame\r\nContent-Type: image/jpeg\r\n\r\nsecond';

    expect(read(text, 3)).toEqual(['first']);
  });

  it('is given up when a head or a part has no end', () => {
    expect(() => read('x'.repeat(10_000), 1_000)).toThrow(NotMultipart);
    expect(() => read(`--frame\r\nContent-Length: ${MOST_PICTURE_BYTES + 1}\r\n\r\n`, 100)).toThrow(
      NotMultipart,
    );
  });
});
