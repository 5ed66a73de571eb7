import { ShieldAlert } from 'lucide-react';
import { useEffect } from 'react';
import type { Suspension } from '../../../domain/wall/holding.ts';
import type { Tile } from '../../../domain/wall/model.ts';
import type { TilePlace } from '../../panels/definition.ts';
import { tileTitles } from '../../panels/tileTitle.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { FittedWords } from '../../ui/FittedWords.tsx';
import { TileFace } from '../../ui/TileFace.tsx';
import { formatMoment } from '../../text/format.ts';
import { useNow } from '../../replica/clock.ts';
import './safeTile.css';

/** What stands in place of a tile that is not drawn for now, and why. */
export function SafeTile(props: {
  readonly tile: Tile;
  readonly place: TilePlace;
  readonly suspension: Suspension;
  readonly onReady: () => void;
}) {
  const { tile, place, suspension, onReady } = props;
  const words = useText();
  const language = useLanguage();
  const titles = useWorld((world) => tileTitles(tile.panel, world, { words, language }).join('\n')).split(
    '\n',
  );
  useEffect(onReady, [onReady]);
  const now = useNow();
  const { guilty, at } = suspension;
  const said = guilty ? words.hold.guilty(formatMoment(at, now)) : words.hold.suspect;
  const mark = { icon: ShieldAlert, word: words.hold.suspendedWord, tone: 'attention' as const };
  return (
    <section className="panel-frame" aria-label={titles[0]} data-kind="safe">
      <TileFace place={place} titles={titles} mark={mark} frame="gap">
        {({ widthPx, heightPx }) => (
          <p className="safe-tile">
            <FittedWords text={said} widthPx={widthPx} heightPx={heightPx} floorPx={place.floorPx} />
          </p>
        )}
      </TileFace>
    </section>
  );
}
