import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { search, searchIndex } from '../../domain/search/search.ts';
import { useText } from '../text/language.ts';
import type { PaletteEntry, PaletteTarget } from './entries.ts';
import './palette.css';

/** Entries shown at once: what a glance takes in. */
const SHOWN = 12;

/** The entry that a key leads to; undefined for other keys. */
function stepped(at: number, count: number, key: string): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  return undefined;
}

function Entry(props: {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { entry, chosen } = props;
  return (
    <li
      id={props.id}
      role="option"
      aria-selected={chosen}
      className="palette-entry"
      // The field keeps the focus: the list is read through it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      <span className="palette-sort">{entry.sort}</span>
      <span className="palette-name">{entry.name}</span>
      {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
    </li>
  );
}

/** One field that finds every scene, tile, camera, indicator, unit and command, without marks, by keyboard alone. */
export function Palette(props: {
  readonly entries: readonly PaletteEntry[];
  readonly onChoose: (target: PaletteTarget) => void;
  readonly onClose: () => void;
}) {
  const { entries, onChoose, onClose } = props;
  const text = useText().palette;
  const base = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [question, ask] = useState('');
  const [at, setAt] = useState(0);
  const index = useMemo(() => searchIndex(entries), [entries]);
  const found = useMemo(() => search(index, question, SHOWN), [index, question]);
  const chosen = Math.min(at, Math.max(0, found.length - 1));

  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  function choose(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    onClose();
    onChoose(entry.target);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const next = stepped(chosen, found.length, event.key);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) choose(found[chosen]);
    else setAt(next);
  }

  return (
    <dialog ref={box} className="palette" aria-label={text.title} onClose={onClose} onKeyDown={onKeyDown}>
      <input
        type="text"
        role="combobox"
        aria-label={text.ask}
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-activedescendant={found.length > 0 ? `${base}-${chosen}` : undefined}
        placeholder={text.ask}
        maxLength={120}
        value={question}
        onChange={(event) => {
          ask(event.target.value);
          setAt(0);
        }}
      />
      <ul id={`${base}-list`} role="listbox" aria-label={text.title}>
        {found.map((entry, place) => (
          <Entry
            key={entry.id}
            id={`${base}-${place}`}
            entry={entry}
            chosen={place === chosen}
            onChoose={() => choose(entry)}
          />
        ))}
      </ul>
      <p role="status" className="quiet">
        {found.length === 0 ? text.nothing : text.help}
      </p>
    </dialog>
  );
}
