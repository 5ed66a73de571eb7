import { Unlock } from 'lucide-react';
import type { TileLook } from '../../../domain/wall/looking.ts';
import { heldCameras, type LookOrder } from '../../../domain/wall/lookRules.ts';
import { useText } from '../../text/language.ts';
import type { Dictionary } from '../../text/vi.ts';
import { Button } from '../../ui/Button.tsx';

/** How somebody looks closely at a camera of a tile. */
function howHeld({ large, zooms, frozen }: TileLook, cameraId: string, words: Dictionary): readonly string[] {
  const { held } = words.cameras.board;
  return [
    ...(large?.cameraId === cameraId ? [held.large] : []),
    ...(Object.hasOwn(zooms, cameraId) ? [held.zoomed] : []),
    ...(Object.hasOwn(frozen, cameraId) ? [held.frozen] : []),
  ];
}

/** What keeps a tile where it is, on screen or not, and one key that lets go of it. A replay is ended where it is led. */
export function TileHold(props: {
  readonly look: TileLook;
  readonly lookedBack: boolean;
  readonly nameOf: (cameraId: string) => string;
  readonly send: (order: LookOrder) => void;
}) {
  const { look, lookedBack, nameOf, send } = props;
  const words = useText();
  const text = words.cameras.board;
  const held = heldCameras(look);
  if (held.length === 0 && !lookedBack) return null;
  const what = held.map((id) => text.heldAs(nameOf(id), howHeld(look, id, words)));
  return (
    <p className="tiles-desk-held">
      <span role="status">
        {text.holding([...what, ...(lookedBack ? [text.held.back] : [])].join(' · '))}
      </span>
      {held.length > 0 && (
        <Button icon={Unlock} onClick={() => send({ do: 'release' })}>
          {text.release}
        </Button>
      )}
    </p>
  );
}
