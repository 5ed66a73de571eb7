import type { WebPlace } from '../../../domain/web/model.ts';
import { originList } from '../web/origins.ts';
import type { Log } from '../../kernel/ports.ts';
import type { Page } from './page.ts';
import type { Room } from './scheme.ts';
import { createWebSessions } from './webSession.ts';
import { openWebView, type WebView } from './webView.ts';

/** A still is not taken more often than this, ms. */
const STILL_MS = 800;
const WITHIN_MS = 1_500;
/** A still that lies under the page itself need not be sharp. */
const SMALL_WIDTH_PX = 1_280;
const QUALITY = 80;

type Held = {
  readonly page: Page;
  readonly view: WebView;
  jpeg?: Buffer;
  takenAt: number;
  sharp: boolean;
};

async function take(one: Held, sharp: boolean): Promise<void> {
  const askedAt = Date.now();
  const late = new Promise<undefined>((give) => setTimeout(() => give(undefined), WITHIN_MS));
  const image = await Promise.race([one.view.still(), late]);
  if (image === undefined || image.isEmpty()) return;
  const { width } = image.getSize();
  const small = sharp || width <= SMALL_WIDTH_PX ? image : image.resize({ width: SMALL_WIDTH_PX });
  one.jpeg = small.toJPEG(QUALITY);
  one.takenAt = askedAt;
  one.sharp = sharp;
}

/**
 * The pages of the outside on the wall's windows. A window's page says where they stand; here they are put there, over
 * that page. Under `ioc://app/web/<viewId>` a window learns how its page stands (header `x-web`) and gets its
 * still: it lies under the page, so that nothing is black when the page is hidden under a banner, and the console's small
 * pictures hold it too.
 */
export function createWebViews(
  listed: readonly string[],
  findPage: (windowId: string) => Page | undefined,
  log: Log,
) {
  const origins = originList(listed);
  const held = new Map<string, Held>();
  const refused = (contentsId: number, address: string, isPage: boolean): void => {
    for (const { view } of held.values()) if (view.id === contentsId) view.refused(address, isPage);
  };
  const sessions = createWebSessions(origins, refused, log);

  function drop(viewId: string, one: Held): void {
    held.delete(viewId);
    one.view.close();
  }

  const serve: Room = async (viewId, request) => {
    const one = held.get(viewId);
    if (one === undefined) return undefined;
    const sharp = new URL(request.url).searchParams.has('sharp');
    const state = one.view.state();
    const due = Date.now() - one.takenAt > STILL_MS || (sharp && !one.sharp);
    if (state.state === 'live' && due) await take(one, sharp).catch(() => undefined);
    const headers = {
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-web': JSON.stringify(one.view.state()),
      'x-taken-at': String(one.takenAt),
    };
    return one.jpeg === undefined
      ? new Response(null, { status: 204, headers })
      : new Response(new Uint8Array(one.jpeg), { headers });
  };

  return {
    serve,
    /** All pages that a window has now, and where; those it no longer names are closed. */
    place(windowId: string, places: readonly WebPlace[]): void {
      const page = findPage(windowId);
      if (page === undefined || page.contents.isDestroyed()) return;
      const named = new Set(places.map(({ viewId }) => viewId));
      for (const [viewId, one] of held) {
        if (one.page === page && !named.has(viewId)) drop(viewId, one);
      }
      for (const place of places) {
        const one = held.get(place.viewId);
        if (one) one.view.put(place);
        else {
          const view = openWebView(page.sheet, place, { sessions, origins });
          held.set(place.viewId, { page, view, takenAt: 0, sharp: false });
        }
      }
    },
    /** The page has a new document, or none any more: it names its pages anew. */
    clear(page: Page): void {
      for (const [viewId, one] of held) if (one.page === page) drop(viewId, one);
    },
  };
}
