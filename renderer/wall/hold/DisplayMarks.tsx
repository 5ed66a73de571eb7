import { Pause, Shield, Volume2 } from 'lucide-react';
import { coverOf, heardAt } from '../../../domain/wall/holdRules.ts';
import type { Display, Wall } from '../../../domain/wall/model.ts';
import { useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { InkLayer } from './InkLayer.tsx';
import type { Holding } from './useHold.ts';
import { formatMoment } from '../../text/format.ts';
import { useNow } from '../../replica/clock.ts';
import './holdBar.css';

type Parts = { readonly wall: Wall; readonly display: Display; readonly holding: Holding };

function Since({ at }: { readonly at: number }) {
  return formatMoment(at, useNow());
}

/** What holds one display, on its picture at the console. */
export function DisplayMarks({ wall, display }: Omit<Parts, 'holding'>) {
  const text = useText().hold;
  const { freeze, ink } = wall.hold;
  const cover = coverOf(wall.hold, display.id);
  const heard = heardAt(wall)?.displayId === display.id;
  return (
    <>
      <InkLayer wallId={wall.id} ink={ink} seatMm={wall.canvas.seatDistanceMm} area={display.area} />
      {(cover ?? freeze ?? heard) !== false && (
        <p className="hold-chip">
          {cover !== null && (
            <>
              <Icon of={Shield} /> {text.covered}
            </>
          )}
          {cover === null && freeze !== null && (
            <>
              <Icon of={Pause} /> {text.frozen} <Since at={freeze.at} />
            </>
          )}
          {heard && (
            <>
              <Icon of={Volume2} /> {text.sound}
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The key that covers one display alone. */
export function CoverKey({ wall, display, holding }: Parts) {
  const words = useText();
  const text = words.hold;
  const cover = coverOf(wall.hold, display.id);
  return (
    <button
      type="button"
      className="hold-one"
      aria-label={text.coverDisplay(words.wallBoard.display(display.order))}
      aria-pressed={cover !== null}
      disabled={holding.blocked !== null}
      onClick={() => holding.cover(display.id, cover === null)}
    >
      {cover === null ? text.coverOne : text.openOne}
    </button>
  );
}
