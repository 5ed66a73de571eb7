import { MOST_PAGES } from '../../domain/web/limits.ts';
import type { WebPlace, WindowRect } from '../../domain/web/model.ts';
import { choosePages } from './choosing.ts';
import { placeOf } from './placing.ts';

/** Where pages stand is looked at this often, ms: a banner comes, a window is resized. */
const LOOK_MS = 100;
/** A list that was refused is said again after this, ms: until then pages stand where nothing wants them. */
const AGAIN_MS = 1_000;
/** Everything that lies over tiles when it is there. */
const OVER = '.wall-tile.overlay:not(.unseen), [data-over="true"]';

type View = Pick<WebPlace, 'viewId' | 'url' | 'zoom' | 'reloadMinutes'>;
type Mounted = {
  readonly element: HTMLElement;
  readonly view: View;
  readonly onCovered: (covered: boolean) => void;
  /** It is on, but this window has as many pages as it may. */
  readonly onFull: (full: boolean) => void;
};

const mounted = new Map<string, Mounted>();
let timer: ReturnType<typeof setInterval> | undefined;
let said = '';
/** Settles when the core has the last word of where the pages stand. */
let told: Promise<void> = Promise.resolve();

function rectOf(element: Element): WindowRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { xPx: x, yPx: y, widthPx: width, heightPx: height };
}

function look({ element, view }: Mounted) {
  const page = rectOf(element);
  const over = [...document.querySelectorAll(OVER)].filter((other) => !other.contains(element));
  return placeOf(view, {
    page,
    display: rectOf(element.closest('.wall-place') ?? document.body),
    scale: element.offsetWidth === 0 ? 1 : page.widthPx / element.offsetWidth,
    over: over.map(rectOf),
    seen: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    turned: element.closest('[data-turn]') !== null,
  });
}

function rankOf(element: Element): number {
  return Number(element.closest<HTMLElement>('.wall-tile')?.dataset['rank'] ?? 0);
}

async function send(views: readonly WebPlace[]): Promise<void> {
  const words = JSON.stringify(views);
  if (words === said) return told;
  said = words;
  const { ok } = await window.ioc.call('web.place', { views });
  if (ok) return;
  setTimeout(() => said === words && sayPlacesAgain(), AGAIN_MS);
}

/** Looks where the pages of this window stand, and says so when anything changed. */
export function sayPlaces(): void {
  const pages = [...mounted.values()].map((page) => ({ page, rank: rankOf(page.element) }));
  const { chosen, full } = choosePages(pages, MOST_PAGES);
  for (const each of pages) each.page.onFull(full.includes(each));
  told = send(
    chosen.map(({ page }) => {
      const { covered, ...place } = look(page);
      page.onCovered(covered);
      return place;
    }),
  );
}

/**
 * Looks at once, without waiting for the next look; resolves when the pages are on their way to where they stand now. Null
 * when this window has none.
 */
export function placesTold(): Promise<void> | null {
  if (mounted.size === 0) return null;
  sayPlaces();
  return told;
}

/** After a new core: it must be told again, whatever it was told before. */
export function sayPlacesAgain(): void {
  said = '';
  sayPlaces();
}

/** Keeps a page over an element of this window until the returned function is called. */
export function mountPage(one: Mounted): () => void {
  mounted.set(one.view.viewId, one);
  timer ??= setInterval(sayPlaces, LOOK_MS);
  sayPlaces();
  return () => {
    mounted.delete(one.view.viewId);
    if (mounted.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    sayPlaces();
  };
}
