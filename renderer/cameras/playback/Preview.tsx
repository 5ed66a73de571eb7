import { useRef } from 'react';
import type { TileReplay } from '../../../domain/wall/replaying.ts';
import { useText } from '../../text/language.ts';
import { useCamera } from '../useCamera.ts';
import { ReplayNotice } from './ReplayNotice.tsx';
import { seenLive, type SeenRef } from './seen.ts';
import { useReplayPicture } from './useReplayPicture.ts';

function LivePreview({ cameraId, seen }: { readonly cameraId: string; readonly seen: SeenRef }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useText();
  const { standing, paintedAt } = useCamera(
    { cameraId, large: false, wanted: true, audible: false, importance: 'focus', areaPx: 0 },
    canvas,
  );
  const isLive = standing.state === 'live';
  seen.current = () => canvas.current && seenLive(canvas.current, standing, paintedAt());
  return (
    <div className="replay-screen" data-state={isLive ? 'live' : 'offline'}>
      <canvas ref={canvas} className="replay-picture fit-contain" width={0} height={0} />
      <p className={isLive ? 'replay-preview-state' : 'replay-preview-state trouble'}>
        {words.cameras.states[standing.state]}
      </p>
    </div>
  );
}

function ReplayPreview({ replay, seen }: { readonly replay: TileReplay; readonly seen: SeenRef }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useText().playback;
  const { standing, pictureAt } = useReplayPicture(replay.cameraId, replay, canvas);
  const shown = standing.state === 'live';
  seen.current = () =>
    canvas.current && { canvas: canvas.current, pictureAt: shown ? pictureAt.current : null, live: false };
  return (
    <div className="replay-screen" data-state={standing.state}>
      <canvas ref={canvas} className="replay-picture fit-contain" width={0} height={0} />
      <ReplayNotice standing={standing} />
      <p className="replay-preview-state trouble">{text.word}</p>
    </div>
  );
}

/** What the chosen tile shows, for whoever leads it. */
export function Preview(props: {
  readonly cameraId: string;
  readonly name: string;
  readonly replay: TileReplay | undefined;
  readonly seen: SeenRef;
}) {
  const { cameraId, name, replay, seen } = props;
  const text = useText().playback;
  return (
    <figure className="replay-preview" aria-label={text.preview(name)}>
      {replay ? (
        <ReplayPreview key={cameraId} replay={replay} seen={seen} />
      ) : (
        <LivePreview key={cameraId} cameraId={cameraId} seen={seen} />
      )}
    </figure>
  );
}
