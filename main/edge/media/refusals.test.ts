import { expect, it } from 'vitest';
import { createRefusals } from './refusals.ts';

function aMemory() {
  let now = 1_000_000;
  const memory = createRefusals(
    () => now,
    () => 0,
  );
  return { ...memory, pass: (ms: number) => void (now += ms), no: () => memory.refused('a', now) };
}

it('a source that refused a password is left alone for a minute, then twice as long each time', () => {
  const { claim, no, pass } = aMemory();
  expect(claim('a')).toBe(0);
  expect(no()).toBe(60_000);
  pass(59_000);
  expect(claim('a')).toBe(1_000);
  expect(claim('b')).toBe(0);

  pass(1_000);
  expect(claim('a')).toBe(0);
  expect(no()).toBe(120_000);
});

it('many tiles that were refused at the same moment were refused once, and afterwards one of them asks for all', () => {
  const { claim, no, pass } = aMemory();
  no();
  no();
  pass(60_000);

  expect([claim('a'), claim('a')]).toEqual([0, 20_000]);
  expect(no()).toBe(120_000);
});

it('a source that answered otherwise since is asked as any other', () => {
  const { claim, no, forget } = aMemory();
  no();
  forget('a');

  expect(claim('a')).toBe(0);
  expect(no()).toBe(60_000);
});
