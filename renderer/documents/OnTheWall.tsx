import { ChevronLeft, ChevronRight, Play, RotateCcw } from 'lucide-react';
import { countdownAt } from '../../domain/notes/rules.ts';
import type { PanelSpec, Scene, Tile } from '../../domain/wall/model.ts';
import { currentTime } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import './onTheWall.css';

type Of<Kind extends PanelSpec['kind']> = Extract<PanelSpec, { kind: Kind }>;
type Part<Kind extends PanelSpec['kind']> = {
  readonly spec: Of<Kind>;
  readonly blocked: boolean;
  readonly change: (panel: PanelSpec) => void;
};

/** The pages of a document that this machine does not keep are turned all the same: only their number is not known here. */
function PdfControls({ spec, blocked, change }: Part<'pdf'>) {
  const { documents: words, panels } = useText();
  const document = useWorld((world) => world.documents.byId[spec.documentId]);
  if (spec.documentId === '') return null;
  const name = document?.name ?? panels.pdf;
  const pages = document?.pages;
  const turn = (by: number): void => change({ ...spec, page: spec.page + by });
  return (
    <li>
      <span className="on-wall-name">
        {pages === undefined ? words.pageOf(name, spec.page) : `${name}, ${words.page(spec.page, pages)}`}
      </span>
      <Button
        icon={ChevronLeft}
        disabled={blocked || spec.page <= 1}
        aria-label={words.previousOf(name)}
        onClick={() => turn(-1)}
      >
        {words.previous}
      </Button>
      <Button
        icon={ChevronRight}
        disabled={blocked || spec.page >= (pages ?? Infinity)}
        aria-label={words.nextOf(name)}
        onClick={() => turn(1)}
      >
        {words.next}
      </Button>
    </li>
  );
}

function CountdownControls({ spec, blocked, change }: Part<'countdown'>) {
  const words = useText();
  if (spec.until !== '') return null;
  const waiting = countdownAt(spec, currentTime()).state === 'waiting';
  const label = spec.label === '' ? words.panels.countdown : spec.label;
  const { startedAt: _started, ...standing } = spec;
  return (
    <li>
      <span className="on-wall-name">{label}</span>
      <Button
        icon={waiting ? Play : RotateCcw}
        disabled={blocked}
        aria-label={waiting ? words.notes.startOf(label) : words.notes.resetOf(label)}
        onClick={() => change(waiting ? { ...standing, startedAt: Date.now() } : standing)}
      >
        {waiting ? words.notes.start : words.notes.reset}
      </Button>
    </li>
  );
}

/** What can be moved on without the editor: the pages that are on the wall, and its countdowns. Each step is a take of its own. */
export function OnTheWall(props: {
  readonly scene: Scene | undefined;
  readonly blocked: boolean;
  readonly put: (tile: Tile) => void;
}) {
  const { scene, blocked, put } = props;
  const words = useText().documents;
  const controls = Object.values(scene?.tiles ?? {}).flatMap((tile) => {
    const { id: key, panel: spec } = tile;
    const shared = { blocked, change: (panel: PanelSpec) => put({ ...tile, panel }) };
    if (spec.kind === 'pdf') return [<PdfControls key={key} spec={spec} {...shared} />];
    if (spec.kind !== 'countdown') return [];
    return [<CountdownControls key={key} spec={spec} {...shared} />];
  });
  if (controls.length === 0) return null;
  return (
    <ul className="on-wall" aria-label={words.onTheWall}>
      {controls}
    </ul>
  );
}
