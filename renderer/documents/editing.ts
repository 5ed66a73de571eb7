import type { DocumentType } from '../../domain/documents/model.ts';
import { typeOf } from '../../domain/documents/rules.ts';
import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { panelDefaults } from '../../domain/wall/panelDefaults.ts';
import type {
  EditingRoom,
  ReadyTile,
  SpecField,
  SpecOf,
  TileEditing,
  TileType,
} from '../panels/editingDefinition.ts';
import type { TilePlace } from '../panels/definition.ts';
import { faceLayout } from '../ui/faceLayout.ts';

const fits = ['contain', 'cover'] as const;

type DocumentSpec = SpecOf<'picture'> | SpecOf<'pdf'> | SpecOf<'video'>;

function documentsOf({ world }: EditingRoom, type: DocumentType) {
  return Object.values(world.documents.byId).filter(({ mime }) => typeOf(mime) === type);
}

/** The kind itself, and each document of it. */
function readyOf<Spec extends DocumentSpec>(
  plain: Spec,
  room: EditingRoom,
  withDocument: (documentId: string) => Spec,
): readonly ReadyTile<Spec>[] {
  const ready = documentsOf(room, plain.kind).map(({ id, by }) => ({ spec: withDocument(id), whose: by }));
  return [{ spec: plain }, ...ready];
}

function documentField(spec: DocumentSpec, put: (documentId: string) => DocumentSpec): SpecField {
  return {
    id: 'document',
    label: (words) => words.documents.fields.document,
    control: 'choice',
    options: (room) => [
      { value: '', label: room.words.documents.fields.unchosen },
      ...documentsOf(room, spec.kind).map(({ id, name }) => ({ value: id, label: name })),
    ],
    value: spec.documentId,
    put,
  };
}

function typeOn(spec: DocumentSpec, place: TilePlace, { world, words, measure }: EditingRoom): TileType {
  const title = world.documents.byId[spec.documentId]?.name ?? words.panels[spec.kind];
  const { head, body, layout } = faceLayout(place, { titles: [title] }, measure);
  const whole = head.cut === undefined && body.heightPx >= leastFloors.document.high * place.floorPx;
  return { textPx: layout.titlePx, numberPx: null, whole };
}

export const pictureEditing: TileEditing<'picture'> = {
  ready: (room) => {
    const plain = panelDefaults.picture;
    return readyOf(plain, room, (documentId) => ({ ...plain, documentId }));
  },
  sizeFloors: [16, 10],
  fields: (spec) => [
    documentField(spec, (documentId) => ({ ...spec, documentId })),
    {
      id: 'fit',
      label: (words) => words.documents.fields.fit,
      control: 'choice',
      options: ({ words }) => fits.map((value) => ({ value, label: words.documents.fields.fits[value] })),
      value: spec.fit,
      put: (value) => ({ ...spec, fit: fits.find((fit) => fit === value) ?? spec.fit }),
    },
  ],
  type: typeOn,
};

export const pdfEditing: TileEditing<'pdf'> = {
  ready: (room) => {
    const plain = panelDefaults.pdf;
    return readyOf(plain, room, (documentId) => ({ ...plain, documentId }));
  },
  sizeFloors: [16, 20],
  fields: (spec) => [
    documentField(spec, (documentId) => ({ ...spec, documentId, page: 1 })),
    {
      id: 'page',
      label: (words) => words.documents.fields.page,
      control: 'number',
      min: 1,
      max: 2_000,
      step: 1,
      value: spec.page,
      put: (page) => ({ ...spec, page: Math.round(page) }),
    },
  ],
  type: typeOn,
};

export const videoEditing: TileEditing<'video'> = {
  ready: (room) => {
    const plain = panelDefaults.video;
    return readyOf(plain, room, (documentId) => ({ ...plain, documentId }));
  },
  sizeFloors: [16, 10],
  fields: (spec) => [
    documentField(spec, (documentId) => ({ ...spec, documentId })),
    {
      id: 'loop',
      label: (words) => words.documents.fields.loop,
      control: 'check',
      value: spec.loop,
      put: (loop) => ({ ...spec, loop }),
    },
  ],
  type: typeOn,
};
