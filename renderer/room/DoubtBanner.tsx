import { MonitorX } from 'lucide-react';
import type { Wall } from '../../domain/wall/model.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { headName } from './headName.ts';

/** Asks for an answer wherever the operator is at work: until then a screen may show what belongs to another. */
export function DoubtBanner({ wall, onAnswer }: { readonly wall: Wall | undefined; onAnswer(): void }) {
  const { room: text } = useText();
  const doubtful = wall?.heads.filter(({ doubt }) => doubt !== null) ?? [];
  if (doubtful.length === 0) return null;
  return (
    <div className="console-alarm doubtful">
      <Icon of={MonitorX} />
      <span>{text.doubtful(doubtful.map(headName).join(', '))}</span>
      <Button onClick={onAnswer}>{text.answerDoubt}</Button>
    </div>
  );
}
