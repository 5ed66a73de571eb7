import type { CSSProperties, ReactNode } from 'react';
import type { Display } from '../../domain/wall/model.ts';

type Turn = NonNullable<Display['turn']>;
type Size = { readonly widthPx: number; readonly heightPx: number };

/** Where a picture must start so that, turned clockwise about its corner, it fills the window. */
function styleFor(turn: Turn, { widthPx, heightPx }: Size): CSSProperties {
  const start: Record<Turn, string> = {
    90: `${heightPx}px, 0`,
    180: `${widthPx}px, ${heightPx}px`,
    270: `0, ${widthPx}px`,
  };
  return {
    position: 'absolute',
    width: widthPx,
    height: heightPx,
    transformOrigin: '0 0',
    transform: `translate(${start[turn]}) rotate(${turn}deg)`,
  };
}

/** The picture of a panel that hangs turned while the system sends it a lying one. `size`: the picture's own, CSS px. */
export function Turned(props: {
  readonly turn: Display['turn'];
  readonly size: Size;
  readonly children: ReactNode;
}) {
  const { turn, size, children } = props;
  return turn === undefined ? (
    children
  ) : (
    <div data-turn={turn} style={styleFor(turn, size)}>
      {children}
    </div>
  );
}
