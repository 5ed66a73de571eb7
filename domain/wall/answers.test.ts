import { describe, expect, it } from 'vitest';
import { remembered, sendable } from './answers.ts';

const long = (letters: number) => ({ ok: true, value: 'ế'.repeat(letters) }) as const;

describe('an answer to a command from afar', () => {
  it('that would not fit a frame says that it is missing, and closes no line', () => {
    expect(sendable(long(2_000_000))).toEqual({ ok: false, reason: 'unanswered' });
    expect(sendable(long(10))).toEqual(long(10));
  });

  it('is remembered as done, without what makes it large', () => {
    expect(remembered(long(20_000))).toEqual({ ok: true, value: null });
    expect(remembered(long(10))).toEqual(long(10));
  });
});
