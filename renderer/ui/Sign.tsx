import './sign.css';

export type SignShape = 'circle' | 'triangle' | 'diamond' | 'octagon';

/** On a grid of 24 by 24: the shape, the stroke of its sign, and how far down the sign's dot lies. */
export const signShapes: Record<
  SignShape,
  { readonly outline: string; readonly stroke: string; readonly dot: number }
> = {
  circle: { outline: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z', stroke: 'M12 11.5v5', dot: 7.8 },
  triangle: { outline: 'M12 2.6 22.6 20.9H1.4z', stroke: 'M12 9v5.2', dot: 17.8 },
  diamond: { outline: 'M12 1.4 22.6 12 12 22.6 1.4 12z', stroke: 'M12 7v5.6', dot: 16.4 },
  octagon: {
    outline: 'M7.7 1.6h8.6l6.1 6.1v8.6l-6.1 6.1H7.7l-6.1-6.1V7.7z',
    stroke: 'M12 6.4v6.4',
    dot: 16.9,
  },
};

/** A sign to be told by its shape from the farthest seat: filled while it wants somebody, an outline once it is known. */
export function Sign(props: { readonly shape: SignShape; readonly filled: boolean }) {
  const { outline, stroke, dot } = signShapes[props.shape];
  return (
    <svg
      className={props.filled ? 'sign filled' : 'sign'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path className="sign-outline" d={outline} />
      <path className="sign-stroke" d={stroke} />
      <circle className="sign-dot" cx="12" cy={dot} r="1.5" />
    </svg>
  );
}
