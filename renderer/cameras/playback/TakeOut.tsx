import { Camera, Download } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { useText } from '../../text/language.ts';
import type { Dictionary } from '../../text/vi.ts';
import { Button } from '../../ui/Button.tsx';
import { saveBytes, saveFile } from '../../ui/saveFile.ts';
import { ExportList } from '../evidence/ExportList.tsx';
import { exportClip } from '../evidence/exportStore.ts';
import { useReplayDesk } from './replayStore.ts';
import { formatSecond } from '../../text/format.ts';
import type { SeenRef } from './seen.ts';

function refusalWords(reason: Refusal, words: Dictionary): string {
  return reason === 'not-allowed' ? words.playback.noRight : words.refusals[reason];
}

async function clip(
  request: { readonly cameraId: string; readonly from: number; readonly to: number },
  words: Dictionary,
): Promise<string> {
  const refusal = await exportClip(request);
  return refusal === null ? words.playback.queued : refusalWords(refusal, words);
}

async function picture(cameraId: string, seen: SeenRef, words: Dictionary): Promise<string> {
  const shown = seen.current?.() ?? null;
  if (shown === null || shown.pictureAt === null) return words.playback.noPicture;
  const { canvas, live, suspectSince } = shown;
  const at = Math.round(shown.pictureAt);
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
  if (blob === null) return words.playback.noPicture;
  const png = new Uint8Array(await blob.arrayBuffer());
  const doubt = suspectSince === undefined ? {} : { suspectSince: Math.round(suspectSince) };
  const answer = await window.ioc.call('cameras.signPicture', { cameraId, at, live, png, ...doubt });
  if (!answer.ok) return refusalWords(answer.reason, words);
  const { files, sidecar } = answer.value;
  for (const { name } of files) saveBytes(name, 'image/png', png);
  saveFile(sidecar.name, 'application/json', sidecar.text);
  return words.playback.pictured(formatSecond(at, Date.now()));
}

/** Takes the marked span, or the picture that is seen, out of this machine: only with the right, and never unwritten. */
export function TakeOut({ cameraId, seen }: { readonly cameraId: string; readonly seen: SeenRef }) {
  const words = useText();
  const text = words.playback;
  const { markIn, markOut } = useReplayDesk();
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);

  async function take(work: Promise<string>): Promise<void> {
    setBusy(true);
    say(await work);
    setBusy(false);
  }

  return (
    <>
      <div className="replay-marks">
        <Button
          icon={Download}
          disabled={busy || markIn === null || markOut === null}
          onClick={() => {
            if (markIn === null || markOut === null) return;
            void take(clip({ cameraId, from: markIn, to: markOut }, words));
          }}
        >
          {text.cut}
        </Button>
        <Button icon={Camera} disabled={busy} onClick={() => void take(picture(cameraId, seen, words))}>
          {text.snapshot}
        </Button>
      </div>
      <p className="quiet" aria-live="polite">
        {busy ? text.cutting : said}
      </p>
      <ExportList />
    </>
  );
}
