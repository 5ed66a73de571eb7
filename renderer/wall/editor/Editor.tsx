import type { PersonRole } from '../../../domain/access/model.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { useText } from '../../text/language.ts';
import { DraftBar } from './DraftBar.tsx';
import { EditCanvas } from './EditCanvas.tsx';
import { useEditorState } from './editorStore.ts';
import { Side } from './Side.tsx';
import { Toolbar } from './Toolbar.tsx';
import type { Editor as EditorOfWall } from './useEditor.ts';
import './editor.css';

/** What the last command came to; read out to those who do not see it. */
function WordLine() {
  const word = useEditorState((state) => state.word);
  return (
    <p className={word?.refused ? 'edit-word refused' : 'edit-word'} role="status" aria-live="polite">
      {word?.sentence}
    </p>
  );
}

/** A scene under the operator's hands: the room in the middle, what can be done around it. The wall stays as it is. */
export function Editor(props: {
  readonly wall: Wall;
  readonly editor: EditorOfWall;
  readonly role: PersonRole | null;
}) {
  const { wall, editor, role } = props;
  const words = useText().editor;
  const { stage } = editor;
  return (
    <section className="editor" aria-label={words.label}>
      <DraftBar
        wall={wall}
        draft={stage?.draft}
        onKeep={() => editor.run({ do: 'keep' })}
        onClose={editor.close}
      />
      {stage ? (
        <>
          <Toolbar stage={stage} run={editor.run} />
          <div className="edit-body">
            <EditCanvas stage={stage} />
            <Side stage={stage} role={role} />
          </div>
        </>
      ) : (
        <p className="empty">{words.from}</p>
      )}
      <WordLine />
    </section>
  );
}
