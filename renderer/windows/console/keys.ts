import { editCommandOf, type EditCommand } from '../../wall/editor/editKeys.ts';

/** A key as it was pressed, and where: in a field, on a control that has keys of its own, or on the page. */
export type Press = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
  readonly where: 'field' | 'control' | 'page';
};

/** The keys of the moment. */
export type HoldKey = 'freeze' | 'cover' | 'back' | 'mute' | 'pen' | 'wipe';

/** The keys of a camera's past. */
export type ReplayKey = 'look-back' | 'to-live';

/** The keys of what goes up by itself: the tour's, the armed take's. */
export type PlanKey = 'turn-tour' | 'arm';

export type Command =
  | { readonly do: 'select'; readonly number: number }
  | {
      readonly do:
        | 'take'
        | 'roll-back'
        | 'drop'
        | 'acknowledge'
        | 'search'
        | 'sign-in'
        | 'help'
        | 'palette'
        | 'identify'
        | 'near'
        | 'editor';
    }
  | { readonly do: HoldKey | PlanKey | ReplayKey }
  | { readonly do: 'move'; readonly step: 1 | -1 }
  /** Something is done to the draft under the operator's hands. */
  | { readonly do: 'edit'; readonly edit: EditCommand };

const once: ReadonlyMap<string, Command> = new Map([
  ['backspace', { do: 'roll-back' }],
  ['x', { do: 'acknowledge' }],
  ['/', { do: 'search' }],
  ['p', { do: 'sign-in' }],
  ['f', { do: 'freeze' }],
  ['b', { do: 'cover' }],
  ['r', { do: 'back' }],
  ['m', { do: 'mute' }],
  ['v', { do: 'pen' }],
  ['c', { do: 'wipe' }],
  ['e', { do: 'editor' }],
  ['?', { do: 'help' }],
  ['i', { do: 'identify' }],
  ['t', { do: 'turn-tour' }],
  ['g', { do: 'arm' }],
  ['l', { do: 'look-back' }],
  ['n', { do: 'to-live' }],
  ['q', { do: 'near' }],
]);

const moves: ReadonlyMap<string, Command> = new Map([
  ['ArrowDown', { do: 'move', step: 1 }],
  ['ArrowUp', { do: 'move', step: -1 }],
]);

/** What a key does to the draft: nothing while someone types, but for the key that leads out of a field. */
function editOf(press: Press): Command | null {
  const edit = editCommandOf(press);
  if (edit === null) return null;
  if (press.where === 'field' && edit.do !== 'region') return null;
  // A button is pressed by the space bar.
  return press.where === 'control' && edit.do === 'together' ? null : { do: 'edit', edit };
}

/**
 * What a key means on the console; null leaves it to the browser. Nothing is taken or acknowledged by a key that is held
 * down, and nothing but Escape and Ctrl+K means anything while someone types. `editing`: a draft is under the operator's hands, and its
 * keys come first.
 */
export function commandOf(press: Press, editing = false): Command | null {
  const { key, ctrl, alt, repeat, where } = press;
  if (key === 'Escape') return { do: 'drop' };
  if (ctrl && !alt && key.toLowerCase() === 'k') return repeat ? null : { do: 'palette' };
  const edit = editing ? editOf(press) : null;
  if (edit) return edit;
  if (where === 'field' || alt) return null;
  const move = ctrl ? undefined : moves.get(key);
  if (move) return move;
  if (repeat || ctrl) return null;
  if (/^[1-9]$/.test(key)) return { do: 'select', number: Number(key) };
  if (key === 'Enter') return where === 'page' ? { do: 'take' } : null;
  return once.get(key.toLowerCase()) ?? null;
}
