// What a person at the farthest seat can read of a wall window, taken from its real DOM.
import type { Page } from '@playwright/test';
import { arcMinutes, FLOOR_ARC_MINUTES, pitchMm } from '../../domain/wall/legibility.ts';
import type { Canvas, Display } from '../../domain/wall/model.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Words = {
  readonly tile: string;
  readonly text: string;
  /** Height of its capitals as drawn, CSS px. */
  readonly capPx: number;
  /** Why it cannot be read whole, or null. */
  readonly clipped: string | null;
};
type Sight = {
  readonly words: readonly Words[];
  readonly tiles: readonly (Place & { readonly name: string })[];
};

/** Runs in the page. Texts on a canvas (chart scales, map labels) are not in the DOM; their panels' own tests know them. */
function readPage(): Sight {
  const brush = document.createElement('canvas').getContext('2d');
  const tileOf = (element: Element): string =>
    element.closest('.wall-tile')?.querySelector('[data-kind]')?.getAttribute('aria-label') ?? 'ngoài các ô';

  function capPx(element: Element): number {
    if (brush === null) return 0;
    const { fontFamily, fontSize, fontWeight } = getComputedStyle(element);
    brush.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return brush.measureText('H').actualBoundingBoxAscent * scaleOf(element);
  }

  /** Type in a drawing is as large as the drawing makes it. */
  function scaleOf(element: Element): number {
    return element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.d ?? 1) : 1;
  }

  /** Hidden from the eye on purpose: kept for those who hear the wall. */
  function isSeen(element: Element): boolean {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { clipPath, visibility, opacity, display } = getComputedStyle(each);
      if (clipPath === 'inset(50%)' || visibility === 'hidden' || opacity === '0' || display === 'none')
        return false;
    }
    return true;
  }

  function clippedBy(element: Element, range: Range): string | null {
    const text = range.getBoundingClientRect();
    const fontPx = parseFloat(getComputedStyle(element).fontSize);
    // The box of a line of type is higher than its ink.
    const spareY = fontPx * 0.3;
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const style = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      const cutsX = style.overflowX !== 'visible';
      const cutsY = style.overflowY !== 'visible';
      const ellipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (cutsX && !ellipsis && (text.left < box.left - 1 || text.right > box.right + 1))
        return `${each.className} (ngang)`;
      if (cutsX && ellipsis) return null;
      if (cutsY && (text.top < box.top - spareY || text.bottom > box.bottom + spareY))
        return `${each.className} (dọc)`;
    }
    return null;
  }

  const words: Words[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (
      element === null ||
      text === '' ||
      element.closest('.unseen, script, style, title') ||
      !isSeen(element)
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { right, bottom, left, top, width } = range.getBoundingClientRect();
    // The part of a spanning tile that another display shows.
    if (width === 0 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) continue;
    words.push({ tile: tileOf(element), text, capPx: capPx(element), clipped: clippedBy(element, range) });
  }
  const tiles = [...document.querySelectorAll('.wall-tile:not(.unseen)')].map((tile) => {
    const { x, y, width, height } = tile.getBoundingClientRect();
    return { x, y, width, height, name: tileOf(tile) };
  });
  return { words, tiles };
}

function overlap(a: Place, b: Place): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0.5 && down > 0.5;
}

/** What cannot be read from the farthest seat on one display, in sentences; none when all of it can. */
export async function unreadable(page: Page, canvas: Canvas, display: Display): Promise<readonly string[]> {
  const { words, tiles } = await page.evaluate(readPage);
  const pitch = pitchMm(display);
  const small = words.flatMap(({ tile, text, capPx }) => {
    const arc = arcMinutes(capPx * pitch, canvas.seatDistanceMm);
    return arc < FLOOR_ARC_MINUTES - 0.05 ? [`«${tile}»: “${text}” chỉ cao ${arc.toFixed(1)}′`] : [];
  });
  const cut = words.flatMap(({ tile, text, clipped }) =>
    clipped === null ? [] : [`«${tile}»: “${text}” bị cắt bởi ${clipped}`],
  );
  const over = tiles.flatMap((tile, index) =>
    tiles
      .slice(index + 1)
      .flatMap((other) => (overlap(tile, other) ? [`«${tile.name}» đè lên «${other.name}»`] : [])),
  );
  const none = words.length === 0 ? ['không có chữ nào'] : [];
  return [...small, ...cut, ...over, ...none].map((sentence) => `Màn hình ${display.order}: ${sentence}`);
}
