import { useCallback } from 'react';
import type { Area } from '../../../domain/wall/model.ts';
import { useWorld } from '../../replica/store.ts';
import { boxOnBoard, type BoardPlace } from '../boardLayout.ts';
import { PutSurface } from './PutSurface.tsx';
import { usePut } from './putStore.ts';
import type { Putting } from './usePutting.ts';

/** The wall's own picture takes what is in the operator's hand. */
export function PutOnBoard(props: {
  readonly wallId: string;
  readonly places: readonly BoardPlace[];
  readonly putting: Putting;
}) {
  const { wallId, places, putting } = props;
  const wall = useWorld((world) => world.walls[wallId]);
  const boxOf = useCallback((area: Area) => boxOnBoard(places, area), [places]);
  const scene = wall?.program?.scene;
  if (wall === undefined || scene === undefined) return null;
  return <PutSurface wall={wall} scene={scene} onAir boxOf={boxOf} onPut={putting.onAir} />;
}

/** What putting came to; read out to those who do not see it. */
export function PutLine() {
  const word = usePut((state) => state.word);
  return (
    <p className={word?.refused ? 'put-word refused' : 'put-word'} role="status" aria-live="polite">
      {word?.sentence}
    </p>
  );
}
