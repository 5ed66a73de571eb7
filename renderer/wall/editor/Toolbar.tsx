import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ArrowLeftRight,
  Copy,
  Redo2,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { alignments, type Alignment } from '../../../domain/wall/align.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Button } from '../../ui/Button.tsx';
import type { EditCommand } from './editKeys.ts';
import { useEditorState } from './editorStore.ts';
import { align, spread, toggleLive } from './perform.ts';
import type { Stage } from './stage.ts';

const alignIcons: Record<Alignment, LucideIcon> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
};
const spreadIcons = {
  across: AlignHorizontalDistributeCenter,
  down: AlignVerticalDistributeCenter,
} as const;

function IconButton(props: {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly onClick: () => void;
  readonly disabled: boolean;
}) {
  const { icon, name, onClick, disabled } = props;
  return (
    <button type="button" className="edit-icon" aria-label={name} title={name} {...{ onClick, disabled }}>
      <Icon of={icon} size="large" />
    </button>
  );
}

function Arrange({ stage }: { readonly stage: Stage }) {
  const { editor } = stage.room.words;
  const few = useEditorState((state) => state.chosen.length < 2);
  return (
    <div className="edit-group" role="group" aria-label={editor.arrange}>
      {alignments.map((to) => (
        <IconButton
          key={to}
          icon={alignIcons[to]}
          name={editor.align[to]}
          disabled={few}
          onClick={() => void align(stage, to)}
        />
      ))}
      {(['across', 'down'] as const).map((axis) => (
        <IconButton
          key={axis}
          icon={spreadIcons[axis]}
          name={editor.spread[axis]}
          disabled={few}
          onClick={() => void spread(stage, axis)}
        />
      ))}
    </div>
  );
}

function Switches({ stage }: { readonly stage: Stage }) {
  const { editor } = stage.room.words;
  const { live, showsDiff, snapping } = useEditorState();
  const switches = [
    { name: editor.diff, on: showsDiff, toggle: () => useEditorState.setState({ showsDiff: !showsDiff }) },
    { name: editor.grid, on: snapping, toggle: () => useEditorState.setState({ snapping: !snapping }) },
    { name: editor.live, on: live, toggle: () => toggleLive(stage) },
  ];
  return (
    <div className="edit-group">
      {switches.map(({ name, on, toggle }) => (
        <label key={name} className={name === editor.live && on ? 'edit-check live' : 'edit-check'}>
          <input type="checkbox" role="switch" checked={on} onChange={toggle} /> {name}
        </label>
      ))}
    </div>
  );
}

/** What can be done with the draft and with what is chosen in it. */
export function Toolbar(props: { readonly stage: Stage; readonly run: (command: EditCommand) => void }) {
  const { stage, run } = props;
  const { editor } = stage.room.words;
  const count = useEditorState((state) => state.chosen.length);
  const { done, undone } = stage.draft;
  return (
    <div className="edit-toolbar" role="toolbar" aria-label={editor.label}>
      <div className="edit-group">
        <Button icon={Undo2} keys="Ctrl+Z" disabled={done.length === 0} onClick={() => run({ do: 'undo' })}>
          {editor.undo}
        </Button>
        <Button icon={Redo2} keys="Ctrl+Y" disabled={undone.length === 0} onClick={() => run({ do: 'redo' })}>
          {editor.redo}
        </Button>
      </div>
      <Arrange stage={stage} />
      <div className="edit-group">
        <IconButton
          icon={ArrowLeftRight}
          name={editor.swap}
          disabled={count !== 2}
          onClick={() => run({ do: 'swap' })}
        />
        <IconButton
          icon={Copy}
          name={editor.duplicate}
          disabled={count === 0}
          onClick={() => run({ do: 'duplicate' })}
        />
        <IconButton
          icon={Trash2}
          name={editor.remove}
          disabled={count === 0}
          onClick={() => run({ do: 'remove' })}
        />
      </div>
      <Switches stage={stage} />
    </div>
  );
}
