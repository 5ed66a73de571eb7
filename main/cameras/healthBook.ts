import type { CameraHealth } from '../../domain/cameras/model.ts';
import { betterState } from '../../domain/cameras/rules.ts';
import type { SourceState } from './ports.ts';

/** How a camera stands that these tiles show: the best that any of them gets. Without tiles nobody knows: idle. */
function judged(
  cameraId: string,
  standings: readonly SourceState[],
  past: { readonly before: CameraHealth | undefined; readonly now: number },
): CameraHealth {
  const best = standings.reduce<SourceState | undefined>(
    (a, b) => (a === undefined || betterState(a.state, b.state) !== a.state ? b : a),
    undefined,
  );
  const pictures = [past.before, ...standings].flatMap((each) => each?.lastPictureAt ?? []);
  const last = pictures.length > 0 ? { lastPictureAt: Math.max(...pictures) } : {};
  const check = past.before?.check && { check: past.before.check };
  return { state: 'idle', since: past.now, ...best, cameraId, ...last, ...check };
}

const sameButForPictures = (a: CameraHealth, b: CameraHealth): boolean =>
  a.state === b.state && a.trouble === b.trouble && a.codec === b.codec && a.suspectSince === b.suspectSince;

/** Keeps the health of every camera that was opened, and tells of changes only. */
export function createHealthBook(now: () => number, onHealth: (health: CameraHealth) => void) {
  const book = new Map<string, CameraHealth>();
  return {
    judge(cameraId: string, standings: readonly SourceState[]): void {
      const before = book.get(cameraId);
      const health = judged(cameraId, standings, { before, now: now() });
      book.set(cameraId, health);
      if (before === undefined || !sameButForPictures(before, health)) onHealth(health);
    },
    /** A check of all cameras found this. */
    checked(cameraId: string, check: NonNullable<CameraHealth['check']>): void {
      const before = book.get(cameraId) ?? { cameraId, state: 'idle' as const, since: now() };
      const health = { ...before, check };
      book.set(cameraId, health);
      onHealth(health);
    },
    all: (): readonly CameraHealth[] => [...book.values()],
  };
}
