import { Bookmark, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { Preset } from '../../../domain/cameras/ptz.ts';
import { PRESET_NAME } from '../../../domain/cameras/ptzLimits.ts';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { TurnAnswer } from './useTurning.ts';

/** The places that a camera knows by itself: go there, or keep where it looks now. */
export function PresetList(props: {
  readonly cameraId: string;
  readonly presets: readonly Preset[];
  readonly blocked: boolean;
  readonly onAnswer: (answer: TurnAnswer) => void;
  readonly onAgain: () => void;
}) {
  const { cameraId, presets, blocked, onAnswer, onAgain } = props;
  const text = useText().ptz;
  const [name, setName] = useState('');
  async function keep(): Promise<void> {
    const answer = await window.ioc.call('cameras.setPreset', { cameraId, name });
    onAnswer(answer);
    if (!answer.ok) return;
    setName('');
    onAgain();
  }
  return (
    <section className="ptz-part" aria-label={text.presets}>
      <h3>{text.presets}</h3>
      {presets.length === 0 && <p className="quiet">{text.noPresets}</p>}
      <div className="ptz-row">
        {presets.map((preset) => (
          <Button
            key={preset.token}
            disabled={blocked}
            onClick={() => {
              void window.ioc.call('cameras.goToPreset', { cameraId, token: preset.token }).then(onAnswer);
            }}
          >
            {preset.name}
          </Button>
        ))}
        <Button look="quiet" icon={RotateCw} onClick={onAgain}>
          {text.again}
        </Button>
      </div>
      <form
        className="ptz-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !blocked) void keep();
        }}
      >
        <Field
          label={text.presetName}
          value={name}
          maxLength={PRESET_NAME}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" icon={Bookmark} disabled={blocked || name.trim() === ''}>
          {text.setPreset}
        </Button>
      </form>
    </section>
  );
}
