import type { Dictionary } from '../vi.ts';

export const control: Dictionary['control'] = {
  label: 'Control of the wall',
  mine: (moment: string) => `This console has had control of the wall since ${moment}`,
  other: (person: string, device: string, moment: string) =>
    `${person} (machine ${device}) has had control of the wall since ${moment}`,
  unmanned: 'A console at which nobody is signed in',
  lost: (moment: string) => `That console has been out of reach since ${moment}`,
  nobody: 'No remote console has control of the wall.',
  asks: (person: string, device: string) => `${person} (machine ${device}) asks for control.`,
  asked: 'Control was asked for; waiting for the holder to hand it over.',
  backendAway: (moment: string) =>
    `The province’s server has been out of reach since ${moment}. A remote console cannot command; the room’s own console still drives the wall.`,
  wallAway:
    'The wall’s machine is not connected to the province’s server. What stands below was heard last; no commands.',
  take: 'Take control',
  ask: 'Ask for control',
  give: 'Hand over',
  leave: 'Give up control',
  palette: {
    take: 'Take control',
    ask: 'Ask for control',
    give: 'Hand control over',
    leave: 'Give up control',
  },
};
