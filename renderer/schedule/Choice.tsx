import { useId, type ReactNode } from 'react';
import type { Scene } from '../../domain/wall/model.ts';
import { useName } from '../text/language.ts';

/** One of a few, with its label above. */
export function Choice(props: {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="plan-choice">
      {props.hidesLabel !== true && <label htmlFor={id}>{props.label}</label>}
      <select
        id={id}
        aria-label={props.hidesLabel === true ? props.label : undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.children}
      </select>
    </div>
  );
}

/** The scenes of a wall, by name; a chosen one that is gone stays to be seen. */
export function SceneOptions(props: {
  readonly scenes: readonly Scene[];
  readonly chosen: string;
  readonly gone: string;
  readonly prefix?: string;
}) {
  const name = useName();
  const { scenes, chosen, gone, prefix = '' } = props;
  const known = scenes.some(({ id }) => prefix + id === chosen);
  return (
    <>
      {!known && chosen !== '' && chosen.startsWith(prefix) && <option value={chosen}>{gone}</option>}
      {scenes.map((scene) => (
        <option key={scene.id} value={prefix + scene.id}>
          {name(scene.name)}
        </option>
      ))}
    </>
  );
}
