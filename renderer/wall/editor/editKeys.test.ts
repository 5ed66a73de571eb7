import { describe, expect, it } from 'vitest';
import { editCommandOf, type EditPress } from './editKeys.ts';

const press = (key: string, over: Partial<EditPress> = {}) =>
  editCommandOf({ key, ctrl: false, shift: false, alt: false, repeat: false, ...over });

describe('the keys of a draft', () => {
  it('undo and redo by the keys that people know, held down too', () => {
    expect(press('z', { ctrl: true, repeat: true })).toEqual({ do: 'undo' });
    expect(press('Z', { ctrl: true, shift: true })).toEqual({ do: 'redo' });
    expect(press('y', { ctrl: true })).toEqual({ do: 'redo' });
  });

  it('move by arrows, resize with Ctrl, to the next line with Shift', () => {
    expect(press('ArrowLeft')).toEqual({ do: 'move', x: -1, y: 0, by: 'mm' });
    expect(press('ArrowDown', { ctrl: true, shift: true })).toEqual({
      do: 'resize',
      x: 0,
      y: 1,
      by: 'line',
    });
  });

  it.each(['Delete', '3', '/'])('do nothing more while %s is held down', (key) => {
    expect(press(key)).not.toBeNull();
    expect(press(key, { repeat: true })).toBeNull();
  });

  it.each(['Enter', 'Backspace', 'Escape', 'e', 'constructor', 'F5'])('leave %s to the console', (key) => {
    expect(press(key)).toBeNull();
  });
});
