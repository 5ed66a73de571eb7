import { useMeasure } from './measure.ts';
import { wrapText } from './wrap.ts';

/** A sentence at the floor of type in whole lines: what has no room is left out, and said so by an ellipsis. */
export function FittedWords(props: {
  readonly text: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly floorPx: number;
}) {
  const { text, floorPx, ...room } = props;
  const measure = useMeasure();
  const { lines } = wrapText(text, room, { wantPx: floorPx, floorPx }, measure);
  return lines.map((line, index) => (
    <span key={`${index} ${line}`} className="fitted-line">
      {/* Whoever reads the words, not the lines, needs the space between them. */}
      {`${line} `}
    </span>
  ));
}
