import { describe, expect, it } from 'vitest';
import { createKeyed } from './keyed.ts';

describe('a whole account of the cameras', () => {
  it('forgets the camera that it does not name, and tells whoever shows it', () => {
    const healths = createKeyed<string>();
    const woken: string[] = [];
    for (const id of ['cam-1', 'cam-2', 'cam-3']) healths.listenTo(id)(() => woken.push(id));
    healths.set([
      ['cam-1', 'live'],
      ['cam-2', 'live'],
    ]);
    woken.length = 0;

    healths.replace([['cam-2', 'offline']]);

    expect(healths.get('cam-1')).toBe(undefined);
    expect(healths.get('cam-2')).toBe('offline');
    expect(woken.sort()).toEqual(['cam-1', 'cam-2']);
  });
});
