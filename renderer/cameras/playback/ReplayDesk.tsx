import { useRef } from 'react';
import { replayMoment } from '../../../domain/cameras/rules.ts';
import { displayOf } from '../../../domain/wall/holdRules.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Marks } from './Marks.tsx';
import { Preview, type Seen } from './Preview.tsx';
import { ReplayKeys } from './ReplayKeys.tsx';
import { choosePlace, replayPlaces, useReplayDesk, type ReplayPlace } from './replayStore.ts';
import { behindWords, momentWords } from './replayWords.ts';
import { TakeOut } from './TakeOut.tsx';
import { Timeline } from './Timeline.tsx';
import { useLookBack, type LookBack } from './useLookBack.ts';
import { useRecorded } from './useRecorded.ts';
import './replay.css';
import './replayDesk.css';

const nothing = (): void => undefined;

function PlaceChoice({ wall, place }: { readonly wall: Wall; readonly place: ReplayPlace }) {
  const words = useText();
  const language = useLanguage();
  const cameras = useWorld((world) => world.cameras.byId);
  const places = replayPlaces(wall);
  const nameOf = ({ tileId, cameraId }: ReplayPlace): string => {
    const tile = wall.program?.scene.tiles[tileId];
    const display = tile && displayOf(wall.canvas.displays, tile);
    const where = display === undefined ? '' : words.wallBoard.display(display.order);
    return words.playback.tileOf(cameras[cameraId]?.name[language] ?? cameraId, where);
  };
  const chosen = places.findIndex(
    ({ tileId, cameraId }) => tileId === place.tileId && cameraId === place.cameraId,
  );
  return (
    <label className="replay-choice">
      <span>{words.playback.tile}</span>
      <select
        value={chosen}
        onChange={({ target }) => {
          const next = places[Number(target.value)];
          if (next) choosePlace(next);
        }}
      >
        {places.map((each, index) => (
          <option key={`${each.tileId} ${each.cameraId}`} value={index}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
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
  const { spans, keepsMs } = recorded;
  const minutes = formatNumber(keepsMs / 60_000, 0, language);
  return (
    <>
      <Timeline
        recorded={recorded}
        now={now}
        moment={moment}
        markIn={markIn}
        markOut={markOut}
        disabled={blocked !== null || spans.length === 0}
        onSeek={(at) => act({ do: 'to', at })}
      />
      <p className="quiet">
        {spans.length === 0 ? text.nothing : `${text.kept(minutes)} ${text.gaps(spans.length - 1)}`}
      </p>
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
          : text.replaying(momentWords(moment, now), behindWords(now - moment, text))}
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
