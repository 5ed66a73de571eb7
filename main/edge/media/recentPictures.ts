import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { Viewer } from './viewer.ts';

/** Pictures since the last key unit are kept up to here; beyond it a new tile waits for the next key unit. */
const MOST_UNITS = 120;
const MOST_BYTES = 3 * 1024 * 1024;

/** What a new tile needs to show its first picture without waiting for the camera. */
export function createRecentPictures() {
  let config: VideoConfig | null = null;
  let units: VideoUnit[] = [];
  let bytes = 0;

  function clear(): void {
    units = [];
    bytes = 0;
  }

  return {
    config(next: VideoConfig): void {
      config = next;
      clear();
    },
    unit(unit: VideoUnit): void {
      if (unit.key) clear();
      else if (units.length === 0) return;
      units.push(unit);
      bytes += unit.data.length;
      if (units.length > MOST_UNITS || bytes > MOST_BYTES) clear();
    },
    /** After a loss nothing that is kept can be gone on from. */
    clear,
    giveTo(viewer: Pick<Viewer, 'config' | 'unit'>): void {
      if (config === null) return;
      viewer.config(config);
      units.forEach((unit) => viewer.unit(unit));
    },
  };
}
