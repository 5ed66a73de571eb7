import { pictureOf } from '../../../domain/wall/pictureOf.ts';
import type { Suspension } from '../../../domain/wall/holding.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { tileTitles } from '../../panels/tileTitle.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { placeWords } from './placeWords.ts';
import type { Holding } from './useHold.ts';
import { formatSecond } from '../../text/format.ts';
import { useNow } from '../../replica/clock.ts';

type Parts = { readonly wall: Wall; readonly holding: Holding };

function Line({ wall, holding, suspension }: Parts & { readonly suspension: Suspension }) {
  const words = useText();
  const text = words.hold;
  const language = useLanguage();
  const now = useNow();
  const { picture, guilty, at } = suspension;
  const tile = Object.values(wall.program?.scene.tiles ?? {}).find((one) => pictureOf(one) === picture);
  const title = useWorld((world) => tile && tileTitles(tile.panel, world, { words, language })[0]);
  if (tile === undefined) return null;
  const name = text.soundOf(title ?? tile.id, placeWords(wall.canvas, tile, words));
  return (
    <li>
      <span>
        <strong>{name}</strong> {guilty ? text.guiltyAt(formatSecond(at, now)) : text.suspectNow}
      </span>
      <Button
        aria-label={text.tryAgainOf(name)}
        disabled={holding.blocked !== null}
        onClick={() => holding.tryAgain(picture)}
      >
        {text.tryAgain}
      </Button>
    </li>
  );
}

/** The tiles that are not drawn for now, and the key that draws one again; nothing while all are drawn. */
export function SuspendedTiles({ wall, holding }: Parts) {
  const text = useText().hold;
  const { suspended } = wall.hold;
  if (suspended.length === 0) return null;
  return (
    <ul className="suspended-tiles" aria-label={text.suspended}>
      {suspended.map((suspension) => (
        <Line
          key={`${suspension.picture} ${suspension.displayIds.join(' ')}`}
          wall={wall}
          holding={holding}
          suspension={suspension}
        />
      ))}
    </ul>
  );
}
