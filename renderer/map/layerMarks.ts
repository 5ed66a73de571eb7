import { useMemo, useSyncExternalStore } from 'react';
import { lightKey, shownPhase } from '../../domain/cameras/lights.ts';
import { knownState } from '../../domain/cameras/check.ts';
import type { KnownCamera } from '../../domain/cameras/state.ts';
import type { TrafficLight } from '../../domain/cameras/sightings.ts';
import { cameraLook, type CameraMark } from '../../domain/map/cameraMarks.ts';
import { currentTime, onTick } from '../replica/clock.ts';
import { latestCameraHealth, latestReading, useWorld } from '../replica/store.ts';
import { useLanguage } from '../text/language.ts';
import type { LightMark } from './lightSource.ts';

const never = (): (() => void) => () => undefined;

/** Asks once a second, and answers with the very objects of before while nothing of them changed. */
function useEachSecond<Mark extends { readonly look: string }>(
  on: boolean,
  look: () => readonly Mark[],
): readonly Mark[] {
  const marksNow = useMemo(() => {
    let known: readonly Mark[] | null = null;
    return (): readonly Mark[] => {
      const now = on ? look() : [];
      const changed =
        now.length !== known?.length || now.some((mark, nth) => mark.look !== known?.[nth]?.look);
      if (known === null || changed) known = now;
      return known;
    };
  }, [on, look]);
  return useSyncExternalStore(on ? onTick : never, marksNow);
}

function cameraMark({ id, point, view, kind, provenance }: KnownCamera): CameraMark {
  const state = kind === 'none' ? 'no-source' : knownState(latestCameraHealth(id), currentTime());
  return { id, point, view, look: cameraLook(state), sample: provenance === 'sample' };
}

/** The register's cameras as they stand, at most a second ago. Restricted ones come on a wall only by their name. */
export function useCameraMarks(on: boolean): readonly CameraMark[] {
  const byId = useWorld((world) => world.cameras.byId);
  const look = useMemo(() => {
    const open = Object.values(byId).filter(({ restricted }) => !restricted);
    return () => open.map(cameraMark);
  }, [byId]);
  return useEachSecond(on, look);
}

function lookOf({ id }: TrafficLight): LightMark['look'] {
  const reading = latestReading(lightKey(id));
  if (reading === undefined) return 'unknown';
  const { value, ageOnArrivalMs, arrivedAt } = reading;
  return shownPhase({ value, ageMs: ageOnArrivalMs + currentTime() - arrivedAt });
}

/** What the province's traffic lights show, at most a second ago. */
export function useLightMarks(on: boolean): readonly LightMark[] {
  const byId = useWorld((world) => world.lights.byId);
  const language = useLanguage();
  const look = useMemo(() => {
    const lights = Object.values(byId);
    return () =>
      lights.map((light) => ({
        id: light.id,
        name: light.name[language],
        point: light.point,
        look: lookOf(light),
        sample: light.provenance === 'sample',
      }));
  }, [byId, language]);
  return useEachSecond(on, look);
}
