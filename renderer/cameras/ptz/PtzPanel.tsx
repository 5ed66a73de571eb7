import { useEffect, useState } from 'react';
import type { Preset } from '../../../domain/cameras/ptz.ts';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { PatrolList } from './PatrolList.tsx';
import { PresetList } from './PresetList.tsx';
import { TurnPad } from './TurnPad.tsx';
import type { PtzAnswer } from './useTurning.ts';
import './ptz.css';

/** The presets that a camera knows, asked for when it is chosen and by `again`. */
function usePresets(cameraId: string, onRefused: (answer: PtzAnswer) => void) {
  const [presets, setPresets] = useState<readonly Preset[]>([]);
  const [asked, ask] = useState(0);
  useEffect(() => {
    let gone = false;
    void window.ioc.call('cameras.presets', { cameraId }).then((answer) => {
      if (gone) return;
      if (answer.ok) setPresets(answer.value);
      else onRefused(answer);
    });
    return () => {
      gone = true;
    };
    // A new listener is no reason to ask the camera again.
  }, [cameraId, asked]);
  return { presets, again: () => ask((count) => count + 1) };
}

/** Turns one camera by mouse and keys, with its presets and rounds; says who has it in hand. */
export function PtzPanel(props: { readonly cameraId: string; readonly blocked: boolean }) {
  const { cameraId, blocked } = props;
  const words = useText();
  const { ptz: text, refusals, access } = words;
  const nameOf = useName();
  const name = useWorld((world) => world.cameras.byId[cameraId]?.name);
  const hold = useWorld((world) => world.ptz.holds[cameraId]);
  const [said, say] = useState('');

  function hear(answer: PtzAnswer): void {
    if (answer.ok) return say('');
    if ('holder' in answer) return say(text.heldBy(answer.holder.name, access.roles[answer.holder.role]));
    say(refusals[answer.reason]);
  }

  const { presets, again } = usePresets(cameraId, hear);
  return (
    <section className="ptz" aria-label={text.of(name ? nameOf(name) : cameraId)}>
      <h2>{name ? nameOf(name) : cameraId}</h2>
      <p role="status" className={hold ? 'ptz-holder' : 'ptz-holder quiet'}>
        {hold ? text.inHandOf(hold.name, access.roles[hold.role]) : text.inNoHand}
      </p>
      {said !== '' && <p role="alert">{said}</p>}
      <TurnPad cameraId={cameraId} blocked={blocked} onAnswer={hear} />
      <PresetList cameraId={cameraId} presets={presets} blocked={blocked} onAnswer={hear} onAgain={again} />
      <PatrolList cameraId={cameraId} presets={presets} blocked={blocked} onAnswer={hear} />
    </section>
  );
}
