import type { World } from '../../domain/contract/world.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { PanelSpec, Wall } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';

/** What choosing an entry leads to. */
export type PaletteTarget =
  | { readonly kind: 'action'; readonly run: () => void }
  | { readonly kind: 'scene'; readonly sceneId: string }
  | { readonly kind: 'tile'; readonly tileId: string }
  | { readonly kind: 'panel'; readonly spec: PanelSpec }
  | { readonly kind: 'unit'; readonly name: string };

export type PaletteEntry = {
  readonly id: string;
  readonly name: string;
  /** Words that lead to it besides its name. */
  readonly also: string;
  /** What it is, as shown: `Camera`. */
  readonly sort: string;
  readonly keys?: string | undefined;
  readonly target: PaletteTarget;
};

/** A command that the palette offers. */
export type PaletteAction = {
  readonly id: string;
  readonly name: string;
  readonly keys?: string;
  readonly run: () => void;
};

type Speech = { readonly words: Dictionary; readonly language: Language };

function units(world: Pick<World, 'province'>, { words, language }: Speech): readonly PaletteEntry[] {
  const { unit } = words.palette.sorts;
  return (world.province?.units ?? []).map(({ code, name }) => ({
    id: `unit ${code}`,
    name: name[language],
    also: `${unit} ${code}`,
    sort: unit,
    target: { kind: 'unit', name: name[language] } as const,
  }));
}

function scenes(wall: Wall, { words, language }: Speech): readonly PaletteEntry[] {
  const { scene } = words.palette.sorts;
  return Object.values(wall.scenes).map(({ id, name, tags, pin }) => ({
    id: `scene ${id}`,
    name: name[language],
    also: `${scene} ${tags.join(' ')}`,
    sort: scene,
    keys: pin === undefined ? undefined : String(pin),
    target: { kind: 'scene', sceneId: id } as const,
  }));
}

/** What the palette finds beside commands, scenes and units: tiles on the wall, and tiles that can be placed. */
export type PaletteTiles = {
  readonly onWall: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly toPlace: readonly {
    readonly id: string;
    readonly name: string;
    readonly also: string;
    readonly kind: string;
    readonly spec: PanelSpec;
  }[];
};

function tiles({ onWall, toPlace }: PaletteTiles, { words }: Speech): readonly PaletteEntry[] {
  const { tile } = words.palette.sorts;
  return [
    ...onWall.map(({ id, name, kind }) => ({
      id: `tile ${id}`,
      name,
      also: `${tile} ${kind}`,
      sort: tile,
      target: { kind: 'tile', tileId: id } as const,
    })),
    ...toPlace.map(({ id, name, also, kind, spec }) => ({
      id: `panel ${id}`,
      name,
      also,
      sort: kind,
      target: { kind: 'panel', spec } as const,
    })),
  ];
}

/** Everything that the palette finds: commands first, then scenes, tiles and units. */
export function paletteEntries(
  world: Pick<World, 'province'> & PaletteTiles,
  wall: Wall | undefined,
  actions: readonly PaletteAction[],
  speech: Speech,
): readonly PaletteEntry[] {
  const { action } = speech.words.palette.sorts;
  const commands = actions.map(({ id, name, keys, run }) => ({
    id: `action ${id}`,
    name,
    also: action,
    sort: action,
    keys,
    target: { kind: 'action', run } as const,
  }));
  return [
    ...commands,
    ...(wall ? scenes(wall, speech) : []),
    ...tiles(world, speech),
    ...units(world, speech),
  ];
}
