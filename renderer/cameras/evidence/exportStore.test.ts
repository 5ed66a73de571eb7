import { beforeEach, expect, it, vi } from 'vitest';
import type { ClipExport } from '../../../domain/cameras/evidenceCalls.ts';
import { exportClip, useExports } from './exportStore.ts';

/** What the core answers; null while it is away. */
let core: readonly ClipExport[] | null = [];
const clip: ClipExport = {
  exportId: 'one',
  cameraId: 'bridge',
  from: 0,
  to: 1,
  state: 'waiting',
  done: 0,
};

function answer(name: string): unknown {
  if (core === null) return { ok: false, reason: 'core-away' };
  return { ok: true, value: name === 'cameras.cutClip' ? { exportId: clip.exportId } : core };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { ioc: { call: (name: string) => Promise.resolve(answer(name)) } });
  useExports.setState({ clips: [], handed: {} });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

it('a core that is away for a while takes no clip off the list; one that forgot its queue is told of, and the clip can be asked for again', async () => {
  core = [clip];
  expect(await exportClip(clip)).toBe(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(useExports.getState().clips).toEqual([clip]);

  core = null;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(useExports.getState().clips).toEqual([clip]);

  core = [];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(useExports.getState().clips).toMatchObject([
    { exportId: 'one', state: 'refused', reason: 'clip-lost' },
  ]);

  core = [{ ...clip, exportId: 'two' }];
  expect(await exportClip(clip)).toBe(null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(useExports.getState().clips).toMatchObject([
    { reason: 'clip-lost' },
    { exportId: 'two', state: 'waiting' },
  ]);
});
