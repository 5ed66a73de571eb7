import { CloudAlert, Unplug } from 'lucide-react';
import { memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PanelSpec, Tile } from '../../domain/wall/model.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { firstFitting, useMeasure } from '../ui/measure.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { linePx } from '../ui/tileLayout.ts';
import type { PanelProps, TilePlace } from './definition.ts';
import { ErrorFence } from './ErrorFence.tsx';
import { createFailover } from './failover.ts';
import { panelFor } from './registry.ts';
import { tileTitles } from './tileTitle.ts';
import './panelFrame.css';

/** What the strip's icon and edges take, in parts of its type. */
const STRIP_SPARE_EM = 2.2;

const noReport = (): void => undefined;

/** What a tile wears while it has no panel: its title, and what happened to it. */
function Bare(props: {
  readonly place: TilePlace;
  readonly titles: readonly string[];
  readonly sentence: string | null;
}) {
  const { place, titles, sentence } = props;
  const words = useText();
  const mark =
    sentence === null
      ? undefined
      : { icon: CloudAlert, word: words.panels.failedWord, tone: 'attention' as const };
  return (
    <TileFace place={place} titles={titles} mark={mark} frame={sentence === null ? undefined : 'gap'}>
      {() => sentence !== null && <p className="panel-failed">{sentence}</p>}
    </TileFace>
  );
}

/** Reports once, however often the panel does. */
function useOnce(report: () => void): () => void {
  const said = useRef(false);
  return useCallback(() => {
    if (said.current) return;
    said.current = true;
    report();
  }, [report]);
}

function useTitles(panel: PanelSpec): readonly string[] {
  const words = useText();
  const language = useLanguage();
  const joined = useWorld((world) => tileTitles(panel, world, { words, language }).join('\n'));
  return useMemo(() => joined.split('\n'), [joined]);
}

type Drawn = Omit<PanelProps, 'spec'> & { readonly titles: readonly string[] };

/** One panel: loads its chunk and fences its failures in; a panel that failed has no source. */
function FencedPanel({ tile, place, titles, audible, onReady, onSource }: Drawn) {
  const words = useText();
  const fail = (): void => {
    onReady();
    onSource(false);
  };
  return (
    <ErrorFence
      onFail={fail}
      fallback={<Bare place={place} titles={titles} sentence={words.panels.failed} />}
    >
      {(attempt) => {
        const Panel = panelFor(tile.panel.kind, attempt);
        return (
          <Suspense fallback={<Bare place={place} titles={titles} sentence={null} />}>
            <Panel
              tile={tile}
              spec={tile.panel}
              place={place}
              audible={audible}
              onReady={onReady}
              onSource={onSource}
            />
          </Suspense>
        );
      }}
    </ErrorFence>
  );
}

/** What stands in for a tile whose source is gone, under a strip that says so. */
function Substitute(props: {
  readonly tile: Tile;
  readonly panel: PanelSpec;
  readonly place: TilePlace;
  readonly titles: readonly string[];
}) {
  const { tile, panel, place } = props;
  const words = useText().panels;
  const measure = useMeasure();
  const own = useMemo(() => ({ ...tile, panel }), [tile, panel]);
  const titles = useTitles(panel);
  const stripPx = linePx(place.floorPx);
  const below = useMemo(() => ({ ...place, heightPx: place.heightPx - stripPx }), [place, stripPx]);
  const wordings = [
    ...props.titles.map(words.insteadOf),
    ...props.titles.map(words.insteadOfShort),
    words.instead,
  ];
  const room = place.widthPx / place.floorPx - STRIP_SPARE_EM;
  const { text } = firstFitting(wordings, (wording) => measure(wording, 'strong') <= room);
  return (
    <div className="panel-substitute">
      <p role="status" style={{ fontSize: place.floorPx, height: stripPx }}>
        <Icon of={Unplug} />
        <span>{text}</span>
      </p>
      <div style={{ height: below.heightPx }}>
        <FencedPanel
          tile={own}
          place={below}
          titles={titles}
          audible={false}
          onReady={noReport}
          onSource={noReport}
        />
      </div>
    </div>
  );
}

/** True while the tile shows its substitute; and whom its own panel tells how its source stands. */
function useSubstituted(hasSubstitute: boolean): readonly [boolean, (alive: boolean) => void] {
  const [substituted, setSubstituted] = useState(false);
  const failover = useRef<ReturnType<typeof createFailover>>(undefined);
  failover.current ??= createFailover(setSubstituted);
  useEffect(() => () => failover.current?.stop(), []);
  const onSource = useCallback((alive: boolean) => failover.current?.source(alive), []);
  return [substituted && hasSubstitute, onSource];
}

/**
 * A tile's place on the wall: shows its panel, or its substitute while the panel's own source is gone, and tells when it
 * shows what it has. The panel stays mounted behind its substitute: it is what notices that the source is back.
 */
export const PanelFrame = memo(function PanelFrame(props: {
  readonly tile: Tile;
  readonly place: TilePlace;
  readonly audible: boolean;
  readonly onReady: () => void;
}) {
  const { tile, place, audible, onReady } = props;
  const titles = useTitles(tile.panel);
  const latest = useRef(onReady);
  latest.current = onReady;
  const ready = useOnce(useCallback(() => latest.current(), []));
  const [substituted, onSource] = useSubstituted(tile.failover !== undefined);
  return (
    <section className="panel-frame" aria-label={titles[0]} data-kind={tile.panel.kind}>
      <div className={substituted ? 'panel-own away' : 'panel-own'} aria-hidden={substituted}>
        <FencedPanel
          tile={tile}
          place={place}
          titles={titles}
          audible={audible}
          onReady={ready}
          onSource={onSource}
        />
      </div>
      {substituted && tile.failover && (
        <Substitute tile={tile} panel={tile.failover} place={place} titles={titles} />
      )}
    </section>
  );
});
