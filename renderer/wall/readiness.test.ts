import { describe, expect, it } from 'vitest';
import { createReadiness } from './readiness.ts';

describe('a wall window that prepares a take', () => {
  it('is not ready before it knows what the take needs, however soon its quick tiles are', () => {
    const readiness = createReadiness();

    readiness.tileReady('clock');

    expect(readiness.allReady('take-1')).toBe(false);
  });

  it('waits for the slow tile', () => {
    const readiness = createReadiness();
    readiness.tileReady('clock');
    readiness.expect('take-1', ['clock', 'map'], ['clock', 'map']);
    expect(readiness.allReady('take-1')).toBe(false);

    readiness.tileReady('map');

    expect(readiness.allReady('take-1')).toBe(true);
  });

  it('waits for the slow tile again when its scene comes back after another', () => {
    const readiness = createReadiness();
    readiness.expect('take-1', ['map'], ['map']);
    readiness.tileReady('map');
    readiness.expect('take-2', ['list'], ['map', 'list']);
    readiness.tileReady('list');
    readiness.expect(null, [], ['list']);

    readiness.expect('take-3', ['map'], ['list', 'map']);

    expect(readiness.allReady('take-3')).toBe(false);
  });

  it('does not take the word of one take for another', () => {
    const readiness = createReadiness();
    readiness.expect('take-1', [], []);

    expect(readiness.allReady('take-1')).toBe(true);
    expect(readiness.allReady('take-2')).toBe(false);
  });
});
