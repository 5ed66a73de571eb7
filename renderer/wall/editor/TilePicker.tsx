import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { searchIndex } from '../../../domain/search/search.ts';
import type { PanelKind, PanelSpec } from '../../../domain/wall/model.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { panelIcons } from '../panelIcons.ts';
import { dropPoint } from './dropPlace.ts';
import { foundEntries, MOST_SHOWN, pickerEntries, type PickerEntry } from './pickerEntries.ts';
import { add, dropAt } from './perform.ts';
import type { Stage } from './stage.ts';
import './tilePicker.css';

const CLICK_PX = 4;

/** Carries an entry under the pointer; `onDrop` gets where it was let go, or null for a click. */
function carry(
  start: globalThis.PointerEvent,
  ghost: HTMLElement,
  onDrop: (event: globalThis.PointerEvent | null) => void,
): void {
  let carried = false;
  function move(event: globalThis.PointerEvent): void {
    carried ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > CLICK_PX;
    ghost.hidden = !carried;
    ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
  }
  function end(event: globalThis.PointerEvent): void {
    ghost.hidden = true;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    if (event.type === 'pointerup') onDrop(carried ? event : null);
  }
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

function Kinds(props: {
  readonly stage: Stage;
  readonly kinds: readonly PanelKind[];
  readonly kind: PanelKind | null;
  readonly onChoose: (kind: PanelKind | null) => void;
}) {
  const { words } = props.stage.room;
  return (
    <select
      aria-label={words.editor.kindFilter}
      value={props.kind ?? ''}
      onChange={({ target }) => props.onChoose(props.kinds.find((kind) => kind === target.value) ?? null)}
    >
      <option value="">{words.editor.everyKind}</option>
      {props.kinds.map((kind) => (
        <option key={kind} value={kind}>
          {words.scenes.kinds[kind]}
        </option>
      ))}
    </select>
  );
}

/** Where the list's keys lead. */
function nextActive(active: number, key: string, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, active + 1);
  if (key === 'ArrowUp') return Math.max(0, active - 1);
  if (key === 'PageDown') return Math.min(count - 1, active + 10);
  return key === 'PageUp' ? Math.max(0, active - 10) : null;
}

/** Every tile that can be placed: found without marks, added by Enter at the best free place, or dragged in. */
export function TilePicker({ stage }: { readonly stage: Stage }) {
  const { room } = stage;
  const { words } = room;
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<PanelKind | null>(null);
  const [active, setActive] = useState(0);
  const ghost = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => pickerEntries(room), [room]);
  const kinds = useMemo(() => [...new Set(entries.map(({ spec }) => spec.kind))], [entries]);
  const index = useMemo(() => searchIndex(entries), [entries]);
  const found = useMemo(() => foundEntries(index, search, kind), [index, search, kind]);
  const shown = found.slice(0, MOST_SHOWN);
  const at = Math.min(active, shown.length - 1);

  function show(index: number): void {
    setActive(index);
    document.getElementById(`edit-pick-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextActive(at, event.key, shown.length);
    if (next !== null) show(next);
    else if (event.key === 'Enter' && shown[at]) void add(stage, shown[at].spec);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPointerDown(event: PointerEvent, { spec, name }: PickerEntry, index: number): void {
    if (event.button !== 0 || ghost.current === null) return;
    ghost.current.textContent = name;
    setActive(index);
    carry(event.nativeEvent, ghost.current, (end) => drop(spec, end));
  }

  function drop(spec: PanelSpec, end: globalThis.PointerEvent | null): void {
    const point = end && dropPoint(end);
    if (point) void dropAt(stage, spec, point);
  }

  return (
    <section className="picker" aria-label={words.editor.palette} data-edit-region>
      <h2>{words.editor.palette}</h2>
      <SearchField
        id="edit-search"
        role="combobox"
        aria-expanded="true"
        aria-controls="edit-picks"
        aria-activedescendant={shown.length > 0 ? `edit-pick-${at}` : undefined}
        label={words.editor.search}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Kinds stage={stage} kinds={kinds} kind={kind} onChoose={setKind} />
      <ul id="edit-picks" role="listbox" aria-label={words.editor.palette}>
        {shown.map((entry, index) => (
          <li
            key={entry.id}
            id={`edit-pick-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => onPointerDown(event, entry, index)}
            onDoubleClick={() => void add(stage, entry.spec)}
          >
            <Icon of={panelIcons[entry.spec.kind]} />
            <span>
              {entry.name}
              <br />
              <span className="quiet">{[entry.kind, entry.whose].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="empty">{words.editor.noneFound}</p>}
      {found.length > shown.length && (
        <p className="quiet">{words.editor.more(found.length - shown.length)}</p>
      )}
      <div className="picker-ghost" ref={ghost} hidden aria-hidden="true" />
    </section>
  );
}
