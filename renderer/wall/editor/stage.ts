import { useMemo } from 'react';
import { patched } from '../../../domain/wall/edit.ts';
import type { Draft, Scene, Wall } from '../../../domain/wall/model.ts';
import { overlaps } from '../../../domain/wall/area.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { tileTitles } from '../../panels/tileTitle.ts';
import { useWorld } from '../../replica/store.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { useMeasure } from '../../ui/measure.ts';
import type { Area, Canvas, PanelSpec, Tile } from '../../../domain/wall/model.ts';
import { useEditorState } from './editorStore.ts';

/** What the editor works on: a draft as it looks with the edits that are under way. */
export type Stage = {
  readonly wall: Wall;
  readonly draft: Draft;
  readonly scene: Scene;
  readonly room: EditingRoom;
};

/** What tiles are named and laid out by. */
export function useEditingRoom(): EditingRoom {
  const world = useWorld((whole) => whole);
  const words = useText();
  const language = useLanguage();
  const measure = useMeasure();
  const { indicators, cameras, province } = world;
  // Incidents come and go every second; how a tile lays out its type depends on what is named here.
  return useMemo(
    (): EditingRoom => ({ world, words, language, measure }),
    [indicators, cameras, province, words, language, measure],
  );
}

/** The draft under the operator's hands; null while there is none. */
export function useStage(wall: Wall | undefined): Stage | null {
  const draftId = useEditorState((state) => state.draftId);
  const pending = useEditorState((state) => state.pending);
  const draft = draftId === null ? undefined : wall?.drafts[draftId];
  const scene = useMemo(() => draft && patched(draft.scene, pending), [draft, pending]);
  const room = useEditingRoom();
  return useMemo(
    () => (wall && draft && scene ? { wall, draft, scene, room } : null),
    [wall, draft, scene, room],
  );
}

/** What a tile is called in sentences. */
export function titleOf(panel: PanelSpec, room: EditingRoom): string {
  return tileTitles(panel, room.world, room)[0] ?? '';
}

/** The display that holds most of an area. */
export function displayOf(canvas: Canvas, area: Area): Canvas['displays'][number] | undefined {
  const shared = (of: Area): number =>
    Math.max(0, Math.min(of.xMm + of.widthMm, area.xMm + area.widthMm) - Math.max(of.xMm, area.xMm)) *
    Math.max(0, Math.min(of.yMm + of.heightMm, area.yMm + area.heightMm) - Math.max(of.yMm, area.yMm));
  return canvas.displays
    .filter((display) => overlaps(display.area, area))
    .sort((a, b) => shared(b.area) - shared(a.area))[0];
}

/** Where a tile lies, in words: its display, distances and size in mm. */
export function spotWords(canvas: Canvas, tile: Tile, { words, language }: EditingRoom): string {
  const display = displayOf(canvas, tile.area);
  const mm = (value: number): string => formatNumber(Math.round(value), 0, language);
  const from = display?.area ?? canvas.area;
  return words.editor.spot(
    display ? words.editor.display(display.order) : '–',
    mm(tile.area.xMm - from.xMm),
    mm(tile.area.yMm - from.yMm),
    mm(tile.area.widthMm),
    mm(tile.area.heightMm),
  );
}

/** Reading order, overlays last: the order of the Tab key and of painting. */
export function tilesInOrder({ scene }: Pick<Stage, 'scene'>): readonly Tile[] {
  return Object.values(scene.tiles).sort(
    (a, b) =>
      Number(a.layer === 'overlay') - Number(b.layer === 'overlay') ||
      a.area.yMm - b.area.yMm ||
      a.area.xMm - b.area.xMm,
  );
}
