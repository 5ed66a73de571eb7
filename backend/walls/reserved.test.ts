import { describe, expect, it } from 'vitest';
import { sceneRefusal } from './reserved.ts';

const known: Readonly<Record<string, unknown>> = {
  'scene/briefing': { takenBy: ['shift-leader'], locked: true },
  'scene/overview': { locked: false },
  'draft/d1': { scene: { takenBy: ['shift-leader'] } },
  'tour/round': { stops: [{ sceneId: 'overview' }, { sceneId: 'briefing' }] },
};
const parts = { part: (key: string) => known[key] };
const [operator, leader] = [{ role: 'operator' } as const, { role: 'shift-leader' } as const];
const asked = (call: string, input: Readonly<Record<string, unknown>>) => ({ call, input });

describe('a command that the wall’s own core would refuse for its scene', () => {
  it.each([
    asked('wall.take', { source: { from: 'scene', sceneId: 'briefing' } }),
    asked('schedule.arm', { source: { from: 'draft', draftId: 'd1' } }),
    asked('schedule.keepTour', { stops: [{ sceneId: 'overview' }, { sceneId: 'briefing' }] }),
    asked('schedule.keepEntry', { showing: { kind: 'tour', tourId: 'round' } }),
    asked('schedule.setIdle', { sceneId: 'briefing' }),
  ])('does not reach it where it would put on what is reserved for others: $call', (command) => {
    expect(sceneRefusal(parts, command, operator)).toBe('scene-reserved');
    expect(sceneRefusal(parts, command, leader)).toBeUndefined();
  });

  it.each(['wall.keepScene', 'wall.labelScene', 'wall.deleteScene', 'wall.revertScene'])(
    'does not reach it where it would change a locked one: %s',
    (call) => {
      expect(sceneRefusal(parts, asked(call, { sceneId: 'briefing' }), operator)).toBe('scene-locked');
      expect(sceneRefusal(parts, asked(call, { sceneId: 'briefing' }), leader)).toBeUndefined();
      expect(sceneRefusal(parts, asked(call, { sceneId: 'overview' }), operator)).toBeUndefined();
    },
  );

  it('reaches it where nothing is known of its scene: the core decides', () => {
    const unheard = asked('wall.take', { source: { from: 'scene', sceneId: 'new' } });
    expect(sceneRefusal(parts, unheard, operator)).toBeUndefined();
    expect(sceneRefusal(parts, asked('constructor', {}), operator)).toBeUndefined();
  });
});
