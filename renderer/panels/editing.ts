import type { PanelKind, PanelSpec } from '../../domain/wall/model.ts';
import { cameraEditing, cameraListEditing } from '../cameras/editing.ts';
import { cameraEventsEditing } from '../cameras/events/editing.ts';
import { cameraGridEditing, cameraHotspotEditing } from '../cameras/gridEditing.ts';
import { clockEditing } from '../clock/editing.ts';
import { pdfEditing, pictureEditing, videoEditing } from '../documents/editing.ts';
import { incidentListEditing } from '../incidents/editing.ts';
import { indicatorChartEditing, indicatorEditing, indicatorTableEditing } from '../indicators/editing.ts';
import { mapEditing } from '../map/editing.ts';
import { bannerEditing, countdownEditing, textEditing } from '../notes/editing.ts';
import { webEditing } from '../web/editing.ts';
import type { TilePlace } from './definition.ts';
import type {
  EditingRoom,
  ReadyTile,
  SpecField,
  SpecOf,
  TileEditing,
  TileType,
} from './editingDefinition.ts';

/** Every kind of tile in the editor, in the palette's order; a new kind does not compile without its entry. */
const editings: { readonly [Kind in PanelKind]: TileEditing<Kind> } = {
  indicator: indicatorEditing,
  'indicator-chart': indicatorChartEditing,
  'indicator-table': indicatorTableEditing,
  'incident-list': incidentListEditing,
  map: mapEditing,
  camera: cameraEditing,
  'camera-grid': cameraGridEditing,
  'camera-hotspot': cameraHotspotEditing,
  'camera-list': cameraListEditing,
  'camera-events': cameraEventsEditing,
  clock: clockEditing,
  web: webEditing,
  picture: pictureEditing,
  pdf: pdfEditing,
  video: videoEditing,
  text: textEditing,
  banner: bannerEditing,
  countdown: countdownEditing,
};

function isOf<Kind extends PanelKind>(kind: Kind, spec: PanelSpec): spec is SpecOf<Kind> {
  return spec.kind === kind;
}

function isKind(kind: string): kind is PanelKind {
  return Object.hasOwn(editings, kind);
}

function readyOf<Kind extends PanelKind>(kind: Kind, room: EditingRoom): readonly ReadyTile[] {
  return editings[kind].ready(room);
}

/** Every tile that the palette offers. */
export function readyTiles(room: EditingRoom): readonly ReadyTile[] {
  return Object.keys(editings)
    .filter(isKind)
    .flatMap((kind) => readyOf(kind, room));
}

/** Usual width and height of a kind of tile, in floors of type. */
export function usualSize(kind: PanelKind): readonly [wide: number, high: number] {
  return editings[kind].sizeFloors;
}

function typeFor<Kind extends PanelKind>(
  kind: Kind,
  spec: PanelSpec,
  at: { readonly place: TilePlace; readonly room: EditingRoom },
): TileType {
  const editing: TileEditing<Kind> = editings[kind];
  if (!isOf(kind, spec)) throw new Error(`no ${kind}`);
  return editing.type(spec, at.place, at.room);
}

/** The type that a tile lays out at this place. */
export function tileType(spec: PanelSpec, place: TilePlace, room: EditingRoom): TileType {
  return typeFor(spec.kind, spec, { place, room });
}

function fieldsFor<Kind extends PanelKind>(kind: Kind, spec: PanelSpec): readonly SpecField[] {
  const editing: TileEditing<Kind> = editings[kind];
  return isOf(kind, spec) ? editing.fields(spec) : [];
}

/** The form of a tile's own properties. */
export function fieldsOf(spec: PanelSpec): readonly SpecField[] {
  return fieldsFor(spec.kind, spec);
}
