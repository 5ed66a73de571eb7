import { useMemo } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import { maySeeCamera } from '../../../domain/access/rights.ts';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { useWorld } from '../../replica/store.ts';

/** The cameras that this person may see, by name. */
export function useSeenCameras(person: Person | null): readonly KnownCamera[] {
  const byId = useWorld((world) => world.cameras.byId);
  return useMemo(() => {
    const order = new Intl.Collator('vi', { numeric: true });
    return Object.values(byId)
      .filter((camera) => maySeeCamera(person, camera))
      .sort((a, b) => order.compare(a.name.vi, b.name.vi) || order.compare(a.id, b.id));
  }, [byId, person]);
}
