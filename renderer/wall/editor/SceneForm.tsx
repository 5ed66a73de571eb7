import { Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PersonRole } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import type { SceneLabel } from '../../../domain/wall/calls.ts';
import type { Scene } from '../../../domain/wall/model.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { useEditorState } from './editorStore.ts';
import { deleteScene, keepScene } from './send.ts';
import type { Stage } from './stage.ts';
import { SureButton } from './SureButton.tsx';

const takers: readonly PersonRole[] = ['administrator', 'shift-leader', 'operator', 'technician'];
const PINS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

type Label = {
  readonly name: string;
  readonly tags: string;
  readonly pin: number | null;
  readonly locked: boolean;
  readonly takenBy: readonly PersonRole[];
};

function labelOf(scene: Scene, name: string): Label {
  const { tags, pin = null, locked, takenBy = [] } = scene;
  return { name, tags: tags.join(', '), pin, locked, takenBy };
}

/** What changed against the scene: a lock that was not touched needs no right to lock. */
function changes(label: Label, before: Scene | undefined): SceneLabel {
  const tags = label.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const takenBy = label.takenBy.length === 0 ? null : label.takenBy;
  const sameTakers = JSON.stringify(takenBy) === JSON.stringify(before?.takenBy ?? null);
  return {
    name: label.name,
    tags,
    pin: label.pin,
    ...(label.locked !== (before?.locked ?? false) && { locked: label.locked }),
    ...(!sameTakers && { takenBy }),
  };
}

function Lock(props: { readonly label: Label; readonly stage: Stage; readonly put: (label: Label) => void }) {
  const { label, stage, put } = props;
  const { editor, access } = stage.room.words;
  const toggle = (role: PersonRole, on: boolean): void =>
    put({ ...label, takenBy: on ? [...label.takenBy, role] : label.takenBy.filter((each) => each !== role) });
  return (
    <>
      <label className="edit-check">
        <input
          type="checkbox"
          checked={label.locked}
          onChange={({ target }) => put({ ...label, locked: target.checked })}
        />
        {editor.locked}
      </label>
      <fieldset className="edit-takers">
        <legend>{editor.takenBy}</legend>
        {label.takenBy.length === 0 && <p className="quiet">{editor.everybody}</p>}
        {takers.map((role) => (
          <label key={role} className="edit-check">
            <input
              type="checkbox"
              checked={label.takenBy.includes(role)}
              onChange={({ target }) => toggle(role, target.checked)}
            />
            {access.roles[role]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Keeps the draft as a scene with its name, tags, key, lock and takers; or deletes the scene it came from. */
export function SceneForm({ stage, role }: { readonly stage: Stage; readonly role: PersonRole | null }) {
  const { wall, draft, room } = stage;
  const { editor } = room.words;
  const before = wall.scenes[draft.scene.id];
  const [label, put] = useState(() =>
    labelOf(before ?? draft.scene, (before ?? draft.scene).name[room.language]),
  );
  const mayLock = role !== null && may(role, 'scene.lock');

  async function keep(sceneId: string | undefined): Promise<void> {
    const base = sceneId === undefined ? undefined : before;
    const kept = await keepScene(stage, changes(label, base), sceneId);
    if (kept) useEditorState.setState({ side: 'properties' });
  }

  return (
    <form
      className="edit-keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(before?.id);
      }}
    >
      <Field
        label={editor.name}
        value={label.name}
        maxLength={120}
        autoFocus
        onChange={({ target }) => put({ ...label, name: target.value })}
      />
      <Field
        label={editor.tags}
        value={label.tags}
        onChange={({ target }) => put({ ...label, tags: target.value })}
      />
      <ChoiceField
        label={editor.pin}
        value={String(label.pin ?? '')}
        options={[
          { value: '', label: editor.noPin },
          ...PINS.map((pin) => ({ value: String(pin), label: String(pin) })),
        ]}
        onChange={(value) => put({ ...label, pin: value === '' ? null : Number(value) })}
      />
      {mayLock && <Lock label={label} stage={stage} put={put} />}
      <div className="edit-buttons">
        {before && (
          <Button type="submit" look="primary" icon={Save}>
            {editor.keepOver(before.name[room.language])}
          </Button>
        )}
        <Button
          type={before ? 'button' : 'submit'}
          look={before ? 'plain' : 'primary'}
          onClick={before ? () => void keep(undefined) : undefined}
        >
          {editor.keepAs}
        </Button>
        {before && (
          <SureButton
            icon={Trash2}
            sure={editor.deleteSure}
            onSure={() => void deleteScene(stage, before.id)}
          >
            {editor.delete}
          </SureButton>
        )}
      </div>
    </form>
  );
}
