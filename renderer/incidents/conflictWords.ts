import type { Dictionary } from '../text/vi.ts';
import type { DeskConflict } from './desk.ts';

/** Why an acknowledgement given here does not stand, as a sentence; `moment` writes a time. */
export function conflictWords(
  { local, incident }: DeskConflict,
  words: Dictionary['desk']['conflict'],
  moment: (at: number) => string,
): string {
  const mineAt = moment(local.at);
  if (local.outcome === 'incident-over') return words['incident-over'](mineAt);
  if (local.outcome === 'incident-unknown') return words['incident-unknown'](mineAt);
  if (local.outcome === 'incident-worsened') return words['incident-worsened'](mineAt);
  if (local.outcome === 'not-allowed') return words['not-allowed'](mineAt);
  const first = local.standing ?? incident?.acknowledgement;
  return words['already-acknowledged'](
    first?.by ?? words.unknownFirst,
    first ? moment(first.at) : words.unknownMoment,
    mineAt,
  );
}
