import { Gauge } from 'lucide-react';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { loadWords } from './loadWords.ts';
import { useBudget } from './useBudget.ts';
import './cameraLoad.css';

/** How this machine keeps pace with its cameras; nothing while it shows none. */
export function CameraLoad() {
  const words = useText().cameras.shed;
  const budget = useBudget();
  if (budget === null || budget.tiles === 0) return null;
  const { whole, parts } = loadWords(budget, words);
  return (
    <div className="camera-load" role="group" aria-label={words.label} title={parts}>
      <Icon of={Gauge} size="large" />
      <span className="camera-load-words">
        <strong>{whole}</strong>
        <span className="quiet">{parts}</span>
      </span>
    </div>
  );
}
