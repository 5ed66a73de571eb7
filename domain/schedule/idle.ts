import type { Idle } from './model.ts';

/**
 * What the default scene does now. It waits for a time without commands and without plans; a clock set back before the last
 * command counts that time anew.
 */
export function idleDue(idle: Idle, now: number): 'wait' | 'take' | 'count-anew' {
  if (!idle.on || idle.sceneId === null) return 'wait';
  if (now < idle.since) return 'count-anew';
  return now - idle.since >= idle.afterMs ? 'take' : 'wait';
}
