import { Info, OctagonAlert, Siren, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { useMeasure } from '../ui/measure.ts';
import { tileLayout } from '../ui/tileLayout.ts';
import { LINE_HEIGHT } from '../ui/typeScale.ts';
import { wrapText } from '../ui/wrap.ts';
import { PlainFace } from './PlainFace.tsx';

type Tone = PanelProps<'banner'>['spec']['tone'];

const icons: Record<Tone, LucideIcon> = {
  info: Info,
  attention: TriangleAlert,
  serious: OctagonAlert,
  emergency: Siren,
};

/** Height of the sign in parts of the tile's. */
const SIGN = 0.62;
/** A sign is not larger than this many floors, however high the tile. */
const LARGEST_SIGN = 6;

/** One sentence for the whole room, as large as its tile allows; it never moves. */
export default function BannerPanel({ spec, place, onReady }: PanelProps<'banner'>) {
  const words = useText();
  const measure = useMeasure();
  useEffect(onReady, [onReady]);
  const { innerWidthPx, padYPx } = tileLayout(place);
  const heightPx = place.heightPx - 2 * padYPx;
  const signPx = Math.min(heightPx * SIGN, LARGEST_SIGN * place.floorPx);
  const text = spec.text.trim() === '' ? words.notes.empty : spec.text.trim();
  const room = { widthPx: innerWidthPx - 1.4 * signPx, heightPx };
  const type = { wantPx: heightPx / LINE_HEIGHT, floorPx: place.floorPx, face: 'strong' } as const;
  const { fontPx, lines } = wrapText(text, room, type, measure);
  return (
    <PlainFace
      place={place}
      label={words.notes.banner(words.notes.tones[spec.tone], text)}
      className={`banner banner-${spec.tone}`}
    >
      <span className="banner-sign" style={{ fontSize: signPx }}>
        <Icon of={icons[spec.tone]} />
      </span>
      <div>
        {lines.map((line, index) => (
          <p key={`${index} ${line}`} style={{ fontSize: fontPx }}>
            {line}
          </p>
        ))}
      </div>
    </PlainFace>
  );
}
