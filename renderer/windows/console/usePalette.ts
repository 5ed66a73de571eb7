import { useMemo, useState } from 'react';
import { may } from '../../../domain/access/rights.ts';
import { coverOf } from '../../../domain/wall/holdRules.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { chooseLanguage, useSession } from '../../access/session.ts';
import { BACK_MS, type LookBack } from '../../cameras/playback/useLookBack.ts';
import { searchIncidents } from '../../incidents/deskStore.ts';
import type { Desk } from '../../incidents/useDesk.ts';
import {
  paletteEntries,
  type PaletteAction,
  type PaletteTarget,
  type PaletteTiles,
} from '../../palette/entries.ts';
import { useWorld } from '../../replica/store.ts';
import type { Plans } from '../../schedule/usePlans.ts';
import { useLanguage, useText } from '../../text/language.ts';
import type { Dictionary } from '../../text/vi.ts';
import { useControlSight } from '../../wall/ControlStrip.tsx';
import { controlKeys } from '../../wall/controlSight.ts';
import { pressControl } from '../../wall/controlStore.ts';
import { useEditorState } from '../../wall/editor/editorStore.ts';
import { toggleLive } from '../../wall/editor/perform.ts';
import type { Holding } from '../../wall/hold/useHold.ts';
import { pickerEntries } from '../../wall/editor/pickerEntries.ts';
import { titleOf, useEditingRoom } from '../../wall/editor/stage.ts';
import type { Editor } from '../../wall/editor/useEditor.ts';
import type { Operator } from '../../wall/useOperator.ts';
import { useDesks } from './desks.ts';
import { INCIDENTS, openDesk } from './openDesk.ts';

type Parts = {
  readonly holding: Holding;
  readonly operator: Operator;
  readonly wallId: string | undefined;
  readonly editor: Editor;
  readonly plans: Plans;
  readonly desk: Desk;
  readonly lookBack: LookBack;
  readonly putNear: () => void;
  readonly signIn: () => void;
  readonly help: () => void;
};

/** Covers and uncovers one display: it has no key of its own. */
function coverActions(
  wall: Wall | undefined,
  { cover }: Holding,
  { hold, wallBoard }: Dictionary,
): readonly PaletteAction[] {
  return (wall?.canvas.displays ?? []).map(({ id, order }) => {
    const covered = wall !== undefined && coverOf(wall.hold, id) !== null;
    const name = wallBoard.display(order);
    return {
      id: `cover ${id}`,
      name: covered ? hold.openDisplay(name) : hold.coverDisplay(name),
      run: () => cover(id, !covered),
    };
  });
}

/** What can be done with the draft under the hands. */
function draftActions(
  { stage, run }: Editor,
  live: boolean,
  { editor }: Dictionary,
): readonly PaletteAction[] {
  if (stage === null) return [];
  const { done, undone } = stage.draft;
  const undo = { id: 'undo', name: editor.undo, keys: 'Ctrl+Z', run: () => run({ do: 'undo' }) };
  const redo = { id: 'redo', name: editor.redo, keys: 'Ctrl+Y', run: () => run({ do: 'redo' }) };
  return [
    ...(done.length > 0 ? [undo] : []),
    ...(undone.length > 0 ? [redo] : []),
    { id: 'keep', name: editor.keep, keys: 'Ctrl+S', run: () => run({ do: 'keep' }) },
    { id: 'live', name: live ? editor.liveOff : editor.live, run: () => toggleLive(stage) },
  ];
}

/** Who commands the wall, where that is anybody's question. */
function useControlActions(wall: Wall | undefined): readonly PaletteAction[] {
  const { control } = useText();
  const sight = useControlSight(wall);
  const mayTake = useSession(({ person }) => person !== null && may(person.role, 'control.take'));
  if (wall === undefined || !mayTake) return [];
  return controlKeys(sight, wall.control).map((key) => ({
    id: `control ${key}`,
    name: control.palette[key],
    run: () => void pressControl(key, wall),
  }));
}

function useActions(parts: Parts, wall: Wall | undefined): readonly PaletteAction[] {
  const { operator, editor, holding, plans, desk, lookBack, putNear, signIn, help } = parts;
  const words = useText();
  const covers = coverActions(wall, holding, words);
  const desks = useDesks();
  const live = useEditorState((state) => state.live);
  const controls = useControlActions(wall);
  const { console: text, take } = words;
  const { names } = text.keys;
  return [
    { id: 'take', name: take.take, keys: names.enter, run: operator.take },
    { id: 'roll-back', name: take.rollBack, keys: names.backspace, run: operator.rollBack },
    { id: 'edit', name: words.editor.keys.edit, keys: 'E', run: editor.toggle },
    { id: 'freeze', name: text.keys.freeze, keys: 'F', run: holding.freeze },
    { id: 'cover', name: text.keys.cover, keys: 'B', run: holding.coverAll },
    ...covers,
    { id: 'back', name: text.keys.back, keys: 'R', run: holding.back },
    { id: 'mute', name: text.keys.mute, keys: 'M', run: () => holding.hear(null) },
    { id: 'theme', name: words.hold.dayLong, run: holding.turnTheme },
    { id: 'pen', name: text.keys.pen, keys: 'V', run: holding.pen },
    { id: 'wipe', name: text.keys.wipe, keys: 'C', run: holding.wipe },
    {
      id: 'identify',
      name: words.room.identify,
      keys: 'I',
      run: holding.identify,
    },
    { id: 'acknowledge', name: text.keys.acknowledge, keys: 'X', run: desk.acknowledgeChosen },
    { id: 'near', name: text.keys.near, keys: 'Q', run: putNear },
    {
      id: 'look-back',
      name: text.keys.lookBack,
      keys: 'L',
      run: () => lookBack.act({ do: 'back', byMs: BACK_MS }),
    },
    { id: 'to-live', name: text.keys.toLive, keys: 'N', run: () => lookBack.act({ do: 'live' }) },
    { id: 'turn-tour', name: text.keys.tour, keys: 'T', run: plans.turnTour },
    { id: 'arm', name: text.keys.arm, keys: 'G', run: plans.turnArm },
    ...plans.acts,
    ...draftActions(editor, live, words),
    ...controls,
    { id: 'sign-in', name: text.keys.signIn, keys: 'P', run: signIn },
    { id: 'help', name: text.keys.title, keys: '?', run: help },
    { id: INCIDENTS, name: text.desks.incidents, run: () => openDesk(INCIDENTS) },
    ...desks.map(({ id, title }) => ({ id, name: title(words), run: () => openDesk(id) })),
    { id: 'vi', name: text.languages.vi, run: () => chooseLanguage('vi') },
    { id: 'en', name: text.languages.en, run: () => chooseLanguage('en') },
  ];
}

/** Tiles on the wall and tiles that can be placed; worked out while the palette stands open. */
function useTiles(wall: Wall | undefined): () => PaletteTiles {
  const room = useEditingRoom();
  return () => ({
    onWall: Object.values(wall?.program?.scene.tiles ?? {}).map(({ id, panel }) => ({
      id,
      name: titleOf(panel, room),
      kind: room.words.scenes.kinds[panel.kind],
    })),
    toPlace: pickerEntries(room),
  });
}

/** The command palette of this console: what it finds, and what choosing leads to. */
export function usePalette(parts: Parts) {
  const { operator, editor, wallId } = parts;
  const [open, setOpen] = useState(false);
  const words = useText();
  const language = useLanguage();
  const province = useWorld((world) => world.province);
  const wall = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]));
  const actions = useActions(parts, wall);
  const tiles = useTiles(wall);
  // Made while it stands open only: nobody else needs thousands of entries.
  const entries = useMemo(
    () => (open ? paletteEntries({ province, ...tiles() }, wall, actions, { words, language }) : []),
    // The actions are made anew at each render and mean the same: the list follows what it is made of.
    [open, province, wall, words, language],
  );

  function choose(target: PaletteTarget): void {
    switch (target.kind) {
      case 'action':
        return target.run();
      case 'scene':
        return operator.select(target.sceneId);
      case 'tile':
        return editor.bring({ tileId: target.tileId });
      case 'panel':
        return editor.bring(target.spec);
      case 'unit':
        openDesk(INCIDENTS);
        return searchIncidents(target.name);
    }
  }

  return { open, entries, choose, show: () => setOpen(true), close: () => setOpen(false) };
}
