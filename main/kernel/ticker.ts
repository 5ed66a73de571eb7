import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { PortReading } from '../../domain/contract/port.ts';
import type { Clock, Windows } from './ports.ts';

/**
 * Windows hear of readings this often, ms: one message per window and tick. Thirty pictures a second are more than an eye
 * reads of numbers, and cost half of sixty.
 */
export const TICK_MS = 33;

/** Readings come by the thousand: windows hear only the latest of each key, once a tick. */
export function createTicker({ clock, windows }: { readonly clock: Clock; readonly windows: Windows }) {
  const readings = new Map<string, PortReading>();
  const healths = new Map<string, CameraHealth>();
  let awake = false;

  function tick(): void {
    awake = false;
    if (readings.size > 0) windows.readings(readings);
    if (healths.size > 0) windows.cameras([...healths.values()]);
    readings.clear();
    healths.clear();
  }

  function wake(): void {
    if (awake) return;
    awake = true;
    clock.after(TICK_MS, tick);
  }

  return {
    put(reading: PortReading): void {
      readings.set(reading[0], reading);
      wake();
    },
    putHealth(health: CameraHealth): void {
      healths.set(health.cameraId, health);
      wake();
    },
  };
}
