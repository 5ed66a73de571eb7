import { describe, expect, it } from 'vitest';
import { commandOf, type Press } from './keys.ts';

function press(key: string, over: Partial<Press> = {}): Press {
  return { key, ctrl: false, shift: false, alt: false, repeat: false, where: 'page', ...over };
}

describe('the keys of the console', () => {
  it.each(['1', 'Enter', 'Backspace', 'x', 'z', '/', '?', 'ArrowDown'])(
    'leave %s to who is typing',
    (key) => {
      expect(commandOf(press(key, { where: 'field' }))).toBeNull();
      expect(commandOf(press(key, { where: 'field', ctrl: true }))).toBeNull();
    },
  );

  it.each(['Enter', 'Backspace', 'x'])('do nothing more while %s is held down', (key) => {
    expect(commandOf(press(key, { repeat: true }))).toBeNull();
  });

  it('leave Enter to the button that has the focus', () => {
    expect(commandOf(press('Enter', { where: 'control' }))).toBeNull();
  });

  it.each([
    ['7', { do: 'select', number: 7 }],
    ['Enter', { do: 'take' }],
    ['Backspace', { do: 'roll-back' }],
    ['X', { do: 'acknowledge' }],
    ['p', { do: 'sign-in' }],
    ['/', { do: 'search' }],
    ['?', { do: 'help' }],
    ['ArrowUp', { do: 'move', step: -1 }],
  ])('know %s', (key, command) => {
    expect(commandOf(press(key))).toEqual(command);
  });

  it.each(['0', 'z', 'F5', 'constructor', 'Tab'])('do not know %s', (key) => {
    expect(commandOf(press(key))).toBeNull();
  });

  it('leave Ctrl keys alone: Ctrl+Z outside a draft never rolls the wall back', () => {
    expect(commandOf(press('z', { ctrl: true }))).toBeNull();
    expect(commandOf(press('z', { ctrl: true, where: 'control' }))).toBeNull();
    expect(commandOf(press('x', { ctrl: true }))).toBeNull();
    expect(commandOf(press('1', { ctrl: true }))).toBeNull();
  });

  it('open the palette by Ctrl+K, from a field too', () => {
    expect(commandOf(press('k', { ctrl: true, where: 'field' }))).toEqual({ do: 'palette' });
    expect(commandOf(press('K', { ctrl: true }))).toEqual({ do: 'palette' });
    expect(commandOf(press('k'))).toBeNull();
  });

  it('belong to the draft while one is edited, but for those that the wall has: Backspace rolls it back always', () => {
    expect(commandOf(press('Delete'), true)).toEqual({ do: 'edit', edit: { do: 'remove' } });
    expect(commandOf(press('Backspace'), true)).toEqual({ do: 'roll-back' });
    expect(commandOf(press('z', { ctrl: true }), true)).toEqual({ do: 'edit', edit: { do: 'undo' } });
    expect(commandOf(press('Enter'), true)).toEqual({ do: 'take' });
    expect(commandOf(press('e'), true)).toEqual({ do: 'editor' });
  });

  it('leave the fields of the editor to who is typing, but for the way out', () => {
    expect(commandOf(press('ArrowLeft', { where: 'field' }), true)).toBeNull();
    expect(commandOf(press('F6', { where: 'field' }), true)).toEqual({ do: 'edit', edit: { do: 'region' } });
  });

  it('let Escape out of a field', () => {
    expect(commandOf(press('Escape', { where: 'field' }))).toEqual({ do: 'drop' });
  });
});
