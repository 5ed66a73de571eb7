import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { ClipExport } from '../../../domain/cameras/evidenceCalls.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useText } from '../../text/language.ts';
import type { Dictionary } from '../../text/vi.ts';
import { Button } from '../../ui/Button.tsx';
import { formatSecond } from '../../text/format.ts';
import { cancelExport, followExports, useExports } from './exportStore.ts';
import './evidence.css';

type Handed = ReturnType<typeof useExports.getState>['handed'][string];

/** How one clip stands, in a sentence. */
function standingOf(clip: ClipExport, handed: Handed | undefined, words: Dictionary, now: number): string {
  const text = words.evidence.exports;
  if (clip.reason !== undefined) return words.refusals[clip.reason];
  if (clip.state !== 'kept') return clip.state === 'refused' ? words.refusals.failed : text[clip.state];
  if (handed?.reason !== undefined) return words.refusals[handed.reason];
  if (handed?.state === 'saved' && handed.evidence) {
    const { files, from, to } = handed.evidence;
    return words.playback.exported(files.length, formatSecond(from, now), formatSecond(to, now));
  }
  if (handed?.state === 'saving') return text.saving;
  return handed?.state === 'stopped' ? text.stopped : text.kept;
}

function Row({ clip }: { readonly clip: ClipExport }) {
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const name = useWorld((world) => world.cameras.byId[clip.cameraId]?.name[language]) ?? clip.cameraId;
  const handed = useExports((state) => state.handed[clip.exportId]);
  const isSaving = handed?.state === 'saving';
  const going = clip.state === 'waiting' || clip.state === 'cutting' || isSaving;
  const title = words.evidence.exports.clip(name, formatSecond(clip.from, now), formatSecond(clip.to, now));
  return (
    <li className="evidence-export">
      <span>{title}</span>
      <span className="quiet" role="status">
        {standingOf(clip, handed, words, now)}
      </span>
      {going && (
        <>
          <progress aria-label={title} value={isSaving ? handed.done : clip.done} max={1} />
          <Button
            icon={X}
            look="quiet"
            aria-label={words.evidence.exports.cancelOf(title)}
            onClick={() => cancelExport(clip.exportId)}
          >
            {words.evidence.exports.cancel}
          </Button>
        </>
      )}
    </li>
  );
}

/** The clips that this console asked for: one after the other, each with how far it is and a way to call it off. */
export function ExportList() {
  const words = useText().evidence.exports;
  const clips = useExports((state) => state.clips);
  useEffect(followExports, []);
  if (clips.length === 0) return null;
  return (
    <ul className="evidence-exports" aria-label={words.list}>
      {clips.map((clip) => (
        <Row key={clip.exportId} clip={clip} />
      ))}
    </ul>
  );
}
