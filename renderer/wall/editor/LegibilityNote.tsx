import { Check, Info, OctagonAlert } from 'lucide-react';
import { FLOOR_ARC_MINUTES } from '../../../domain/wall/legibility.ts';
import type { Tile } from '../../../domain/wall/model.ts';
import { grown } from '../../../domain/wall/freePlace.ts';
import { formatNumber } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { fewerToLegible } from './fewer.ts';
import { say } from './editorStore.ts';
import { grownToLegible, isLegible, tileReading, type Reading } from './reading.ts';
import { applyEdit } from './send.ts';
import type { Stage } from './stage.ts';

/** Good practice for text on a wall: 20 to 22 minutes of arc. */
const GOOD_ARC_MINUTES = 20;

function Grade({ reading, stage }: { readonly reading: Reading; readonly stage: Stage }) {
  const { editor } = stage.room.words;
  if (!isLegible(reading)) {
    return (
      <p className="edit-arc poor">
        <Icon of={OctagonAlert} /> {editor.arcPoor(String(FLOOR_ARC_MINUTES))}
      </p>
    );
  }
  const good = reading.textArc >= GOOD_ARC_MINUTES;
  return (
    <p className="edit-arc">
      <Icon of={good ? Check : Info} /> {good ? editor.arcGood : editor.arcFair}
    </p>
  );
}

/** One press to leave so much out of a tile that the rest can be read; nothing where that is no help. */
function FewerButton({ tile, stage }: { readonly tile: Tile; readonly stage: Stage }) {
  const fewer = fewerToLegible(stage.wall.canvas, tile, stage.room);
  if (fewer === undefined) return null;
  const put = (): void =>
    void applyEdit(stage, { kind: 'change', patch: { [tile.id]: { ...tile, panel: fewer.panel } } });
  return <Button onClick={put}>{stage.room.words.editor.fewer(fewer.label, fewer.count)}</Button>;
}

/** What the farthest seat reads of a tile, and one press to make it larger. */
export function LegibilityNote({ tile, stage }: { readonly tile: Tile; readonly stage: Stage }) {
  const { room, wall, scene } = stage;
  const { words, language } = room;
  const { canvas } = wall;
  const reading = tileReading(canvas, tile, room);
  if (reading === null) return null;
  const minutes = (arc: number): string => formatNumber(arc, 1, language);

  function enlarge(area: Tile['area'] | undefined): void {
    if (area === undefined || (area.widthMm === tile.area.widthMm && area.heightMm === tile.area.heightMm))
      return say(words.editor.noLarger, true);
    void applyEdit(stage, { kind: 'place', patch: { [tile.id]: { ...tile, area } } });
  }

  return (
    <section className="edit-legibility" aria-label={words.editor.legibility}>
      <h3>
        {words.editor.legibility}{' '}
        <span className="quiet">
          {words.editor.seat(formatNumber(canvas.seatDistanceMm / 1_000, 1, language))}
        </span>
      </h3>
      <p>
        {words.editor.textArc(minutes(reading.textArc))}
        {reading.numberArc !== null && ` · ${words.editor.numberArc(minutes(reading.numberArc))}`}
      </p>
      <Grade reading={reading} stage={stage} />
      <div className="edit-buttons">
        {!isLegible(reading) && (
          <Button
            look="primary"
            onClick={() => enlarge(grownToLegible(canvas, tile, grown(canvas, scene, tile), room))}
          >
            {words.editor.enough}
          </Button>
        )}
        {!isLegible(reading) && <FewerButton tile={tile} stage={stage} />}
        <Button onClick={() => enlarge(grown(canvas, scene, tile))}>{words.editor.largest}</Button>
      </div>
    </section>
  );
}
