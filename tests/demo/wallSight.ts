// What the wall windows have painted, found the way a person finds it: by role and accessible name.
import type { Page } from 'playwright';
import { readBarcode } from '../support/cameras/barcode.ts';
import type { Place } from './pictures.ts';

/** One tile that can be seen, and where it lies in its window, px. */
export type SeenTile = { readonly name: string; readonly kind: string; readonly place: Place };

export type WallSight = {
  readonly tiles: readonly SeenTile[];
  /** Accessible names of the indicators' figures and of the cameras' pictures. */
  readonly figures: readonly string[];
  readonly cameras: readonly string[];
  readonly incidents: readonly string[];
  readonly markers: readonly string[];
  /** How many maps are not painted whole yet. */
  readonly unpaintedMaps: number;
};

async function namesOf(page: Page, role: 'figure' | 'listitem', kinds: string): Promise<readonly string[]> {
  const found = page.locator(`.wall-tile:not(.unseen) [data-kind^="${kinds}"]`).getByRole(role);
  return found.evaluateAll((items) =>
    items.map((item) => item.getAttribute('aria-label') ?? item.textContent.trim()),
  );
}

/** Everything that one wall window shows now; what only warms up for the next take is not seen. */
export async function lookAt(page: Page): Promise<WallSight> {
  const tiles = await page.locator('.wall-tile:not(.unseen)').evaluateAll((items) =>
    items.map((item) => {
      const frame = item.querySelector('[data-kind]');
      const { x, y, width, height } = item.getBoundingClientRect();
      const right = Math.min(x + width, window.innerWidth);
      const bottom = Math.min(y + height, window.innerHeight);
      const [left, top] = [Math.max(0, x), Math.max(0, y)];
      return {
        name: frame?.getAttribute('aria-label') ?? '',
        kind: frame?.getAttribute('data-kind') ?? '',
        place: { x: left, y: top, width: right - left, height: bottom - top },
      };
    }),
  );
  return {
    tiles,
    figures: await namesOf(page, 'figure', 'indicator'),
    cameras: await namesOf(page, 'figure', 'camera'),
    incidents: await namesOf(page, 'listitem', 'incident-list'),
    markers: await namesOf(page, 'listitem', 'map'),
    unpaintedMaps: await page.locator('.wall-tile:not(.unseen) .map[data-idle="false"]').count(),
  };
}

/** The moments (epoch ms) in the bar codes of the camera pictures that a window shows now; null where none can be read. */
export async function barCodesOn(page: Page): Promise<readonly (number | null)[]> {
  const rows = await page
    .locator('.wall-tile:not(.unseen) [data-kind="camera"] canvas')
    .evaluateAll((canvases) =>
      canvases.map((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return null;
        const copy = new OffscreenCanvas(canvas.width, 16);
        const brush = copy.getContext('2d');
        brush?.drawImage(canvas, 0, 0);
        return { width: canvas.width, rgba: [...(brush?.getImageData(0, 0, canvas.width, 16).data ?? [])] };
      }),
    );
  return rows.map((row) => (row === null ? null : readBarcode(row.rgba, row.width)));
}
