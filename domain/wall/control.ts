import { accept, refuse, type Outcome } from '../kernel/outcome.ts';

/** A console: its machine's lasting name and its window there (`t<n>`: a token of the HTTP API). */
export type ConsolePlace = { readonly device: string; readonly console: string };

/** A console and the person who stood there when it was given control, or asked for it. */
export type ControlHolder = ConsolePlace & { readonly person: string };

/** Who commands the wall. Granted by the wall's own core alone; nobody holds it until somebody takes it. */
export type Control = {
  /** Rises at each hand-over: a command that was given under an older one is refused. */
  readonly epoch: number;
  readonly holder: ControlHolder | null;
  /** Epoch ms of the wall's machine; 0 while nobody ever held it. */
  readonly since: number;
  /** Since when the holder's console is out of reach, or null. It keeps control until somebody takes it. */
  readonly lostAt: number | null;
  /** Who asks the holder for it. */
  readonly asks: ControlHolder | null;
};

/** What a command says about who gives it. `epoch`: the one that its console saw; absent on the wall's own machine. */
export type Commander = {
  readonly at: ConsolePlace;
  readonly local: boolean;
  readonly epoch?: number | undefined;
};
export type ControlRefusal = 'control-moved' | 'control-not-held';

export const noControl: Control = { epoch: 0, holder: null, since: 0, lostAt: null, asks: null };

export function isAt(holder: ConsolePlace | null, place: ConsolePlace): boolean {
  return holder !== null && holder.device === place.device && holder.console === place.console;
}

/** Only the holder commands. On the wall's own machine nobody need take control first while nobody has it. */
export function mayCommand(control: Control, { at, local, epoch }: Commander): Outcome<null, ControlRefusal> {
  if (epoch !== undefined && epoch !== control.epoch) return refuse('control-moved');
  if (isAt(control.holder, at) || (local && control.holder === null)) return accept(null);
  return refuse('control-not-held');
}

/** The wall's own machine can always take control; from afar it is taken from the holder that the console saw. */
export function mayTakeControl(
  control: Control,
  { local, epoch }: Commander,
): Outcome<null, 'control-moved'> {
  return local || epoch === undefined || epoch === control.epoch ? accept(null) : refuse('control-moved');
}

/** Control in other hands, or in nobody's. */
export function handedOver(control: Control, holder: ControlHolder | null, at: number): Control {
  return { epoch: control.epoch + 1, holder, since: at, lostAt: null, asks: null };
}
