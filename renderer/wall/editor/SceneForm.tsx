import { Save, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { PersonRole } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import { usesOf } from '../../../domain/schedule/rules.ts';
import type { Scene } from '../../../domain/wall/model.ts';
import { isOfProvince } from '../../../domain/wall/relay.ts';
import { useWorld } from '../../replica/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { SureButton } from '../../ui/SureButton.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { useEditorState } from './editorStore.ts';
import { labelToSend, shownLabel, type LabelForm } from './sceneLabel.ts';
import { deleteScene, keepScene, revertScene } from './send.ts';
import type { Stage } from './stage.ts';

const takers: readonly PersonRole[] = ['administrator', 'shift-leader', 'operator', 'technician'];
const PINS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

type Touch = (touched: LabelForm['touched']) => void;

function Lock(props: {
  readonly label: ReturnType<typeof shownLabel>;
  readonly stage: Stage;
  readonly touch: Touch;
}) {
  const { label, stage, touch } = props;
  const { editor, access } = stage.room.words;
  const toggle = (role: PersonRole, on: boolean): void => {
    const left = label.takenBy.filter((each) => each !== role);
    const takenBy = on ? [...left, role] : left;
    touch({ takenBy: takenBy.length === 0 ? null : takenBy });
  };
  return (
    <>
      <label className="edit-check">
        <input
          type="checkbox"
          checked={label.locked}
          onChange={({ target }) => touch({ locked: target.checked })}
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

/** So many plans are named; the others are counted. */
const MOST_NAMED = 3;

/** What the second press deletes: with the plans that the scene is missing from then. */
function useDeleteSure({ wall, room }: Stage, sceneId: string): string {
  const { editor } = room.words;
  const schedule = useWorld((world) => world.schedules[wall.id]);
  const uses = schedule === undefined ? [] : usesOf(schedule, sceneId);
  if (uses.length === 0) return editor.deleteSure;
  const named = uses
    .slice(0, MOST_NAMED)
    .map((use) => editor.uses[use.kind]('name' in use ? use.name[room.language] : ''));
  const more = uses.length - named.length;
  return editor.deleteUsed(more > 0 ? [...named, editor.uses.more(more)] : named);
}

/** The room's own scene is deleted; what the room made of a scene of the province goes back to that. */
function GiveUp({ scene, stage }: { readonly scene: Scene; readonly stage: Stage }) {
  const { editor } = stage.room.words;
  const ofProvince = useWorld((world) => world.province?.scenes);
  const sure = useDeleteSure(stage, scene.id);
  if (!isOfProvince(ofProvince ?? [], scene.id))
    return (
      <SureButton icon={Trash2} sure={sure} onSure={() => void deleteScene(stage, scene.id)}>
        {editor.delete}
      </SureButton>
    );
  if (scene.origin === 'province') return <p className="quiet">{editor.ofProvince}</p>;
  return (
    <SureButton icon={Undo2} sure={editor.revertSure} onSure={() => void revertScene(stage, scene)}>
      {editor.revert}
    </SureButton>
  );
}

/** Keeps the draft as a scene with its name, tags, key, lock and takers; or deletes the scene it came from. */
export function SceneForm({ stage, role }: { readonly stage: Stage; readonly role: PersonRole | null }) {
  const { wall, draft, room } = stage;
  const { editor } = room.words;
  const before = wall.scenes[draft.scene.id];
  const scene = before ?? draft.scene;
  const [form, put] = useState<LabelForm>(() => ({
    name: scene.name[room.language],
    tags: scene.tags.join(', '),
    touched: {},
  }));
  const touch: Touch = (touched) => put({ ...form, touched: { ...form.touched, ...touched } });
  const label = shownLabel(scene, form);
  const mayLock = role !== null && may(role, 'scene.lock');

  async function keep(sceneId: string | undefined): Promise<void> {
    const kept = await keepScene(stage, labelToSend(form), sceneId);
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
        value={form.name}
        maxLength={120}
        autoFocus
        onChange={({ target }) => put({ ...form, name: target.value })}
      />
      <Field
        label={editor.tags}
        value={form.tags}
        onChange={({ target }) => put({ ...form, tags: target.value })}
      />
      <ChoiceField
        label={editor.pin}
        value={String(label.pin ?? '')}
        options={[
          { value: '', label: editor.noPin },
          ...PINS.map((pin) => ({ value: String(pin), label: String(pin) })),
        ]}
        onChange={(value) => touch({ pin: value === '' ? null : Number(value) })}
      />
      {mayLock && <Lock label={label} stage={stage} touch={touch} />}
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
        {before && <GiveUp scene={before} stage={stage} />}
      </div>
    </form>
  );
}
