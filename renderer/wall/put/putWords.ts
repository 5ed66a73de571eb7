import type { Outcome } from '../../../domain/kernel/outcome.ts';
import type { Put, PutRefusal } from '../../../domain/wall/putting.ts';
import type { Dictionary } from '../../text/vi.ts';

/** Why cameras are not put at a place, as a sentence. */
export function putRefusal(reason: PutRefusal, words: Dictionary): string {
  switch (reason) {
    case 'no-camera-tile':
    case 'grid-by-events':
    case 'hotspot-by-alarms':
    case 'display-full':
      return words.put.refusals[reason];
    case 'area-taken':
      return words.editor.refusals['area-taken'];
    default:
      return words.refusals[reason];
  }
}

/** The place under the hand, and what the rules say of it. */
export function putWord(name: string, outcome: Outcome<Put, PutRefusal>, words: Dictionary): string {
  if (!outcome.ok) return `${name}: ${putRefusal(outcome.reason, words)}`;
  return outcome.value.do === 'choose' ? `${name}: ${words.put.follows}` : name;
}
