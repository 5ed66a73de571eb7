import type { LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { scenesShowing } from './showing.ts';
import { useReplica, useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { removeCamera } from './editStore.ts';

/** Scenes told by name; of more only the number. */
const MOST_TOLD = 8;

function useShownBy(cameraId: string): readonly string[] {
  const nameOf = useName();
  const wallId = useReplica((state) => state.window?.wallId) ?? '';
  const scenes = useWorld((world) => world.walls[wallId]?.scenes);
  const register = useWorld((world) => world.cameras.byId);
  return useMemo(
    () => scenesShowing(scenes ?? {}, cameraId, register).map(({ name }) => nameOf(name)),
    // The language makes the console anew.
    [scenes, cameraId, register],
  );
}

/** Takes a camera out of the registry, after telling which scenes show it. */
export function RemoveCamera(props: {
  readonly icon: LucideIcon;
  readonly cameraId: string;
  readonly name: string;
}) {
  const { icon, cameraId, name } = props;
  const text = useText().registry.edit;
  const [asked, ask] = useState(false);
  const shownBy = useShownBy(cameraId);
  return (
    <div className="registry-buttons">
      <Button look="quiet" icon={icon} onClick={() => ask(true)}>
        {text.remove}
      </Button>
      {asked && (
        <Dialog title={text.removeTitle(name)} modal onClose={() => ask(false)}>
          <p>{shownBy.length === 0 ? text.shownNowhere : text.shownBy(shownBy.length)}</p>
          {shownBy.length > 0 && (
            <ul>
              {shownBy.slice(0, MOST_TOLD).map((scene) => (
                <li key={scene}>{scene}</li>
              ))}
              {shownBy.length > MOST_TOLD && <li>…</li>}
            </ul>
          )}
          <p className="quiet">{text.removeHelp}</p>
          <div className="registry-buttons">
            <Button icon={icon} onClick={() => void removeCamera()}>
              {text.removeIt}
            </Button>
            <Button look="primary" autoFocus onClick={() => ask(false)}>
              {text.stay}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
