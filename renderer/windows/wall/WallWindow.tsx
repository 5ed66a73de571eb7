import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { fitIn, placeIn, type Fit } from '../../../domain/wall/fit.ts';
import { panelsOf, readingKeys } from '../../../domain/wall/keys.ts';
import type { Hold } from '../../../domain/wall/holding.ts';
import type { Canvas, Display, Scene } from '../../../domain/wall/model.ts';
import { showTheme } from '../../ui/theme.ts';
import { LinkBadge } from '../../replica/LinkBadge.tsx';
import { useReplica, useWorld } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import { useProgram, useReadiness } from '../../wall/takeWatch.ts';
import { placesTold } from '../../web/places.ts';
import { floorFontPx } from '../../ui/typeScale.ts';
import { floorCapPx, mountedAgain, mountedTiles, type MountedTile } from '../../wall/tilePlacement.ts';
import { PanelNumber, WithoutPlace } from '../../wall/Identify.tsx';
import { Turned } from '../../wall/Turned.tsx';
import { useRehoming } from '../../wall/useRehoming.ts';
import { DisplayHold } from '../../wall/hold/DisplayHold.tsx';
import { useHeard } from '../../wall/hold/useHeard.ts';
import { useSettled } from '../../wall/hold/useSettled.ts';
import { WallDisplay } from '../../wall/WallDisplay.tsx';

/** What is mounted on each display, by its id. */
type Mounted = Readonly<Record<string, readonly MountedTile[]>>;

function listenToSize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** CSS px per mm that fits the displays' common area into the window. */
function useFit(displays: readonly Display[]): Fit {
  const lying = displays.length === 1 && (displays[0]?.turn === 90 || displays[0]?.turn === 270);
  const widthPx = useSyncExternalStore(listenToSize, () => (lying ? window.innerHeight : window.innerWidth));
  const heightPx = useSyncExternalStore(listenToSize, () => (lying ? window.innerWidth : window.innerHeight));
  return useMemo(() => fitIn(displays, { widthPx, heightPx }), [displays, widthPx, heightPx]);
}

const nothing: Hold['suspended'] = [];

function Displays(props: {
  readonly canvas: Canvas;
  readonly wallId: string;
  readonly displays: readonly Display[];
  readonly settled: boolean;
  readonly mounted: Mounted;
  readonly onTileReady: (identity: string) => void;
}) {
  const text = useText();
  const { canvas, wallId, displays, mounted } = props;
  const heard = useHeard(props.wallId);
  const suspended = useWorld((world) => world.walls[props.wallId]?.hold.suspended) ?? nothing;
  const fit = useFit(displays);
  return displays.map((display) => {
    const { xPx: left, yPx: top, widthPx: width, heightPx: height } = placeIn(fit, display);
    const box = { left, top, width, height };
    return (
      <Turned key={display.id} turn={display.turn} size={{ widthPx: box.width, heightPx: box.height }}>
        <div className="wall-place" style={box}>
          <WallDisplay
            canvas={canvas}
            display={display}
            tiles={mounted[display.id] ?? []}
            scale={box.width / display.widthPx}
            label={text.wallBoard.display(display.order)}
            heardTileId={heard?.displayId === display.id ? heard.tileId : null}
            suspended={suspended}
            onTileReady={props.onTileReady}
          />
          <DisplayHold
            wallId={props.wallId}
            canvas={canvas}
            display={display}
            floorPx={(floorFontPx(floorCapPx(canvas, display)) * box.width) / display.widthPx}
            settled={props.settled}
          />
          <PanelNumber wallId={wallId} display={display} />
        </div>
      </Turned>
    );
  });
}

/** The mark of what is not renewed, legible from the farthest seat like everything else. */
function Badge({ canvas, displays }: { readonly canvas: Canvas; readonly displays: readonly Display[] }) {
  const { pxPerMm } = useFit(displays);
  const [first] = displays;
  if (first === undefined) return <LinkBadge />;
  return (
    <LinkBadge
      floorPx={(floorFontPx(floorCapPx(canvas, first)) * pxPerMm * first.area.widthMm) / first.widthPx}
    />
  );
}

/** Asks the core for the readings that the mounted tiles show; again after each opening, for then it knows nothing. */
function useWatch(mounted: Mounted): void {
  const openings = useReplica((state) => state.openings);
  const lights = useWorld((world) => world.lights.byId);
  const keys = useMemo(() => {
    const lightIds = Object.keys(lights);
    const panels = Object.values(mounted).flatMap((tiles) => tiles.flatMap(({ tile }) => panelsOf(tile)));
    return [...new Set(panels.flatMap((panel) => readingKeys(panel, lightIds)))].sort();
  }, [mounted, lights]);
  const signature = keys.join('\n');
  useEffect(() => {
    if (openings > 0)
      void window.ioc.call('world.watch', { keys: signature === '' ? [] : signature.split('\n') });
  }, [openings, signature]);
}

function useMounted(displays: readonly Display[], on: Scene | null, next: readonly Scene[]): Mounted {
  const before = useRef<Mounted>({});
  const now = useMemo(
    () =>
      Object.fromEntries(
        displays.map((display): [string, readonly MountedTile[]] => {
          const tiles = mountedTiles(display, on, next);
          return [display.id, mountedAgain(before.current[display.id] ?? [], tiles)];
        }),
      ),
    [displays, on, next],
  );
  useEffect(() => {
    before.current = now;
  }, [now]);
  return now;
}

/** The page wears the wall's colours; what was kept before there were themes is dark. */
function useWallTheme(wallId: string | undefined): void {
  const theme = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.hold.theme));
  useLayoutEffect(() => showTheme(theme ?? 'dark'), [theme]);
}

const nowhere: readonly string[] = [];

/** A wall window: the displays behind it, each with its part of the program. It has no person and nothing to sign in to. */
export function WallWindow() {
  const identity = useReplica((state) => state.window);
  const wallId = identity?.wallId;
  useWallTheme(wallId);
  const canvas = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.canvas));
  const displayIds = identity?.displayIds ?? nowhere;
  const displays = useMemo(
    () => canvas?.displays.filter(({ id }) => displayIds.includes(id)) ?? [],
    [canvas, displayIds],
  );
  const { on, pending, next } = useProgram(wallId, placesTold);
  const rehome = useRehoming(wallId, canvas, displayIds);
  const shown = useMemo(() => on && rehome(on), [on, rehome]);
  const warming = useMemo(() => next.map(rehome), [next, rehome]);
  const mounted = useMounted(displays, shown, warming);
  useWatch(mounted);
  const everything = useMemo(() => Object.values(mounted).flat(), [mounted]);
  const tileReady = useReadiness(pending, everything);
  const { settled, heard } = useSettled(wallId, everything, tileReady);
  if (identity === null || canvas === undefined) return <LinkBadge />;
  if (displays.length === 0) {
    return <WithoutPlace wallId={identity.wallId} windowId={identity.windowId} />;
  }
  return (
    <>
      <Displays
        canvas={canvas}
        wallId={identity.wallId}
        displays={displays}
        settled={settled}
        mounted={mounted}
        onTileReady={heard}
      />
      <Badge canvas={canvas} displays={displays} />
    </>
  );
}
