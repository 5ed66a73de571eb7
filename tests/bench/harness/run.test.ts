import { describe, expect, it } from 'vitest';
import { failed, notMeasured, table, type Result } from './run.ts';

const result = (figure: string, outcome: Result['outcome']): Result => ({ figure, outcome, words: '1 ms' });

describe('what the bench says at its end', () => {
  it('fails when a judged figure missed its goal', () => {
    expect(failed([result('start', 'reached'), result('memory', 'missed')])).toBe(true);
  });

  it('fails when a figure could not be measured', () => {
    expect(failed(notMeasured(['memory'], 'the time is up'))).toBe(true);
  });

  it('does not fail because the machine was loud', () => {
    expect(failed([result('start', 'reached'), result('memory', 'not judged')])).toBe(false);
  });

  it('tells what missed last, where it is seen', () => {
    const lines = table([result('memory', 'missed'), result('start', 'reached')]).split('\n');

    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['start', 'memory']);
  });
});
