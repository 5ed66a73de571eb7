import type { CameraLook } from '../../domain/map/cameraMarks.ts';

/** A camera's mark on a grid of 24 by 24: its shape tells its state without colour too. */
export type CameraSign = {
  /** The body is filled; otherwise an outline. */
  readonly filled: boolean;
  readonly dashed: boolean;
  /** What is drawn over the body. */
  readonly stroke: string;
};

/** The body of a camera and its lens. */
export const CAMERA_BODY =
  'M3.5 6.5h11a2 2 0 0 1 2 2v1.9l4.6-2.9a.6.6 0 0 1 .9.5v8a.6.6 0 0 1-.9.5l-4.6-2.9v1.9a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z';

/** Live: full. Nobody looks: empty. Old picture: a clock's hands. Lost: struck through. No source: broken outline. */
export const cameraSigns: Readonly<Record<CameraLook, CameraSign>> = {
  live: { filled: true, dashed: false, stroke: '' },
  stale: { filled: false, dashed: false, stroke: 'M9 8.6V12l2.6 2' },
  lost: { filled: false, dashed: false, stroke: 'M2.5 3.5l19 17' },
  unknown: { filled: false, dashed: false, stroke: '' },
  none: { filled: false, dashed: true, stroke: '' },
};

/** Size of a camera's mark, in parts of the floor of type. */
export const CAMERA_EM = 0.95;
/** Cameras nearer to each other than this are one mark with their number, in parts of the floor. */
export const APART_EM = 1.3;
/** A view whose reach is shorter than this on the map shows its direction only, in parts of the floor. */
export const LEAST_WEDGE_EM = 1.4;

/** What stands on the mark of several cameras: their number, after a sign where one of them is in trouble. */
export function groupText(count: number, troubled: boolean): string {
  return troubled ? `! ${count}` : String(count);
}

/** Width of the mark with these letters, in parts of the floor. */
export function groupEm(text: string): number {
  return 0.75 + 0.6 * text.length;
}

/** Names of the pictures that the map engine draws. */
export const cameraImage = (look: CameraLook): string => `camera-${look}`;
export const groupImage = (count: number, troubled: boolean): string =>
  `cameras-${count}${troubled ? '-trouble' : ''}`;
export const BEAK_IMAGE = 'camera-beak';
