import { ArrowRight, Plus, X, type LucideIcon } from 'lucide-react';
import type { Tile } from '../../../domain/wall/model.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useDiff } from './useDiff.ts';
import { displayOf, titleOf, type Stage } from './stage.ts';

/** What a take of this draft would change on the wall, tile by tile. */
export function DiffList({ stage }: { readonly stage: Stage }) {
  const diff = useDiff(stage, true);
  const { wall, room } = stage;
  const { editor } = room.words;
  if (diff === null) return null;
  const where = ({ area }: Tile): string => {
    const display = displayOf(wall.canvas, area);
    return display ? editor.display(display.order) : '–';
  };
  const parts: readonly (readonly [LucideIcon, string, readonly string[]])[] = [
    [Plus, editor.appears, diff.appears.map((tile) => `${titleOf(tile.panel, room)} – ${where(tile)}`)],
    [
      ArrowRight,
      editor.moves,
      diff.moves.map(({ from, to }) => `${titleOf(to.panel, room)} – ${where(from)} → ${where(to)}`),
    ],
    [X, editor.goes, diff.goes.map((tile) => `${titleOf(tile.panel, room)} – ${where(tile)}`)],
  ];
  if (parts.every(([, , lines]) => lines.length === 0)) return <p className="empty">{editor.noDiff}</p>;
  return (
    <section className="edit-difference" aria-label={editor.diff}>
      <h3>{editor.diff}</h3>
      {parts.map(
        ([icon, name, lines]) =>
          lines.length > 0 && (
            <div key={name}>
              <h4>
                <Icon of={icon} /> {name} ({lines.length})
              </h4>
              <ul>
                {lines.map((line, index) => (
                  <li key={`${line} ${index}`}>{line}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}
