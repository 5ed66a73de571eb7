import { Info, OctagonAlert, Siren, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { useMeasure } from '../ui/measure.ts';
import { bannerLayout } from './noteLayout.ts';
import { PlainFace } from './PlainFace.tsx';

type Tone = PanelProps<'banner'>['spec']['tone'];

const icons: Record<Tone, LucideIcon> = {
  info: Info,
  attention: TriangleAlert,
  serious: OctagonAlert,
  emergency: Siren,
};

/** One sentence for the whole room, as large as its tile allows; it never moves. */
export default function BannerPanel({ spec, place, onReady }: PanelProps<'banner'>) {
  const words = useText();
  const measure = useMeasure();
  useEffect(onReady, [onReady]);
  const text = spec.text.trim() === '' ? words.notes.empty : spec.text.trim();
  const { fontPx, lines, signPx } = bannerLayout(text, place, measure);
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
