import { Radio } from 'lucide-react';
import type { Canvas, Scene, Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { SceneSchematic } from './SceneSchematic.tsx';
import './scenes.css';

function SceneButton(props: {
  readonly canvas: Canvas;
  readonly scene: Scene;
  readonly number: number;
  readonly onAir: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) {
  const text = useText().scenes;
  const name = useName();
  const { canvas, scene, number, onAir, selected } = props;
  return (
    <button
      type="button"
      className="scene"
      data-scene={scene.id}
      aria-pressed={selected}
      aria-keyshortcuts={number <= 9 ? String(number) : undefined}
      onClick={props.onSelect}
    >
      <span className="scene-drawing" aria-hidden="true">
        <SceneSchematic canvas={canvas} scene={scene} />
      </span>
      <span className="scene-name">{name(scene.name)}</span>
      <span className="scene-marks">
        {onAir && (
          <span className="mark on-air">
            <Icon of={Radio} /> {text.onAir}
          </span>
        )}
        {selected && <span className="mark preview">{text.preview}</span>}
      </span>
      {number <= 9 && <kbd aria-label={text.key(number)}>{number}</kbd>}
    </button>
  );
}

/** The scenes of this wall; choosing one makes it the preview and changes nothing on the wall. */
export function SceneList(props: {
  readonly wall: Wall;
  readonly selectedId: string | undefined;
  readonly onSelect: (sceneId: string) => void;
}) {
  const text = useText().scenes;
  const { wall, selectedId, onSelect } = props;
  const scenes = Object.values(wall.scenes);
  return (
    <section className="scenes" aria-label={text.label}>
      <h2>{text.label}</h2>
      {scenes.length === 0 && <p className="empty">{text.none}</p>}
      <ol>
        {scenes.map((scene, index) => (
          <li key={scene.id}>
            <SceneButton
              canvas={wall.canvas}
              scene={scene}
              number={index + 1}
              onAir={wall.program?.scene.id === scene.id}
              selected={scene.id === selectedId}
              onSelect={() => onSelect(scene.id)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
