import { useCallback, useEffect, useMemo, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import type { SceneDiff } from '../../../domain/wall/diff.ts';
import { contains } from '../../../domain/wall/area.ts';
import type { Area, Tile } from '../../../domain/wall/model.ts';
import type { Grip } from '../../../domain/wall/snap.ts';
import { PutSurface } from '../put/PutSurface.tsx';
import { useSize } from '../useSize.ts';
import { startBand } from './band.ts';
import { boxOf, canvasView, pointOf } from './canvasView.ts';
import { Displays, DisplayNames } from './Displays.tsx';
import { DiffOverlay } from './DiffOverlay.tsx';
import { startDrag } from './drag.ts';
import { setDropPlace } from './dropPlace.ts';
import { choose, say, toggleChosen, useEditorState } from './editorStore.ts';
import { finishNudge } from './nudge.ts';
import { applyEdit } from './send.ts';
import { spotWords, tilesInOrder, type Stage } from './stage.ts';
import { TileBox, type TileChange } from './TileBox.tsx';
import { useDiff } from './useDiff.ts';
import './editCanvas.css';

const handles: readonly { readonly id: string; readonly grip: Grip }[] = [
  { id: 'nw', grip: { x: 'start', y: 'start' } },
  { id: 'n', grip: { x: null, y: 'start' } },
  { id: 'ne', grip: { x: 'end', y: 'start' } },
  { id: 'e', grip: { x: 'end', y: null } },
  { id: 'se', grip: { x: 'end', y: 'end' } },
  { id: 's', grip: { x: null, y: 'end' } },
  { id: 'sw', grip: { x: 'start', y: 'end' } },
  { id: 'w', grip: { x: 'start', y: null } },
];

function changesIn(diff: SceneDiff | null): ReadonlyMap<string, TileChange> {
  if (diff === null) return new Map();
  return new Map([
    ...diff.appears.map(({ id }) => [id, 'appears'] as const),
    ...diff.moves.map(({ to }) => [to.id, 'moves'] as const),
  ]);
}

/** The room in small, with the draft's tiles under the operator's hands. */
export function EditCanvas({ stage }: { readonly stage: Stage }) {
  const box = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const guideX = useRef<HTMLDivElement>(null);
  const guideY = useRef<HTMLDivElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const hint = useRef<HTMLParagraphElement>(null);
  const { widthPx, heightPx } = useSize(box);
  const { canvas } = stage.wall;
  const view = useMemo(() => canvasView(canvas, { widthPx, heightPx }), [canvas, widthPx, heightPx]);
  const chosen = useEditorState((state) => state.chosen);
  const snapping = useEditorState((state) => state.snapping);
  const diff = useDiff(
    stage,
    useEditorState((state) => state.showsDiff),
  );
  const changes = useMemo(() => changesIn(diff), [diff]);
  const tiles = useMemo(() => tilesInOrder(stage), [stage]);
  const { words } = stage.room;
  const latest = useRef(stage);
  latest.current = stage;
  const inView = useCallback((area: Area) => boxOf(area, view), [view]);
  useEffect(() => setDropPlace(element.current, view), [view]);

  function drag(event: PointerEvent, inHand: readonly Tile[], grip: Grip): void {
    const page = {
      canvas: element.current,
      x: guideX.current,
      y: guideY.current,
      hint: hint.current,
    };
    if (!page.canvas || !page.x || !page.y || !page.hint) return;
    const { canvas: paper, x, y, hint: words } = page;
    startDrag(event, {
      stage: latest.current,
      page: { canvas: paper, view, guides: { x, y }, hint: words, snapping },
      tiles: inHand,
      grip,
      onEnd: (edit) => {
        if (edit === null) return;
        void finishNudge()
          .then(() => applyEdit(latest.current, edit))
          .then((made) => made && edit.kind === 'place' && sayPlace(inHand));
      },
    });
  }

  function sayPlace([first]: readonly Tile[]): void {
    const { scene, wall, room } = latest.current;
    const tile = first && scene.tiles[first.id];
    if (tile) say(spotWords(wall.canvas, tile, room));
  }

  function onEmpty(event: ReactPointerEvent): void {
    const paper = element.current;
    if (paper === null || band.current === null) return;
    const at = pointOf(event, paper, view);
    startBand(event.nativeEvent, {
      canvas: paper,
      view,
      band: band.current,
      tiles,
      onEnd: (ids) => {
        choose(ids ?? []);
        const point = { ...at, widthMm: 0, heightMm: 0 };
        const display = canvas.displays.find(({ area }) => contains(area, point));
        if (ids === null && display) useEditorState.setState({ displayId: display.id });
      },
    });
  }

  function onPointerDown(event: ReactPointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const handle = event.target.closest<HTMLElement>('[data-handle]')?.dataset['handle'];
    const id = event.target.closest<HTMLElement>('[data-edit-tile]')?.dataset['editTile'];
    const { scene } = stage;
    if (handle !== undefined) {
      const grip = handles.find((each) => each.id === handle)?.grip;
      const tile = chosen[0] === undefined ? undefined : scene.tiles[chosen[0]];
      if (grip && tile) drag(event.nativeEvent, [tile], grip);
      return event.preventDefault();
    }
    if (id === undefined) return onEmpty(event);
    if (event.shiftKey) {
      event.preventDefault();
      return toggleChosen(id);
    }
    if (!chosen.includes(id)) choose([id]);
    const ids = chosen.includes(id) ? chosen : [id];
    drag(
      event.nativeEvent,
      ids.flatMap((each) => scene.tiles[each] ?? []),
      { x: 'move', y: 'move' },
    );
  }

  const single = chosen.length === 1 && chosen[0] !== undefined ? stage.scene.tiles[chosen[0]] : undefined;
  return (
    <div className="edit-paper" ref={box} data-edit-region>
      <div
        ref={element}
        className="edit-canvas"
        style={{ width: view.widthPx, height: view.heightPx }}
        role="listbox"
        aria-multiselectable="true"
        aria-label={words.editor.canvas}
        aria-describedby="edit-canvas-help"
        tabIndex={-1}
        onPointerDown={onPointerDown}
      >
        <Displays stage={stage} view={view} />
        {tiles.map((tile) => (
          <TileBox
            key={tile.id}
            tile={tile}
            canvas={canvas}
            view={view}
            room={stage.room}
            chosen={chosen.includes(tile.id)}
            change={changes.get(tile.id)}
          />
        ))}
        <DisplayNames stage={stage} view={view} />
        {diff && <DiffOverlay diff={diff} view={view} room={stage.room} />}
        {single && (
          <div className="edit-handles" style={boxOf(single.area, view)} aria-hidden="true">
            {handles.map(({ id }) => (
              <span key={id} className={`edit-handle ${id}`} data-handle={id} />
            ))}
          </div>
        )}
        <div ref={guideX} className="edit-guide across" hidden />
        <div ref={guideY} className="edit-guide down" hidden />
        <div ref={band} className="edit-band" hidden />
        <PutSurface
          wall={stage.wall}
          scene={stage.scene}
          onAir={false}
          boxOf={inView}
          onPut={(worked, done) => {
            if (worked.do !== 'edit') return;
            void finishNudge()
              .then(() => applyEdit(latest.current, worked))
              .then((made) => made && say(done));
          }}
        />
      </div>
      {tiles.length === 0 && <p className="edit-empty">{words.editor.emptyHelp}</p>}
      <p id="edit-canvas-help" className="edit-help quiet">
        {words.editor.canvasHelp}
      </p>
      <p className="edit-hint" ref={hint} aria-hidden="true" />
    </div>
  );
}
