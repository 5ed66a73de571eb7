import { useNow } from '../../replica/clock.ts';
import { formatMoment } from '../../text/format.ts';
import type { Stage } from './stage.ts';

/** The draft's steps with their authors, newest first; what was undone stands above and can be redone. */
export function Steps({ stage }: { readonly stage: Stage }) {
  const { editor } = stage.room.words;
  const now = useNow();
  const { done, undone } = stage.draft;
  const steps = [
    ...undone.map((step) => ({ step, isUndone: true })),
    ...done.toReversed().map((step) => ({ step, isUndone: false })),
  ];
  if (steps.length === 0) return <p className="empty">{editor.noSteps}</p>;
  return (
    <ol className="edit-steps" aria-label={editor.steps}>
      {steps.map(({ step, isUndone }, index) => (
        <li key={`${step.at} ${index}`} className={isUndone ? 'undone' : undefined}>
          {editor.step(editor.kinds[step.kind], step.by, formatMoment(step.at, now))}
          {isUndone && <span className="quiet"> ({editor.stepUndone})</span>}
        </li>
      ))}
    </ol>
  );
}
