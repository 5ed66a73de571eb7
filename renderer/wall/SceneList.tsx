import { Lock, Radio } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Canvas, Scene, Wall } from '../../domain/wall/model.ts';
import { useLanguage, useName, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { sceneKeys } from './sceneKeys.ts';
import { foundScenes, tagsInUse } from './sceneSearch.ts';
import { SceneSchematic } from './SceneSchematic.tsx';
import './scenes.css';

const SceneButton = memo(function SceneButton(props: {
  readonly canvas: Canvas;
  readonly scene: Scene;
  /** The number key that chooses it. */
  readonly number: number | undefined;
  readonly onAir: boolean;
  readonly selected: boolean;
  readonly onSelect: (sceneId: string) => void;
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
      aria-keyshortcuts={number === undefined ? undefined : String(number)}
      onClick={() => props.onSelect(scene.id)}
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
        {scene.locked && (
          <span className="mark">
            <Icon of={Lock} /> {text.locked}
          </span>
        )}
      </span>
      {number !== undefined && <kbd aria-label={text.key(number)}>{number}</kbd>}
    </button>
  );
});

function Tags(props: {
  readonly tags: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (tags: ReadonlySet<string>) => void;
}) {
  const { tags, chosen, onChoose } = props;
  const text = useText().scenes;
  function toggle(tag: string): void {
    const next = new Set(chosen);
    if (!next.delete(tag)) next.add(tag);
    onChoose(next);
  }
  return (
    <div className="scene-tags" role="group" aria-label={text.tags}>
      {tags.map((tag) => (
        <button key={tag} type="button" aria-pressed={chosen.has(tag)} onClick={() => toggle(tag)}>
          {tag}
        </button>
      ))}
    </div>
  );
}

/** Fewer scenes than this are seen at a glance: no search is offered. */
const SEARCH_OVER = 6;

/** The scenes of this wall; choosing one makes it the preview and changes nothing on the wall. */
export function SceneList(props: {
  readonly wall: Wall;
  readonly selectedId: string | undefined;
  readonly onSelect: (sceneId: string) => void;
}) {
  const text = useText().scenes;
  const { wall, selectedId, onSelect } = props;
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [tags, chooseTags] = useState<ReadonlySet<string>>(new Set());
  const scenes = useMemo(() => Object.values(wall.scenes), [wall.scenes]);
  const keys = useMemo(
    () => new Map([...sceneKeys(wall.scenes)].map(([number, id]) => [id, number])),
    [wall.scenes],
  );
  const inUse = useMemo(() => tagsInUse(scenes), [scenes]);
  const found = useMemo(() => foundScenes(scenes, search, tags, language), [scenes, search, tags, language]);
  return (
    <section className="scenes" aria-label={text.label}>
      <h2>{text.label}</h2>
      {scenes.length === 0 && <p className="empty">{text.none}</p>}
      {scenes.length > SEARCH_OVER && (
        <SearchField
          className="scene-search"
          label={text.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      {inUse.length > 0 && <Tags tags={inUse} chosen={tags} onChoose={chooseTags} />}
      {found.length === 0 && scenes.length > 0 && <p className="empty">{text.noneFound}</p>}
      <ol>
        {found.map((scene) => (
          <li key={scene.id}>
            <SceneButton
              canvas={wall.canvas}
              scene={scene}
              number={keys.get(scene.id)}
              onAir={wall.program?.scene.id === scene.id}
              selected={scene.id === selectedId}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
