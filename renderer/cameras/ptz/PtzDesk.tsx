import { useState } from 'react';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { PtzPanel } from './PtzPanel.tsx';

/** Every camera that turns, one of them in hand. */
export function PtzDesk({ blocked }: { readonly blocked: string | null }) {
  const text = useText().ptz;
  const nameOf = useName();
  const cameras = useWorld((world) => world.cameras.byId);
  const turnable = Object.values(cameras)
    .filter(({ ptz }) => ptz)
    .sort((a, b) => nameOf(a.name).localeCompare(nameOf(b.name), 'vi'));
  const [chosen, choose] = useState<string | null>(null);
  const cameraId = turnable.find(({ id }) => id === chosen)?.id ?? turnable[0]?.id;
  if (cameraId === undefined) return <p className="quiet">{text.none}</p>;
  return (
    <div className="ptz-desk">
      <label className="ptz-choice">
        {text.camera}
        <select value={cameraId} onChange={(event) => choose(event.target.value)}>
          {turnable.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name)}
            </option>
          ))}
        </select>
      </label>
      {blocked !== null && <p className="quiet">{blocked}</p>}
      <PtzPanel key={cameraId} cameraId={cameraId} blocked={blocked !== null} />
    </div>
  );
}
