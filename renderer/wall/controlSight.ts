import type { LinkState, WindowIdentity } from '../../domain/contract/port.ts';
import type { Control, ControlHolder } from '../../domain/wall/control.ts';

type Here = {
  readonly link: Pick<LinkState, 'state' | 'device' | 'wallLive'>;
  readonly window: Pick<WindowIdentity, 'windowId'> | null;
};

/** How this console stands with the wall. `alone`: the wall's own console, and nobody else ever asked for control. */
export type ControlSight = 'alone' | 'backend-away' | 'wall-away' | 'nobody' | 'mine' | 'other';

/** The backend puts a token's word before the name of a window elsewhere. */
function isHere({ device, console }: ControlHolder, { link, window }: Here): boolean {
  const id = window?.windowId;
  return id !== undefined && device === link.device && (console === id || console.endsWith(`.${id}`));
}

export function controlSight(control: Control | undefined, here: Here): ControlSight {
  const { state, wallLive } = here.link;
  if (wallLive !== null && state !== 'live') return 'backend-away';
  if (wallLive === false) return 'wall-away';
  const holder = control?.holder ?? null;
  if (holder === null) return wallLive === null ? 'alone' : 'nobody';
  return isHere(holder, here) ? 'mine' : 'other';
}

/** Why this console may not command the wall now; null when it may. */
export function whyNoControl(sight: ControlSight): 'backend-away' | 'wall-away' | 'control' | null {
  if (sight === 'backend-away' || sight === 'wall-away') return sight;
  return sight === 'nobody' || sight === 'other' ? 'control' : null;
}

/** What a person can do about control: hand it to whoever asks, give it back, take it, ask for it. */
export type ControlKey = 'give' | 'leave' | 'take' | 'ask';

/** What can be done about control from here now, the likeliest first. */
export function controlKeys(sight: ControlSight, control: Control | undefined): readonly ControlKey[] {
  switch (sight) {
    case 'mine':
      return control?.asks ? ['give', 'leave'] : ['leave'];
    case 'other':
      return ['take', 'ask'];
    case 'nobody':
      return ['take'];
    case 'alone':
    case 'backend-away':
    case 'wall-away':
      return [];
  }
}

/** True when this console's own request for control waits. */
export function asksHere({ asks }: Control, here: Here): boolean {
  return asks !== null && isHere(asks, here);
}

/** Enough of a machine's lasting name to tell it from the others of a room. */
export function shortDevice(device: string): string {
  return device.length > 12 ? device.slice(0, 6) : device;
}
