import { describe, expect, it } from 'vitest';
import { partOf } from './range.ts';

describe('the part of a document that is asked for', () => {
  it('is the whole when none is named', () => {
    expect(partOf(null, 100)).toBeUndefined();
    expect(partOf('bytes=-', 100)).toBeUndefined();
    expect(partOf('bytes=0-10, 20-30', 100)).toBeUndefined();
  });

  it('ends with the document, wherever it was said to end', () => {
    expect(partOf('bytes=0-', 100)).toEqual({ start: 0, end: 100 });
    expect(partOf('bytes=90-1000', 100)).toEqual({ start: 90, end: 100 });
    expect(partOf('bytes=-20', 100)).toEqual({ start: 80, end: 100 });
    expect(partOf('bytes=5-5', 100)).toEqual({ start: 5, end: 6 });
  });

  it('is none beyond the document', () => {
    expect(partOf('bytes=100-', 100)).toBeNull();
    expect(partOf('bytes=9-3', 100)).toBeNull();
  });
});
