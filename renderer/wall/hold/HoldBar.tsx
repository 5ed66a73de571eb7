import { Brush, Eraser, Pause, RotateCcw, Shield, SunMoon, VolumeX } from 'lucide-react';
import { inkColours, inkWidths } from '../../../domain/wall/ink.ts';
import { heardAt, isAllCovered, isHeld, soundTiles } from '../../../domain/wall/holdRules.ts';
import type { Tile, Wall } from '../../../domain/wall/model.ts';
import { tileTitles } from '../../panels/tileTitle.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { choosePen, usePen } from './penStore.ts';
import { placeWords } from './placeWords.ts';
import { SuspendedTiles } from './SuspendedTiles.tsx';
import type { Holding } from './useHold.ts';
import './holdBar.css';

type Parts = { readonly wall: Wall; readonly holding: Holding };

/** Which tile is heard, or which may be. */
function Sound({ wall, holding }: Parts) {
  const words = useText();
  const text = words.hold;
  const language = useLanguage();
  const world = useWorld((all) => all);
  const tiles = soundTiles(wall.program?.scene, world.cameras.byId);
  const { audible } = wall.hold;
  const name = (tile: Tile): string => {
    const [title = tile.id] = tileTitles(tile.panel, world, { words, language });
    return text.soundOf(title, placeWords(wall.canvas, tile, words));
  };
  const hushed = audible !== null && heardAt(wall) === null;
  return (
    <div className="hold-sound">
      <label>
        <span className="hold-word">{text.sound}</span>
        <select
          value={audible?.tileId ?? ''}
          disabled={holding.blocked !== null || tiles.length === 0}
          onChange={({ target }) => holding.hear(target.value === '' ? null : target.value)}
        >
          <option value="">{tiles.length === 0 ? text.noSound : text.silent}</option>
          {tiles.map((tile) => (
            <option key={tile.id} value={tile.id}>
              {name(tile)}
            </option>
          ))}
        </select>
      </label>
      {audible !== null && (
        <Button
          icon={VolumeX}
          keys="M"
          disabled={holding.blocked !== null}
          onClick={() => holding.hear(null)}
        >
          {words.console.keys.muteShort}
        </Button>
      )}
      {hushed && <span className="quiet">{text.hushed}</span>}
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div className="hold-choice" role="group" aria-label={props.label}>
      {props.values.map((value) => (
        <button
          key={value}
          type="button"
          data-ink={value}
          aria-pressed={value === props.chosen}
          onClick={() => props.onChoose(value)}
        >
          {props.words[value]}
        </button>
      ))}
    </div>
  );
}

function Pen({ wall, holding }: Parts) {
  const text = useText().hold;
  const { on, colour, width } = usePen();
  return (
    <div className="hold-pen">
      <Button
        icon={Brush}
        keys="V"
        aria-pressed={on}
        disabled={holding.blocked !== null}
        onClick={holding.pen}
      >
        {text.pen}
      </Button>
      {on && (
        <>
          <Choice
            label={text.colour}
            values={inkColours}
            chosen={colour}
            words={text.colours}
            onChoose={(next) => choosePen({ colour: next })}
          />
          <Choice
            label={text.width}
            values={inkWidths}
            chosen={width}
            words={text.widths}
            onChoose={(next) => choosePen({ width: next })}
          />
        </>
      )}
      <Button
        icon={Eraser}
        keys="C"
        disabled={holding.blocked !== null || wall.hold.ink.length === 0}
        onClick={holding.wipe}
      >
        {text.wipe}
      </Button>
    </div>
  );
}

/** The keys of the moment: what the chairman asks for is one key away, and what holds the wall is said here. */
export function HoldBar({ wall, holding }: Parts) {
  const text = useText().hold;
  const { hold } = wall;
  const frozen = hold.freeze !== null;
  const allCovered = isAllCovered(wall);
  const blocked = holding.blocked !== null;
  return (
    <section className="hold-bar" aria-label={text.label}>
      <Button icon={Pause} keys="F" aria-pressed={frozen} disabled={blocked} onClick={holding.freeze}>
        {text.freeze}
      </Button>
      <Button icon={Shield} keys="B" aria-pressed={allCovered} disabled={blocked} onClick={holding.coverAll}>
        {text.cover}
      </Button>
      <Button
        icon={RotateCcw}
        keys="R"
        look={isHeld(hold) ? 'primary' : 'plain'}
        disabled={blocked || !isHeld(hold)}
        onClick={holding.back}
      >
        {text.back}
      </Button>
      <Sound wall={wall} holding={holding} />
      <Button
        icon={SunMoon}
        aria-pressed={hold.theme === 'day'}
        disabled={blocked}
        onClick={holding.turnTheme}
      >
        {text.day}
      </Button>
      <Pen wall={wall} holding={holding} />
      <SuspendedTiles wall={wall} holding={holding} />
      <p className="hold-word" role="status">
        {holding.sentence}
      </p>
    </section>
  );
}
