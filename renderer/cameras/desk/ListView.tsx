import { CirclePlus, MoveUpRight, Pencil, Plus } from 'lucide-react';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import { mayPerson } from '../../../domain/access/rights.ts';
import { knownState } from '../../../domain/cameras/check.ts';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { search, searchIndex } from '../../../domain/search/search.ts';
import type { PanelSpec } from '../../../domain/wall/model.ts';
import { currentTime } from '../../replica/clock.ts';
import { latestCameraHealth, onCameraHealth, useWorld } from '../../replica/store.ts';
import { formatMoment } from '../../text/format.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { WindowedList } from '../../ui/WindowedList.tsx';
import { beginCamera, openCamera } from './editStore.ts';
import { useCount } from './useCount.ts';
import { carriedBy, type Hand } from '../hand.ts';
import { isTrouble, stateIcons, stateTones } from '../marks.ts';

const ROW_PX = 52;

export type Bring = (spec: PanelSpec) => void;

/** How a camera stands, as it is shown now or as the last check found it; and when that was. */
function useStanding(camera: KnownCamera) {
  const text = useText().registry;
  const listen = useCallback((listener: () => void) => onCameraHealth(camera.id, listener), [camera.id]);
  const health = useSyncExternalStore(listen, () => latestCameraHealth(camera.id));
  const now = currentTime();
  const state = camera.kind === 'none' ? 'no-source' : knownState(health, now);
  const checked = health?.state === 'idle' && state !== 'idle' ? health.check?.at : undefined;
  return { state, checked: checked === undefined ? [] : [text.check.at(formatMoment(checked, now))] };
}

/** One camera of a list: name, state in shape and word, where it stands, and a tile of it a click away. */
export function CameraRow(props: {
  readonly camera: KnownCamera;
  readonly place: string;
  readonly more?: readonly string[];
  readonly bring: Bring;
  readonly hand?: Hand;
  readonly blocked: string | null;
  readonly mayEdit?: boolean;
}) {
  const { camera, place, more = [], bring, hand, blocked, mayEdit = false } = props;
  const words = useText();
  const text = words.registry;
  const name = useName()(camera.name);
  const { state, checked } = useStanding(camera);
  const cargo = { cameraIds: [camera.id], name };
  const notes = [
    ...(camera.provenance === 'sample' ? [text.sample] : []),
    ...checked,
    ...more,
    place,
    ...camera.groups,
    ...(camera.ptz ? [text.ptz] : []),
    ...(camera.restricted ? [text.restricted] : []),
  ];
  return (
    <div
      className="registry-row"
      aria-label={words.cameras.row(name, words.cameras.states[state])}
      role="group"
      title={hand && words.put.drag}
      onPointerDown={hand && carriedBy(hand, cargo)}
    >
      <span className={`camera-sign tone-${stateTones[state]}`}>
        <Icon of={stateIcons[state]} />
      </span>
      <div>
        <strong>{name}</strong>
        <span className="quiet">
          <span className={isTrouble(state) ? 'trouble' : ''}>{words.cameras.states[state]}</span>
          {notes.map((note) => ` · ${note}`)}
        </span>
      </div>
      {mayEdit && (
        <Button
          icon={Pencil}
          look="quiet"
          aria-label={text.edit.of(name)}
          onClick={() => void openCamera(camera.id)}
        >
          {text.edit.open}
        </Button>
      )}
      {hand && (
        <Button
          icon={MoveUpRight}
          look="quiet"
          disabled={hand.blocked !== null}
          title={hand.blocked ?? undefined}
          aria-label={words.put.putOf(name)}
          onClick={() => hand.take(cargo, null)}
        >
          {words.put.put}
        </Button>
      )}
      <Button
        icon={Plus}
        look="quiet"
        disabled={blocked !== null}
        title={blocked ?? undefined}
        aria-label={text.addOf(name)}
        onClick={() => bring({ kind: 'camera', cameraId: camera.id })}
      >
        {text.add}
      </Button>
    </div>
  );
}

/** Name of a unit by its code. */
export function useUnitName(): (code: string) => string {
  const units = useWorld((world) => world.province?.units);
  const nameOf = useName();
  const byCode = useMemo(() => new Map((units ?? []).map((unit) => [unit.code, unit.name])), [units]);
  return (code) => {
    const name = byCode.get(code);
    return name ? nameOf(name) : code;
  };
}

/** Every camera, found by name, place, group, tag, owner or id, marks aside. */
export function ListView(props: {
  readonly cameras: readonly KnownCamera[];
  readonly bring: Bring;
  readonly hand: Hand;
  readonly blocked: string | null;
  readonly person: Person | null;
}) {
  const { cameras, bring, hand, blocked, person } = props;
  const mayEdit = mayPerson(person, 'camera.edit');
  const text = useText().registry;
  const nameOf = useName();
  const unitName = useUnitName();
  const count = useCount();
  const [question, ask] = useState('');
  const index = useMemo(
    () =>
      searchIndex(
        cameras.map((camera) => ({
          camera,
          name: nameOf(camera.name),
          also: [camera.id, unitName(camera.unit), ...camera.groups, ...camera.tags, camera.owner ?? ''].join(
            ' ',
          ),
        })),
      ),
    // The names follow the cameras and the language, which also makes the console anew.
    [cameras],
  );
  const found = useMemo(() => search(index, question, index.length), [index, question]);
  return (
    <>
      <input
        className="registry-search"
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        maxLength={120}
        value={question}
        onChange={({ target }) => ask(target.value)}
      />
      <div className="registry-wrong">
        <p className="quiet" role="status">
          {text.count(count(found.length), count(cameras.length))}
        </p>
        {mayEdit && (
          <Button icon={CirclePlus} look="quiet" onClick={() => beginCamera({})}>
            {text.edit.begin}
          </Button>
        )}
      </div>
      {cameras.length === 0 && <p className="empty">{text.none}</p>}
      {cameras.length > 0 && found.length === 0 && <p className="empty">{text.nothing}</p>}
      <WindowedList
        label={text.list}
        count={found.length}
        rowPx={ROW_PX}
        row={(at) => {
          const item = found[at];
          if (item === undefined) return null;
          const { camera } = item;
          return (
            <CameraRow
              key={camera.id}
              camera={camera}
              place={unitName(camera.unit)}
              bring={bring}
              hand={hand}
              blocked={blocked}
              mayEdit={mayEdit}
            />
          );
        }}
      />
    </>
  );
}
