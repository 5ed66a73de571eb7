/** A key as it was pressed while a draft is edited. */
export type EditPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
};

export type EditCommand =
  | {
      readonly do: 'move' | 'resize';
      readonly x: -1 | 0 | 1;
      readonly y: -1 | 0 | 1;
      readonly by: 'mm' | 'line';
    }
  | { readonly do: 'display'; readonly number: number }
  | {
      readonly do:
        | 'undo'
        | 'redo'
        | 'all'
        | 'copy'
        | 'cut'
        | 'paste'
        | 'duplicate'
        | 'remove'
        | 'swap'
        | 'keep'
        | 'add'
        | 'region'
        | 'together';
    };

const arrows: ReadonlyMap<string, readonly [x: -1 | 0 | 1, y: -1 | 0 | 1]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

const withCtrl: ReadonlyMap<string, EditCommand> = new Map([
  ['z', { do: 'undo' }],
  ['y', { do: 'redo' }],
  ['a', { do: 'all' }],
  ['c', { do: 'copy' }],
  ['x', { do: 'cut' }],
  ['v', { do: 'paste' }],
  ['d', { do: 'duplicate' }],
  ['s', { do: 'keep' }],
]);

const alone: ReadonlyMap<string, EditCommand> = new Map([
  ['delete', { do: 'remove' }],
  ['h', { do: 'swap' }],
  ['/', { do: 'add' }],
  ['f6', { do: 'region' }],
  [' ', { do: 'together' }],
]);

/** What a key means to a draft; null leaves it to the console and the browser. Only moving and undoing may be held down. */
export function editCommandOf({ key, ctrl, shift, alt, repeat }: EditPress): EditCommand | null {
  if (alt) return null;
  const arrow = arrows.get(key);
  if (arrow) {
    const [x, y] = arrow;
    return { do: ctrl ? 'resize' : 'move', x, y, by: shift ? 'line' : 'mm' };
  }
  const letter = key.toLowerCase();
  if (ctrl) {
    if (letter === 'z' && shift) return { do: 'redo' };
    const command = withCtrl.get(letter) ?? null;
    return repeat && command?.do !== 'undo' && command?.do !== 'redo' ? null : command;
  }
  if (repeat) return null;
  if (/^[1-9]$/.test(key)) return { do: 'display', number: Number(key) };
  return alone.get(letter) ?? null;
}
