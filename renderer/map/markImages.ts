import type { Severity } from '../../domain/incidents/model.ts';
import { signShapes } from '../ui/Sign.tsx';
import type { MapColours } from './colours.ts';
import type { MapImage } from './engine.ts';
import { markImage, marks } from './marks.ts';

/** Side of the grid on which signs are drawn, and room around it for the seam. */
const GRID = 24;
const SEAM = 2;
const severities: readonly Severity[] = ['info', 'warning', 'critical', 'emergency'];

type Drawing = {
  readonly severity: Severity;
  readonly known: boolean;
  readonly colours: MapColours;
  readonly sidePx: number;
};

function drawn({ severity, known, colours, sidePx }: Drawing): ImageData | undefined {
  const pen = new OffscreenCanvas(sidePx, sidePx).getContext('2d');
  if (!pen) return undefined;
  const { outline, stroke, dot } = signShapes[marks[severity].shape];
  const { shape, sign } = colours.marks[severity];
  const body = new Path2D(outline);
  pen.scale(sidePx / (GRID + 2 * SEAM), sidePx / (GRID + 2 * SEAM));
  pen.translate(SEAM, SEAM);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  // A dark seam keeps the shape apart from borders and from other marks.
  pen.strokeStyle = colours.beyond;
  pen.lineWidth = 2 * SEAM + 2;
  pen.stroke(body);
  pen.fillStyle = known ? colours.beyond : shape;
  pen.fill(body);
  pen.strokeStyle = shape;
  pen.lineWidth = 2;
  pen.stroke(body);
  pen.strokeStyle = known ? shape : sign;
  pen.lineWidth = 2.6;
  pen.stroke(new Path2D(stroke));
  pen.fillStyle = known ? shape : sign;
  pen.beginPath();
  pen.arc(GRID / 2, dot, 1.5, 0, 2 * Math.PI);
  pen.fill();
  return pen.getImageData(0, 0, sidePx, sidePx);
}

/** The marks as pictures for the map engine. */
export function markImages(
  colours: MapColours,
  floorPx: number,
  pixelRatio: number,
): Record<string, MapImage> {
  const images = severities.flatMap((severity) =>
    [false, true].flatMap((known) => {
      const em = marks[severity].sizeEm * (1 + (2 * SEAM) / GRID);
      const pixels = drawn({
        severity,
        known,
        colours,
        sidePx: Math.max(1, Math.round(em * floorPx * pixelRatio)),
      });
      return pixels ? [[markImage(severity, known), { pixels, pixelRatio }] as const] : [];
    }),
  );
  return Object.fromEntries(images);
}
