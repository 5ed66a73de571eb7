import { Save, X } from 'lucide-react';
import type { Draft, Wall } from '../../../domain/wall/model.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { openDraft, showDraft } from './send.ts';

function DraftChoice({ wall, draft }: { readonly wall: Wall; readonly draft: Draft | undefined }) {
  const text = useText().editor;
  const name = useName();
  const drafts = Object.values(wall.drafts);
  // Its name stands before: where there is no other, there is nothing to choose.
  if (drafts.every(({ id }) => id === draft?.id)) return null;
  return (
    <select
      aria-label={text.openDrafts}
      value={draft?.id ?? ''}
      onChange={({ target }) => {
        const chosen = wall.drafts[target.value];
        if (chosen) showDraft(chosen.id, chosen.programRevision);
      }}
    >
      {draft === undefined && <option value="">{text.openDrafts}</option>}
      {drafts.map(({ id, scene, by, done }) => (
        <option key={id} value={id}>
          {text.draftOf(name(scene.name), by, done.length)}
        </option>
      ))}
    </select>
  );
}

/** Which draft is under the hands, and what a new one is made from. */
export function DraftBar(props: {
  readonly wall: Wall;
  readonly draft: Draft | undefined;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}) {
  const { wall, draft } = props;
  const words = useText();
  const text = words.editor;
  const name = useName();
  const open = (from: Parameters<typeof openDraft>[1]): void => void openDraft(wall, from, words);
  return (
    <div className="edit-drafts">
      <h2>{draft ? text.draft(name(draft.scene.name)) : text.label}</h2>
      <DraftChoice wall={wall} draft={draft} />
      <span className="quiet">{text.fresh}</span>
      <Button onClick={() => open('empty')}>{text.fromEmpty}</Button>
      <Button onClick={() => open('program')} disabled={wall.program === null}>
        {text.fromProgram}
      </Button>
      <select
        aria-label={text.from}
        value=""
        onChange={({ target }) => target.value !== '' && open({ sceneId: target.value })}
      >
        <option value="">{words.scenes.label}…</option>
        {Object.values(wall.scenes).map((scene) => (
          <option key={scene.id} value={scene.id}>
            {name(scene.name)}
          </option>
        ))}
      </select>
      {draft && (
        <Button icon={Save} keys="Ctrl+S" onClick={props.onKeep}>
          {text.keep}
        </Button>
      )}
      <Button icon={X} keys="E" onClick={props.onClose}>
        {text.close}
      </Button>
    </div>
  );
}
