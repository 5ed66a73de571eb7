import { ArrowUpFromLine, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { sceneDiff, type SceneDiff } from '../../domain/wall/diff.ts';
import type { Canvas, Program, Scene, Wall } from '../../domain/wall/model.ts';
import { tilesNowhere } from '../../domain/wall/rules.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment, formatSecond } from '../text/format.ts';
import { useName, useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { Button } from '../ui/Button.tsx';
import { authorOf } from './authorOf.ts';
import { SceneSchematic } from './SceneSchematic.tsx';
import type { Operator } from './useOperator.ts';
import './takeDesk.css';

function ProgramCard({ canvas, program }: { readonly canvas: Canvas; readonly program: Program | null }) {
  const words = useText();
  const text = words.take;
  const name = useName();
  const now = useNow();
  return (
    <section className="take-card" aria-label={text.program}>
      <div className="take-drawing">
        {program && <SceneSchematic canvas={canvas} scene={program.scene} />}
      </div>
      <h3>{text.program}</h3>
      <p className="take-scene">{program ? name(program.scene.name) : text.nothingOn}</p>
      {program && (
        <p className="quiet">{text.by(authorOf(program, words), formatMoment(program.showAt, now))}</p>
      )}
    </section>
  );
}

function PreviewCard(props: { readonly wall: Wall; readonly scene: Scene | undefined }) {
  const text = useText().take;
  const { wall, scene } = props;
  if (scene === undefined) {
    return (
      <section className="take-card empty" aria-label={text.preview}>
        <div className="take-drawing" />
        <h3>{text.preview}</h3>
        <p className="quiet">{text.choose}</p>
      </section>
    );
  }
  return <Preview wall={wall} scene={scene} />;
}

/** What a take of this scene would change, in words: what appears, what moves, what goes. */
function changeWords({ appears, moves, goes }: SceneDiff, words: Dictionary): string {
  const { editor, take } = words;
  const parts = [
    appears.length > 0 && `+ ${editor.appearsCount(appears.length)}`,
    moves.length > 0 && `→ ${editor.movesCount(moves.length)}`,
    goes.length > 0 && `× ${editor.goesCount(goes.length)}`,
  ].filter((part) => part !== false);
  // A line ends after a count, never within it.
  const whole = parts.map((part) => part.replaceAll(' ', '\u00a0'));
  return whole.length === 0 ? take.noChange : whole.join(', ');
}

function Preview({ wall, scene }: { readonly wall: Wall; readonly scene: Scene }) {
  const words = useText();
  const text = words.take;
  const name = useName();
  const on = wall.program?.scene;
  const diff = useMemo(() => sceneDiff(on, scene), [on, scene]);
  const nowhere = tilesNowhere(wall.canvas, scene).length;
  return (
    <section className="take-card chosen" aria-label={text.preview}>
      <div className="take-drawing">
        <SceneSchematic canvas={wall.canvas} scene={scene} diff={diff} />
      </div>
      <h3>{text.preview}</h3>
      <p className="take-scene">{name(scene.name)}</p>
      <p className="quiet">
        {changeWords(diff, words)} {nowhere > 0 && <strong>{text.nowhere(nowhere)}</strong>}
      </p>
    </section>
  );
}

/** Another take overtook the choice: what is on now, and the question once more. */
function AskAgain({ operator, program, scene }: { operator: Operator; program: Program; scene: Scene }) {
  const words = useText();
  const text = words.take;
  const name = useName();
  const now = useNow();
  const sentence = text.movedOn(
    name(program.scene.name),
    authorOf(program, words),
    formatSecond(program.showAt, now),
  );
  return (
    <div className="take-question" role="alert">
      <p>{sentence}</p>
      <p>{text.askAgain(name(scene.name))}</p>
      <Button look="primary" onClick={operator.takeAnyway} disabled={operator.blocked !== null}>
        {text.takeAnyway}
      </Button>
      <Button onClick={operator.drop}>{text.keep}</Button>
    </div>
  );
}

function Commands({ operator, wall }: { readonly operator: Operator; readonly wall: Wall }) {
  const { console: words, take: text } = useText();
  const name = useName();
  const now = useNow();
  const { askedAt, blocked, scene } = operator;
  const { names } = words.keys;
  const before = wall.previous;
  const waitedS = Math.floor(Math.max(0, now - (askedAt ?? now)) / 1000);
  return (
    <div className="take-commands">
      <Button
        look="primary"
        icon={ArrowUpFromLine}
        keys={names.enter}
        aria-keyshortcuts="Enter"
        onClick={operator.take}
        disabled={blocked !== null || scene === undefined || askedAt !== null}
      >
        {text.take}
      </Button>
      <Button
        icon={Undo2}
        keys={names.backspace}
        aria-keyshortcuts="Backspace"
        onClick={operator.rollBack}
        disabled={blocked !== null || before === null || askedAt !== null}
      >
        {text.rollBack}
      </Button>
      <p className="quiet">{before ? text.rollBackTo(name(before.scene.name)) : text.nothingBefore}</p>
      {askedAt !== null && (
        <p className="take-progress">
          <progress aria-label={text.label} /> {text.taking(waitedS)}
        </p>
      )}
    </div>
  );
}

/** Program, preview and the two commands; what was refused is said here, in a sentence. */
export function TakeDesk({ operator, wall }: { readonly operator: Operator; readonly wall: Wall }) {
  const text = useText().take;
  const { scene, movedOn, sentence, blocked } = operator;
  const { program } = wall;
  return (
    <section className="take" aria-label={text.label}>
      <ProgramCard canvas={wall.canvas} program={program} />
      <PreviewCard wall={wall} scene={scene} />
      {movedOn && program && scene ? (
        <AskAgain operator={operator} program={program} scene={scene} />
      ) : (
        <Commands operator={operator} wall={wall} />
      )}
      <p className="take-word" role="status">
        {blocked ?? sentence}
      </p>
    </section>
  );
}
