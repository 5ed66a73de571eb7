import { CircleDashed } from 'lucide-react';
import type { TilePlace } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { TileFace } from '../ui/TileFace.tsx';
import './figure.css';

/** A tile that asks for an indicator which the province does not have: named, so that someone can mend the scene. */
export function UnknownIndicator(props: { readonly id: string; readonly place: TilePlace }) {
  const words = useText();
  const mark = { icon: CircleDashed, word: words.indicators.missingWord, tone: 'quiet' as const };
  return (
    <TileFace place={props.place} titles={[props.id]} mark={mark} frame="gap">
      {() => <p className="figure-gap">{words.indicators.unknown}</p>}
    </TileFace>
  );
}
