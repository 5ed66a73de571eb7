import { useRef } from 'react';
import { replayMoment } from '../../../domain/cameras/rules.ts';
import { displayOf } from '../../../domain/wall/holdRules.ts';
import type { Tile, Wall } from '../../../domain/wall/model.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { gridTitles } from '../gridTitles.ts';
import { GoTo } from './GoTo.tsx';
import { Marks } from './Marks.tsx';
import { Preview } from './Preview.tsx';
import type { Seen } from './seen.ts';
import { ReplayKeys } from './ReplayKeys.tsx';
import { choosePlace, replayTiles, useReplayDesk, type ReplayPlace } from './replayStore.ts';
import { behindWords } from './replayWords.ts';
import { formatSecond } from '../../text/format.ts';
import { TakeOut } from './TakeOut.tsx';
import { Timeline } from './Timeline.tsx';
import { useLookBack, type LookBack } from './useLookBack.ts';
import { useRecorded, type Kept, type Recorded } from './useRecorded.ts';
import './replay.css';
import './replayDesk.css';

const nothing = (): void => undefined;

/** What a tile of the wall is called, and where it hangs. */
function useTileName(wall: Wall): (tile: Tile) => { readonly name: string; readonly where: string } {
  const words = useText();
  const language = useLanguage();
  const { cameras, province } = useWorld((world) => world);
  return (tile) => {
    const { panel } = tile;
    const display = displayOf(wall.canvas.displays, tile);
    const where = display === undefined ? '' : words.wallBoard.display(display.order);
    if (panel.kind === 'camera') return { name: cameras.byId[panel.cameraId]?.name[language] ?? '', where };
    if (panel.kind !== 'camera-grid') return { name: words.cameras.hotspotTitle, where };
    return { name: gridTitles(panel, province, { words, language })[0] ?? '', where };
  };
}

const valueOf = (tileId: string, cameraId: string | null): string => JSON.stringify([tileId, cameraId]);

/** Which camera of which tile is led: in a tile that goes round, also whichever is shown. */
function PlaceChoice({ wall, place }: { readonly wall: Wall; readonly place: ReplayPlace }) {
  const text = useText().playback;
  const language = useLanguage();
  const cameras = useWorld((world) => world.cameras.byId);
  const nameOf = useTileName(wall);
  const chosen = useReplayDesk((state) => state.chosen);
  const tiles = replayTiles(wall, cameras);
  const choices = tiles.flatMap(({ tile, cameraIds }) => [
    { tileId: tile.id, cameraId: null },
    ...cameraIds.map((cameraId) => ({ tileId: tile.id, cameraId })),
  ]);
  const camera = (id: string): string => cameras[id]?.name[language] ?? id;
  const value = chosen?.tileId === place.tileId ? chosen : place;
  return (
    <label className="replay-choice">
      <span>{text.tile}</span>
      <select
        value={valueOf(value.tileId, value.cameraId)}
        onChange={({ target }) => {
          const next = choices.find(({ tileId, cameraId }) => valueOf(tileId, cameraId) === target.value);
          if (next) choosePlace(next);
        }}
      >
        {tiles.map(({ tile, cameraIds }) => {
          const { name, where } = nameOf(tile);
          const options = cameraIds.map((id) => (
            <option key={id} value={valueOf(tile.id, id)}>
              {text.tileOf(camera(id), where)}
            </option>
          ));
          if (tile.panel.kind === 'camera') return options;
          const shown = place.tileId === tile.id ? camera(place.cameraId) : null;
          return (
            <optgroup key={tile.id} label={text.tileOf(name, where)}>
              <option value={valueOf(tile.id, null)}>{text.whatIsShown(shown)}</option>
              {options}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}

const HOUR_MS = 3_600_000;

/** What the line shows: the last minutes of this machine, or the hour of a VMS's recording around the moment. */
function lineAt(
  kept: Kept,
  moment: number,
  now: number,
): { readonly line: Recorded; readonly end: number; readonly ofVms: boolean } {
  const oldest = Math.max(kept.spans[0]?.from ?? now, now - kept.keepsMs);
  if (kept.vmsFrom === null || moment >= oldest) return { line: kept, end: now, ofVms: false };
  const end = Math.min(now, Math.floor(moment / HOUR_MS) * HOUR_MS + HOUR_MS);
  const from = Math.max(kept.vmsFrom, end - HOUR_MS);
  return { line: { spans: [{ from, to: end }], keepsMs: HOUR_MS }, end, ofVms: true };
}

/** The line of what is recorded, and what the tile shows of it. */
function Line({ lookBack, place }: { readonly lookBack: LookBack; readonly place: ReplayPlace }) {
  const text = useText().playback;
  const language = useLanguage();
  const now = useNow();
  const recorded = useRecorded(place.cameraId);
  const { markIn, markOut } = useReplayDesk();
  const { replay, blocked, act } = lookBack;
  const moment = replay === undefined ? now : replayMoment(replay, now);
  if (recorded === null) return null;
  const { spans, keepsMs, vmsFrom } = recorded;
  const { line, end, ofVms } = lineAt(recorded, moment, now);
  const gaps = vmsFrom === null ? text.gaps : text.gapsOfVms;
  const minutes = formatNumber(keepsMs / 60_000, 0, language);
  return (
    <>
      <Timeline
        recorded={line}
        now={end}
        moment={moment}
        markIn={markIn}
        markOut={markOut}
        disabled={blocked !== null || line.spans.length === 0}
        onSeek={(at) => act({ do: 'to', at })}
      />
      <p className="quiet">
        {ofVms
          ? text.ofVms
          : spans.length === 0
            ? text.nothing
            : `${text.kept(minutes)} ${gaps(spans.length - 1)}`}
      </p>
      {vmsFrom !== null && (
        <GoTo from={vmsFrom} now={now} disabled={blocked !== null} onGo={(at) => act({ do: 'to', at })} />
      )}
    </>
  );
}

function Chosen(props: { readonly wall: Wall; readonly lookBack: LookBack; readonly place: ReplayPlace }) {
  const { wall, lookBack, place } = props;
  const text = useText().playback;
  const language = useLanguage();
  const now = useNow();
  const seen = useRef<(() => Seen | null) | null>(null);
  const name = useWorld((world) => world.cameras.byId[place.cameraId]?.name[language]) ?? place.cameraId;
  const { replay } = lookBack;
  const moment = replay === undefined ? now : replayMoment(replay, now);
  return (
    <>
      <PlaceChoice wall={wall} place={place} />
      <Preview cameraId={place.cameraId} name={name} replay={replay} seen={seen} />
      <p className={replay === undefined ? 'replay-now' : 'replay-now past'} role="status">
        {replay === undefined
          ? text.live
          : text.replaying(formatSecond(moment, now), behindWords(now - moment, text))}
      </p>
      <ReplayKeys lookBack={lookBack} />
      <Line lookBack={lookBack} place={place} />
      <Marks moment={moment} now={now} />
      <TakeOut cameraId={place.cameraId} seen={seen} />
      <p className="quiet">{text.timelineHelp}</p>
    </>
  );
}

/** Looking back: one camera tile of the wall at a time is led through what this machine recorded of it. */
export function ReplayDesk({ wall, blocked }: { readonly wall: Wall; readonly blocked: string | null }) {
  const text = useText().playback;
  const lookBack = useLookBack(wall, blocked, nothing);
  const { place, sentence } = lookBack;
  return (
    <section className="replay-desk" aria-label={text.title}>
      <h2>{text.title}</h2>
      {blocked !== null && <p className="quiet">{blocked}</p>}
      {place === undefined ? (
        <p className="empty">{text.noTiles}</p>
      ) : (
        <Chosen wall={wall} lookBack={lookBack} place={place} />
      )}
      {sentence !== null && <p role="alert">{sentence}</p>}
    </section>
  );
}
