import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { Clock, Windows } from './ports.ts';

/** Windows hear of cameras this often, ms. */
const NEWS_MS = 33;

/** Fifty cameras lose their network in one moment: windows hear of the latest of each, in one message. */
export function createHealthNews(needs: {
  readonly clock: Clock;
  readonly windows: Pick<Windows, 'cameras'>;
}) {
  const { clock, windows } = needs;
  const healths = new Map<string, CameraHealth>();

  function tell(): void {
    windows.cameras([...healths.values()]);
    healths.clear();
  }

  return (health: CameraHealth): void => {
    if (healths.size === 0) clock.after(NEWS_MS, tell);
    healths.set(health.cameraId, health);
  };
}
