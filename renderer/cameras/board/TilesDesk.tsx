import { Crosshair, Maximize, Pause, Pin, StepBack, StepForward, ZoomIn, ZoomOut } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { camerasOf } from '../../../domain/cameras/choice.ts';
import { displayOf } from '../../../domain/wall/holdRules.ts';
import { heldCameras, lookOf, turnOf, type LookOrder } from '../../../domain/wall/lookRules.ts';
import type { Zoom } from '../../../domain/wall/looking.ts';
import type { PanelSpec, Tile, Wall } from '../../../domain/wall/model.ts';
import { isLookedBack } from '../../../domain/wall/replays.ts';
import { camerasNow } from '../../../domain/wall/shownCameras.ts';
import { zoomedAt } from '../../../domain/wall/zooming.ts';
import { currentTime, onTick } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { gridTitles } from '../gridTitles.ts';
import { TileHold } from './TileHold.tsx';
import { ZoomPad } from './ZoomPad.tsx';
import './tilesDesk.css';

type CameraPanelSpec = Extract<PanelSpec, { readonly kind: 'camera' | 'camera-grid' | 'camera-hotspot' }>;
type CameraTile = Tile & { readonly panel: CameraPanelSpec };

function isCameraTile(tile: Tile): tile is CameraTile {
  return ['camera', 'camera-grid', 'camera-hotspot'].includes(tile.panel.kind);
}

/** Nearer or farther at one press. */
const STEP = 1.5;
const middle = { x: 0.5, y: 0.5 };

/** What one tile is called, and the cameras that it may show. */
function useTile(tile: CameraTile) {
  const words = useText();
  const language = useLanguage();
  const name = useName();
  const { cameras, province } = useWorld((world) => world);
  const { panel } = tile;
  const nameOf = (id: string): string => {
    const camera = cameras.byId[id];
    return camera ? name(camera.name) : id;
  };
  if (panel.kind === 'camera') return { title: nameOf(panel.cameraId), ids: [panel.cameraId], nameOf };
  if (panel.kind === 'camera-hotspot')
    return { title: words.cameras.hotspotTitle, ids: Object.keys(cameras.byId), nameOf };
  const title = gridTitles(panel, province, { words, language })[0] ?? '';
  return { title, ids: camerasOf(panel.from, cameras.byId), nameOf };
}

/** The camera that a tile shows now, the first where it shows many; undefined: none. */
function useShownNow(wall: Wall, tile: Tile): string | undefined {
  const register = useWorld((world) => world.cameras.byId);
  return useSyncExternalStore(onTick, () => camerasNow(wall, tile, register, currentTime())[0]);
}

type Send = (order: LookOrder) => void;

/** `held`: paused by what somebody looks at, whatever this key says. */
function Turns(props: { readonly paused: boolean; readonly held: boolean; readonly send: Send }) {
  const { paused, held, send } = props;
  const text = useText().cameras.board;
  return (
    <>
      <Button icon={StepBack} onClick={() => send({ do: 'page', step: -1 })}>
        {text.before}
      </Button>
      <Button
        icon={Pause}
        aria-pressed={paused}
        disabled={held}
        onClick={() => send({ do: 'pause', on: !paused })}
      >
        {text.pause}
      </Button>
      <Button icon={StepForward} onClick={() => send({ do: 'page', step: 1 })}>
        {text.next}
      </Button>
    </>
  );
}

function Picture(props: {
  readonly tile: CameraTile;
  readonly wall: Wall;
  readonly cameraId: string;
  readonly name: string;
  readonly blocked: boolean;
  readonly send: Send;
}) {
  const { tile, wall, cameraId, name, blocked, send } = props;
  const text = useText().cameras.board;
  const look = lookOf(wall.looks, tile);
  const zoom = look.zooms[cameraId] ?? null;
  const frozen = Object.hasOwn(look.frozen, cameraId);
  const pinned = Object.hasOwn(look.pins, cameraId);
  const large = look.large?.cameraId === cameraId;
  const sendZoom = (next: Zoom | null): void =>
    send({ do: 'zoom', cameraId, zoom: next && { x: next.x, y: next.y, scale: next.scale } });
  return (
    <>
      <Button
        icon={Pause}
        aria-pressed={frozen}
        onClick={() => send({ do: 'freeze', cameraId, on: !frozen })}
      >
        {text.freeze}
      </Button>
      <Button icon={ZoomIn} onClick={() => sendZoom(zoomedAt(zoom, middle, STEP))}>
        {text.nearer}
      </Button>
      <Button icon={ZoomOut} disabled={zoom === null} onClick={() => sendZoom(null)}>
        {text.whole}
      </Button>
      {tile.panel.kind === 'camera-grid' && (
        <>
          <Button
            icon={Maximize}
            aria-pressed={large}
            onClick={() => send({ do: 'enlarge', cameraId: large ? null : cameraId })}
          >
            {text.enlarge}
          </Button>
          <Button icon={Pin} aria-pressed={pinned} onClick={() => send({ do: 'pin', cameraId, on: !pinned })}>
            {text.pin}
          </Button>
        </>
      )}
      {zoom && (
        <ZoomPad
          key={cameraId}
          cameraId={cameraId}
          name={name}
          zoom={zoom}
          blocked={blocked}
          send={sendZoom}
        />
      )}
    </>
  );
}

/** Which camera of a tile is meant: whichever it shows, or one by name. */
function CameraChoice(props: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly shown: string | undefined;
  readonly nameOf: (cameraId: string) => string;
  readonly choose: (cameraId: string | null) => void;
}) {
  const { label, ids, chosen, shown, nameOf, choose } = props;
  const text = useText().playback;
  return (
    <select
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ target }) => choose(target.value === '' ? null : target.value)}
    >
      <option value="">{text.whatIsShown(shown === undefined ? null : nameOf(shown))}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </select>
  );
}

function TileRow(props: {
  readonly tile: CameraTile;
  readonly wall: Wall;
  readonly blocked: string | null;
  readonly onRefused: (refusal: Refusal | null) => void;
}) {
  const { tile, wall, blocked, onRefused } = props;
  const text = useText().cameras.board;
  const { title, ids, nameOf } = useTile(tile);
  const look = lookOf(wall.looks, tile);
  const isHotspot = tile.panel.kind === 'camera-hotspot';
  const [chosen, choose] = useState<string | null>(null);
  const shown = useShownNow(wall, tile);
  const cameraId = chosen !== null && ids.includes(chosen) ? chosen : shown;
  const lookedBack = isLookedBack(wall.hold, tile.id);
  const display = displayOf(wall.canvas.displays, tile);
  const words = useText().wallBoard;
  const command = () => ({ wallId: wall.id, commandId: crypto.randomUUID() });
  const send: Send = (order) =>
    void window.ioc
      .call('wall.look', { ...command(), tileId: tile.id, order })
      .then((answer) => onRefused(answer.ok ? null : answer.reason));
  const show = (id: string): void =>
    void window.ioc
      .call('wall.chooseCamera', { ...command(), cameraId: id })
      .then((answer) => onRefused(answer.ok ? null : answer.reason));
  return (
    <li>
      <fieldset
        disabled={blocked !== null}
        aria-label={text.tile(title, display ? words.display(display.order) : '')}
      >
        <legend>
          {title} <span className="quiet">{display && words.display(display.order)}</span>
        </legend>
        {ids.length > 1 && (
          <CameraChoice
            label={text.camera(title)}
            ids={ids}
            chosen={cameraId === chosen ? chosen : null}
            shown={shown}
            nameOf={nameOf}
            choose={choose}
          />
        )}
        {isHotspot && cameraId !== undefined && (
          <Button icon={Crosshair} onClick={() => show(cameraId)}>
            {text.show}
          </Button>
        )}
        {tile.panel.kind === 'camera-grid' && (
          <Turns
            paused={turnOf(look, lookedBack)?.paused === true}
            held={lookedBack || heldCameras(look).length > 0}
            send={send}
          />
        )}
        {/* A hotspot shows one camera: another is shown there first. */}
        {cameraId !== undefined && (!isHotspot || cameraId === shown) && (
          <Picture
            tile={tile}
            wall={wall}
            cameraId={cameraId}
            name={nameOf(cameraId)}
            blocked={blocked !== null}
            send={send}
          />
        )}
        <TileHold look={look} lookedBack={lookedBack} nameOf={nameOf} send={send} />
      </fieldset>
    </li>
  );
}

/** The camera tiles that are on now, and what an operator does to them for the moment. */
export function TilesDesk({ wall, blocked }: { readonly wall: Wall; readonly blocked: string | null }) {
  const words = useText();
  const text = words.cameras.board;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const tiles = Object.values(wall.program?.scene.tiles ?? {}).filter(isCameraTile);
  return (
    <section className="tiles-desk" aria-label={text.desk}>
      <h2>{text.desk}</h2>
      <p className="quiet">{blocked ?? text.help}</p>
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
      {tiles.length === 0 && <p className="empty">{text.none}</p>}
      <ul>
        {tiles.map((tile) => (
          <TileRow key={tile.id} tile={tile} wall={wall} blocked={blocked} onRefused={setRefusal} />
        ))}
      </ul>
    </section>
  );
}
