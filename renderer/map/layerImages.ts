import type { CameraLook } from '../../domain/map/cameraMarks.ts';
import {
  BEAK_IMAGE,
  CAMERA_BODY,
  CAMERA_EM,
  cameraImage,
  cameraSigns,
  groupEm,
  groupImage,
  groupText,
} from './cameraSigns.ts';
import type { MapColours } from './colours.ts';
import type { MapImage } from './engine.ts';
import {
  LAMP_R,
  LAMPS_Y,
  LIGHT_CASE,
  LIGHT_EM,
  lightImage,
  lightSigns,
  type LightLook,
} from './lightSigns.ts';

type Brush = { readonly colours: MapColours; readonly floorPx: number; readonly pixelRatio: number };
type Pen = OffscreenCanvasRenderingContext2D;

/** Side of the grid on which signs are drawn, with room around it for the seam. */
const GRID = 24;
const SEAM = 2;
const SIDE = GRID + 2 * SEAM;

/** A picture of so many ems, drawn on a grid of its own with `wide` by `high` steps. */
function drawn(
  { floorPx, pixelRatio }: Brush,
  { wideEm, highEm, steps }: { readonly wideEm: number; readonly highEm: number; readonly steps: number },
  draw: (pen: Pen) => void,
): MapImage | undefined {
  const widthPx = Math.max(1, Math.round(wideEm * floorPx * pixelRatio));
  const heightPx = Math.max(1, Math.round(highEm * floorPx * pixelRatio));
  const pen = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
  if (!pen) return undefined;
  pen.scale(heightPx / steps, heightPx / steps);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen);
  return { pixels: pen.getImageData(0, 0, widthPx, heightPx), pixelRatio };
}

const signSize = (em: number) => ({ wideEm: em * (SIDE / GRID), highEm: em * (SIDE / GRID), steps: SIDE });

function cameraPicture(look: CameraLook, brush: Brush): MapImage | undefined {
  const { filled, dashed, stroke } = cameraSigns[look];
  const { cameras, beyond } = brush.colours;
  const colour = look === 'stale' || look === 'lost' ? cameras.trouble : cameras.mark;
  return drawn(brush, signSize(CAMERA_EM), (pen) => {
    const body = new Path2D(CAMERA_BODY);
    pen.translate(SEAM, SEAM);
    // A dark seam keeps the shape apart from borders and from other marks.
    pen.strokeStyle = beyond;
    pen.lineWidth = 2 * SEAM + 1;
    pen.stroke(body);
    pen.stroke(new Path2D(stroke));
    pen.fillStyle = filled ? colour : beyond;
    pen.fill(body);
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    if (dashed) pen.setLineDash([3, 2.6]);
    pen.stroke(body);
    pen.stroke(new Path2D(stroke));
  });
}

/** A tip beside the mark, pointing north: the engine turns it to where the camera looks. */
function beakPicture(brush: Brush): MapImage | undefined {
  const em = CAMERA_EM * 2;
  return drawn(brush, { wideEm: em, highEm: em, steps: 48 }, (pen) => {
    const tip = new Path2D('M24 1 31 10 17 10Z');
    pen.strokeStyle = brush.colours.beyond;
    pen.lineWidth = 3;
    pen.stroke(tip);
    pen.fillStyle = brush.colours.cameras.mark;
    pen.fill(tip);
  });
}

/** How many cameras stand at one spot; where one of them is in trouble, with a sign of it before the number. */
function groupPicture(count: number, troubled: boolean, brush: Brush): MapImage | undefined {
  const { cameras, beyond } = brush.colours;
  const text = groupText(count, troubled);
  const wideEm = groupEm(text);
  return drawn(brush, { wideEm, highEm: 1.4, steps: 1.4 }, (pen) => {
    pen.fillStyle = beyond;
    pen.strokeStyle = troubled ? cameras.trouble : cameras.mark;
    pen.lineWidth = troubled ? 0.13 : 0.07;
    pen.beginPath();
    pen.roundRect(0.09, 0.09, wideEm - 0.18, 1.22, 0.3);
    pen.fill();
    pen.stroke();
    pen.fillStyle = troubled ? cameras.trouble : cameras.text;
    pen.font = '500 1px "Be Vietnam Pro", sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(text, wideEm / 2, 0.74);
  });
}

function lightPicture(look: LightLook, brush: Brush): MapImage | undefined {
  const { lamp, colour, stroke } = lightSigns[look];
  const { lamps, beyond, cameras } = brush.colours;
  return drawn(brush, signSize(LIGHT_EM), (pen) => {
    const box = new Path2D(LIGHT_CASE);
    pen.translate(SEAM, SEAM);
    pen.strokeStyle = beyond;
    pen.lineWidth = 2 * SEAM + 1;
    pen.stroke(box);
    pen.fillStyle = beyond;
    pen.fill(box);
    pen.strokeStyle = cameras.mark;
    pen.lineWidth = 1.6;
    if (look === 'unknown') pen.setLineDash([3, 2.6]);
    pen.stroke(box);
    pen.setLineDash([]);
    pen.stroke(new Path2D(stroke));
    LAMPS_Y.forEach((y, index) => {
      pen.beginPath();
      pen.arc(GRID / 2, y, index === lamp ? LAMP_R + 0.6 : LAMP_R - 1, 0, 2 * Math.PI);
      pen.fillStyle = index === lamp && colour ? lamps[colour] : cameras.mark;
      if (index === lamp) pen.fill();
      else {
        pen.lineWidth = 1;
        pen.stroke();
      }
    });
  });
}

function named(entries: readonly (readonly [string, MapImage | undefined])[]): Record<string, MapImage> {
  return Object.fromEntries(entries.flatMap(([name, image]) => (image ? [[name, image]] : [])));
}

/** The pictures that these cameras need; `groups`: how many stand together, and whether one of them is in trouble. */
export function cameraImages(
  looks: ReadonlySet<CameraLook>,
  groups: readonly { readonly count: number; readonly troubled: boolean }[],
  brush: Brush,
): Record<string, MapImage> {
  return named([
    [BEAK_IMAGE, beakPicture(brush)],
    ...[...looks].map((look) => [cameraImage(look), cameraPicture(look, brush)] as const),
    ...groups.map(
      ({ count, troubled }) => [groupImage(count, troubled), groupPicture(count, troubled, brush)] as const,
    ),
  ]);
}

export function lightImages(looks: ReadonlySet<LightLook>, brush: Brush): Record<string, MapImage> {
  return named([...looks].map((look) => [lightImage(look), lightPicture(look, brush)] as const));
}
