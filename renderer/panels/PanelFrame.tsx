import { Suspense, useCallback, useMemo, useRef } from 'react';
import { CloudAlert } from 'lucide-react';
import type { Tile } from '../../domain/wall/model.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { TileFace } from '../ui/TileFace.tsx';
import type { TilePlace } from './definition.ts';
import { ErrorFence } from './ErrorFence.tsx';
import { panelFor } from './registry.ts';
import { tileTitles } from './tileTitle.ts';
import './panelFrame.css';

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

/** A tile's place on the wall: loads its panel, fences its failures in, and tells when it shows what it has. */
export function PanelFrame(props: {
  readonly tile: Tile;
  readonly place: TilePlace;
  readonly onReady: () => void;
}) {
  const { tile, place, onReady } = props;
  const words = useText();
  const language = useLanguage();
  const joined = useWorld((world) => tileTitles(tile.panel, world, { words, language }).join('\n'));
  const titles = useMemo(() => joined.split('\n'), [joined]);
  const latest = useRef(onReady);
  latest.current = onReady;
  const ready = useOnce(useCallback(() => latest.current(), []));
  return (
    <section className="panel-frame" aria-label={titles[0]} data-kind={tile.panel.kind}>
      <ErrorFence
        onFail={ready}
        fallback={<Bare place={place} titles={titles} sentence={words.panels.failed} />}
      >
        {(attempt) => {
          const Panel = panelFor(tile.panel.kind, attempt);
          return (
            <Suspense fallback={<Bare place={place} titles={titles} sentence={null} />}>
              <Panel tile={tile} spec={tile.panel} place={place} onReady={ready} />
            </Suspense>
          );
        }}
      </ErrorFence>
    </section>
  );
}
