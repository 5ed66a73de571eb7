import type { LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { faceLayout, type TileBody } from './faceLayout.ts';
import { Icon } from './Icon.tsx';
import { useMeasure } from './measure.ts';
import type { FootFit, HeadFit, TileLayout, TileSize } from './tileLayout.ts';
import './tileFace.css';

export type Tone = 'quiet' | 'attention' | 'serious' | 'emergency';

/** A state in one icon and one word; `filled` for what somebody must look at. */
export type TileMark = {
  readonly icon: LucideIcon;
  readonly word: string;
  /** Stands beside the icon where the word has no room: a count. */
  readonly short?: string;
  readonly tone: Tone;
  readonly filled?: boolean;
};

type TileFaceInput = {
  readonly place: TileSize;
  /** Longest first: the first that fits is shown. */
  readonly titles: readonly string[];
  readonly mark?: TileMark | undefined;
  /** Source office, place or label, longest first; left out when none fits. */
  readonly whose?: readonly string[] | undefined;
  /** Marks `whose` as a label (sample data) with a dashed outline. */
  readonly whoseIsLabel?: boolean | undefined;
  /** Age or as-of time, longest first. */
  readonly ages?: readonly string[] | undefined;
  readonly ageIcon?: LucideIcon | undefined;
  /** A few words beside the age that follow from what the body had room for; `noteRoom` is the longest they may be. */
  readonly note?: ((body: TileBody) => string | undefined) | undefined;
  readonly noteRoom?: string | undefined;
  /** A status frame around the tile; `gap` is the dashed frame of what is missing. */
  readonly frame?: Tone | 'gap' | undefined;
  /** Grey and hatched: what it shows is old. */
  readonly stale?: boolean | undefined;
  /** The body reaches the tile's edges; head and foot lie on a scrim above it. */
  readonly bleed?: boolean | undefined;
  readonly children: (body: TileBody) => ReactNode;
};

function Head(props: { readonly fit: HeadFit; readonly mark: TileMark | undefined }) {
  const { fit, mark } = props;
  return (
    <header className="tile-head">
      <h2 className={`tile-title lines-${fit.lines}${fit.cut ? ' cut' : ''}`}>{fit.title}</h2>
      {mark && fit.mark !== 'none' && (
        <span
          className={`tile-mark tone-${mark.tone} ${mark.filled ? 'filled' : ''}`}
          aria-label={mark.word}
          role="img"
        >
          <Icon of={mark.icon} />
          {fit.mark === 'word' && <span>{mark.word}</span>}
          {fit.mark === 'icon' && mark.short !== undefined && <span>{mark.short}</span>}
        </span>
      )}
    </header>
  );
}

function Foot(props: {
  readonly fit: FootFit;
  readonly label: boolean;
  readonly note: string | undefined;
  readonly icon: LucideIcon | undefined;
}) {
  const { fit, label, note, icon } = props;
  if (fit.lines === 0) return null;
  return (
    <footer className={`tile-foot lines-${fit.lines}`}>
      {fit.whose !== '' && (
        <span className={label ? 'tile-whose tile-label' : 'tile-whose'}>{fit.whose}</span>
      )}
      <span className="tile-when">
        {note !== undefined && <span className="tile-note">{note}</span>}
        {fit.age !== '' && (
          <span className="tile-age">
            {icon && <Icon of={icon} />}
            <span>{fit.age}</span>
          </span>
        )}
      </span>
    </footer>
  );
}

function sizes(layout: TileLayout, place: TileSize): CSSProperties & Record<`--${string}`, string> {
  return {
    '--floor': `${place.floorPx}px`,
    '--title': `${layout.titlePx}px`,
    '--foot': `${layout.footPx}px`,
    '--pad-x': `${layout.padXPx}px`,
    '--pad-y': `${layout.padYPx}px`,
  };
}

/**
 * The face that every tile wears: title top left, state mark top right, source bottom left, age bottom right. It chooses
 * what to leave out on a small tile (whose first, then how fresh) and never goes below the floor of 16 minutes of arc.
 */
export function TileFace(props: TileFaceInput) {
  const { place, titles, mark, whose, whoseIsLabel, ages, frame, stale = false, bleed } = props;
  const measure = useMeasure();
  const { layout, head, foot, body } = faceLayout(
    place,
    {
      titles,
      mark,
      whose,
      whoseIsLabel,
      ages,
      hasAgeIcon: props.ageIcon !== undefined,
      noteRoom: props.noteRoom,
      bleed,
    },
    measure,
  );
  const classes = ['tile-face', frame && `frame-${frame}`, stale && 'stale', bleed && 'bleed'].filter(
    Boolean,
  );
  return (
    <div className={classes.join(' ')} style={sizes(layout, place)}>
      <Head fit={head} mark={mark} />
      <div className="tile-body">{props.children(body)}</div>
      <Foot fit={foot} label={whoseIsLabel === true} note={props.note?.(body)} icon={props.ageIcon} />
    </div>
  );
}
