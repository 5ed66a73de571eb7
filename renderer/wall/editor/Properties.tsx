import { useMemo } from 'react';
import type { EditKind, Priority, Tile } from '../../../domain/wall/model.ts';
import { kindsWithSource } from '../../../domain/wall/substitutes.ts';
import { formatNumber } from '../../text/format.ts';
import { rectOn } from '../tilePlacement.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { useEditorState } from './editorStore.ts';
import { LegibilityNote } from './LegibilityNote.tsx';
import { NumberField } from './NumberField.tsx';
import { pickerEntries } from './pickerEntries.ts';
import { applyEdit } from './send.ts';
import { SpecForm } from './SpecForm.tsx';
import { displayOf, titleOf, type Stage } from './stage.ts';

type Change = (next: Tile, kind?: EditKind) => void;
type Part = { readonly tile: Tile; readonly stage: Stage; readonly change: Change };

const priorities: readonly Priority[] = [1, 2, 3];

function Place({ tile, stage, change }: Part) {
  const { wall, room } = stage;
  const { editor } = room.words;
  const display = displayOf(wall.canvas, tile.area);
  const from = display?.area ?? wall.canvas.area;
  const { area } = tile;
  const put = (next: Partial<Tile['area']>): void => change({ ...tile, area: { ...area, ...next } }, 'place');
  const rect = display && rectOn(display, tile);
  const px = (value: number): string => formatNumber(value, 0, room.language);
  return (
    <fieldset className="edit-place">
      <legend>{editor.place}</legend>
      <NumberField
        label={editor.x}
        value={area.xMm - from.xMm}
        onChange={(mm) => put({ xMm: from.xMm + mm })}
      />
      <NumberField
        label={editor.y}
        value={area.yMm - from.yMm}
        onChange={(mm) => put({ yMm: from.yMm + mm })}
      />
      <NumberField label={editor.width} value={area.widthMm} onChange={(widthMm) => put({ widthMm })} />
      <NumberField label={editor.height} value={area.heightMm} onChange={(heightMm) => put({ heightMm })} />
      {rect && (
        <p className="quiet">
          {editor.pixels(px(rect.widthPx), px(rect.heightPx), editor.display(display.order))}
        </p>
      )}
    </fieldset>
  );
}

function Failover({ tile, stage, change }: Part) {
  const { room } = stage;
  const { editor } = room.words;
  const entries = useMemo(() => pickerEntries(room), [room]);
  const options = [
    { value: '', label: editor.noFailover },
    ...entries.map(({ id, name, kind }) => ({ value: id, label: `${name} (${kind})` })),
  ];
  const value = tile.failover === undefined ? '' : JSON.stringify(tile.failover);
  return (
    <ChoiceField
      label={editor.failover}
      value={value}
      options={options}
      onChange={(id) => {
        const failover = entries.find((entry) => entry.id === id)?.spec;
        const { failover: _old, ...rest } = tile;
        change({ ...rest, ...(failover && { failover }) });
      }}
    />
  );
}

function TileProperties({ tile, stage }: { readonly tile: Tile; readonly stage: Stage }) {
  const { room } = stage;
  const { editor, scenes } = room.words;
  const change: Change = (next, kind = 'change') =>
    void applyEdit(stage, { kind, patch: { [tile.id]: next } });
  const part = { tile, stage, change };
  return (
    <div className="edit-properties">
      <h3>
        {titleOf(tile.panel, room)} <span className="quiet">{scenes.kinds[tile.panel.kind]}</span>
      </h3>
      <LegibilityNote tile={tile} stage={stage} />
      <SpecForm spec={tile.panel} room={room} onChange={(panel) => change({ ...tile, panel })} />
      <Place {...part} />
      <ChoiceField
        label={editor.layer}
        value={tile.layer}
        options={(['base', 'overlay'] as const).map((value) => ({ value, label: editor.layers[value] }))}
        onChange={(value) => change({ ...tile, layer: value === 'overlay' ? 'overlay' : 'base' })}
      />
      <ChoiceField
        label={editor.priority}
        value={String(tile.priority)}
        options={priorities.map((value) => ({ value: String(value), label: editor.priorities[value] }))}
        onChange={(value) =>
          change({ ...tile, priority: priorities.find((each) => String(each) === value) ?? tile.priority })
        }
      />
      {(kindsWithSource.has(tile.panel.kind) || tile.failover !== undefined) && <Failover {...part} />}
    </div>
  );
}

/** What is chosen, and everything about it that can be changed. */
export function Properties({ stage }: { readonly stage: Stage }) {
  const chosen = useEditorState((state) => state.chosen);
  const { editor } = stage.room.words;
  const [only, another] = chosen;
  const tile = only === undefined || another !== undefined ? undefined : stage.scene.tiles[only];
  if (tile) return <TileProperties key={tile.id} tile={tile} stage={stage} />;
  return <p className="empty">{chosen.length > 1 ? editor.chosen(chosen.length) : editor.choose}</p>;
}
