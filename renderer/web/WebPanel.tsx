import { Globe, GlobeX } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { MOST_PAGES } from '../../domain/web/limits.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { FittedWords } from '../ui/FittedWords.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TileFace } from '../ui/TileFace.tsx';
import { followPage, opening, type WebState } from './following.ts';
import { mountPage, sayPlacesAgain } from './places.ts';
import './web.css';

/** Free at either side of a sentence, in floors of type (web.css). */
const SIDE = 0.5;

type Spec = PanelProps<'web'>['spec'];

/** The canvas gives up the still before; an image element would keep them all decoded. */
async function paintOn(canvas: HTMLCanvasElement | null, still: Blob): Promise<void> {
  const bitmap = await createImageBitmap(still);
  if (canvas === null) return bitmap.close();
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
}

const noRoom: WebState = {
  state: 'failed',
  fault: 'full',
  detail: String(MOST_PAGES),
  loadedAt: null,
};

/** Has the shell keep the page over the canvas, and follows how it stands. */
function usePage({ url, zoom, reloadMinutes }: Spec, canvas: RefObject<HTMLCanvasElement | null>): WebState {
  const [state, setState] = useState(opening);
  const [full, setFull] = useState(false);
  const openings = useReplica(({ openings: count }) => count);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || url === '') return undefined;
    const viewId = crypto.randomUUID();
    let sharp = false;
    const unmount = mountPage({
      element,
      view: { viewId, url, zoom, reloadMinutes },
      onCovered: (covered) => (sharp = covered),
      onFull: setFull,
    });
    const stop = followPage({
      viewId,
      sharp: () => sharp,
      onState: (next) => setState((before) => (same(before, next) ? before : next)),
      paint: (still) => paintOn(canvas.current, still),
    });
    return () => {
      stop();
      unmount();
    };
  }, [url, zoom, reloadMinutes, canvas]);
  useEffect(sayPlacesAgain, [openings]);
  return full ? noRoom : state;
}

function same(a: WebState, b: WebState): boolean {
  return a.state === b.state && a.fault === b.fault && a.detail === b.detail && a.loadedAt === b.loadedAt;
}

/** Why there is no page, as a sentence; null when there is one or it is still opening. */
function troubleOf(
  url: string,
  { state, fault, detail = '' }: WebState,
  words: Dictionary['web'],
): string | null {
  if (url === '') return words.unset;
  return state === 'failed' && fault !== undefined ? words.faults[fault](detail) : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/**
 * A page of the province's own dashboards. The page itself is a view of the shell's over this window; what is drawn here
 * is its name, its state, and under it its newest still.
 */
export default function WebPanel({ spec, place, onReady, onSource }: PanelProps<'web'>) {
  const words = useText();
  const now = useNow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const state = usePage(spec, canvas);
  const host = hostOf(spec.url);
  const title = spec.title === '' ? host || words.panels.web : spec.title;
  const trouble = troubleOf(spec.url, state, words.web);
  const settled = trouble !== null || state.state === 'live';
  useEffect(() => {
    if (!settled) return;
    onReady();
    onSource(trouble === null);
  }, [settled, trouble, onReady, onSource]);
  const said = trouble ?? (state.state === 'live' ? words.web.live : words.web.opening);
  return (
    <div className="web" role="figure" aria-label={words.web.label(title, said)} data-state={state.state}>
      <TileFace
        place={place}
        titles={[title]}
        mark={trouble === null ? undefined : { icon: GlobeX, word: words.web.failedWord, tone: 'attention' }}
        frame={trouble === null ? undefined : 'gap'}
        whose={spec.title === '' ? [] : [host]}
        ages={state.loadedAt === null ? [] : [words.web.loaded(formatMoment(state.loadedAt, now))]}
      >
        {({ widthPx, heightPx }) => (
          <div className="web-page">
            <canvas
              ref={canvas}
              className={trouble === null ? 'web-still' : 'web-still away'}
              width={0}
              height={0}
            />
            {!(trouble === null && state.state === 'live') && (
              <p>
                {trouble === null && <Icon of={Globe} />}
                <span>
                  {trouble === null ? (
                    said
                  ) : (
                    <FittedWords
                      text={trouble}
                      widthPx={widthPx - 2 * SIDE * place.floorPx}
                      heightPx={heightPx}
                      floorPx={place.floorPx}
                    />
                  )}
                </span>
              </p>
            )}
          </div>
        )}
      </TileFace>
    </div>
  );
}
