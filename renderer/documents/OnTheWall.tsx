import { ChevronLeft, ChevronRight, Play, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../domain/contract/calls.ts';
import { countdownAt } from '../../domain/notes/rules.ts';
import type { PanelSpec, Tile, Wall } from '../../domain/wall/model.ts';
import { currentTime } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';

type Of<Kind extends PanelSpec['kind']> = Extract<PanelSpec, { kind: Kind }>;
type Change = (tile: Tile, panel: PanelSpec) => void;

function PdfControls(props: {
  readonly tile: Tile;
  readonly spec: Of<'pdf'>;
  readonly blocked: boolean;
  readonly change: Change;
}) {
  const { tile, spec, blocked, change } = props;
  const words = useText().documents;
  const document = useWorld((world) => world.documents.byId[spec.documentId]);
  if (document === undefined) return null;
  const last = document.pages ?? spec.page;
  const turn = (by: number): void => change(tile, { ...spec, page: spec.page + by });
  return (
    <li className="documents-live">
      <span>
        <strong>{document.name}</strong> {words.page(spec.page, last)}
      </span>
      <Button
        icon={ChevronLeft}
        disabled={blocked || spec.page <= 1}
        aria-label={words.previousOf(document.name)}
        onClick={() => turn(-1)}
      >
        {words.previous}
      </Button>
      <Button
        icon={ChevronRight}
        disabled={blocked || spec.page >= last}
        aria-label={words.nextOf(document.name)}
        onClick={() => turn(1)}
      >
        {words.next}
      </Button>
    </li>
  );
}

function CountdownControls(props: {
  readonly tile: Tile;
  readonly spec: Of<'countdown'>;
  readonly blocked: boolean;
  readonly change: Change;
}) {
  const { tile, spec, blocked, change } = props;
  const words = useText();
  if (spec.until !== '') return null;
  const waiting = countdownAt(spec, currentTime()).state === 'waiting';
  const label = spec.label === '' ? words.panels.countdown : spec.label;
  const { startedAt: _started, ...standing } = spec;
  return (
    <li className="documents-live">
      <strong>{label}</strong>
      <Button
        icon={waiting ? Play : RotateCcw}
        disabled={blocked}
        aria-label={waiting ? words.notes.startOf(label) : words.notes.resetOf(label)}
        onClick={() => change(tile, waiting ? { ...standing, startedAt: Date.now() } : standing)}
      >
        {waiting ? words.notes.start : words.notes.reset}
      </Button>
    </li>
  );
}

/** What can be moved on without the editor: the pages that are on the wall, and its countdowns. Each step is a take of its own. */
export function OnTheWall(props: { readonly wall: Wall; readonly blocked: string | null }) {
  const { wall, blocked } = props;
  const words = useText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const tiles = Object.values(wall.program?.scene.tiles ?? {});
  const change: Change = (tile, panel) => {
    setBusy(true);
    void window.ioc
      .call('wall.take', {
        commandId: crypto.randomUUID(),
        wallId: wall.id,
        source: { from: 'edit', patch: { [tile.id]: { ...tile, panel } } },
        programRevision: wall.program?.revision ?? 0,
      })
      .then((answer) => {
        setBusy(false);
        setRefusal(answer.ok ? null : answer.reason);
      });
  };
  const shared = { blocked: blocked !== null || busy, change };
  const controls = tiles.flatMap((tile) => {
    const { panel: spec } = tile;
    if (spec.kind === 'pdf') return [<PdfControls key={tile.id} tile={tile} spec={spec} {...shared} />];
    if (spec.kind !== 'countdown') return [];
    return [<CountdownControls key={tile.id} tile={tile} spec={spec} {...shared} />];
  });
  if (controls.length === 0) return null;
  return (
    <section aria-label={words.documents.onTheWall}>
      <h3>{words.documents.onTheWall}</h3>
      <ul className="documents-list">{controls}</ul>
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
    </section>
  );
}
