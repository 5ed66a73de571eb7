import type { PersonRole } from '../../../domain/access/model.ts';
import { SureButton } from '../../ui/SureButton.tsx';
import { useEditorState } from './editorStore.ts';
import { CrowdedNote } from './CrowdedNote.tsx';
import { DiffList } from './DiffList.tsx';
import { Properties } from './Properties.tsx';
import { SceneForm } from './SceneForm.tsx';
import { dropDraft } from './send.ts';
import type { Stage } from './stage.ts';
import { Steps } from './Steps.tsx';

const sides = ['properties', 'steps', 'keep'] as const;

/** Beside the canvas: properties of what is chosen, the draft's steps, or its name as a scene. */
export function Side({ stage, role }: { readonly stage: Stage; readonly role: PersonRole | null }) {
  const { editor } = stage.room.words;
  const side = useEditorState((state) => state.side);
  const showsDiff = useEditorState((state) => state.showsDiff);
  const titles = { properties: editor.properties, steps: editor.steps, keep: editor.keep };
  return (
    <section className="edit-side" aria-label={titles[side]} data-edit-region>
      <div className="edit-sides" role="group" aria-label={editor.properties}>
        {sides.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === side}
            onClick={() => useEditorState.setState({ side: each })}
          >
            {titles[each]}
          </button>
        ))}
      </div>
      {side === 'properties' && (
        <>
          <CrowdedNote stage={stage} />
          {showsDiff && <DiffList stage={stage} />}
          <Properties stage={stage} />
        </>
      )}
      {side === 'steps' && (
        <>
          <Steps stage={stage} />
          <SureButton sure={editor.dropSure} onSure={() => void dropDraft(stage)}>
            {editor.dropDraft}
          </SureButton>
        </>
      )}
      {side === 'keep' && <SceneForm key={stage.draft.id} stage={stage} role={role} />}
    </section>
  );
}
