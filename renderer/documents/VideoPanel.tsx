import { useEffect, useRef } from 'react';
import { filmSeconds } from '../../domain/documents/rules.ts';
import { own } from '../../domain/kernel/own.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useSeen } from '../panels/seen.ts';
import { onTick } from '../replica/clock.ts';
import { useReplica, useWorld } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import { DocumentFace } from './DocumentFace.tsx';
import { documentUrl, useDocument } from './useDocument.ts';

/** A film that is this far from where it should be is put there, s: less would be seen as a jerk more than as a lag. */
const DRIFT_SECONDS = 0.5;
/** It is not put there again sooner, ms: on a machine that is late anyway it would do nothing but seek. */
const PEACE_MS = 10_000;

/** When this film began on its tile, epoch ms; undefined for a substitute, which plays from when it is needed. */
function useBegan(tileId: string, documentId: string): number | undefined {
  const wallId = useReplica((state) => state.window?.wallId) ?? '';
  return useWorld(({ walls }) => {
    const { scene, films = {} } = own(walls, wallId)?.program ?? {};
    const panel = scene && own(scene.tiles, tileId)?.panel;
    return panel?.kind === 'video' && panel.documentId === documentId ? own(films, tileId) : undefined;
  });
}

/** What warms up waits at its first picture; what is seen plays, at the same place on all displays. */
function steer(
  element: HTMLVideoElement,
  { seen, began, sought }: { seen: boolean; began: number | undefined; sought: { at: number } },
): void {
  const { duration: lengthSeconds, loop } = element;
  if (!seen) {
    element.pause();
    if (element.currentTime !== 0) element.currentTime = 0;
    return;
  }
  if (element.seeking) return;
  if (began !== undefined && Number.isFinite(lengthSeconds)) {
    const place = filmSeconds({ from: began, now: Date.now() }, { lengthSeconds, loop });
    const drift = Math.abs(place - element.currentTime);
    // Around the turn of a loop the two ends lie beside each other.
    const isOff = Math.min(drift, loop ? lengthSeconds - drift : drift) > DRIFT_SECONDS;
    if (isOff && Math.abs(Date.now() - sought.at) > PEACE_MS) {
      sought.at = Date.now();
      element.currentTime = place;
    }
    if (place === lengthSeconds) return;
  }
  // The browser pauses a silent film that it takes for unseen. Refused while it has no picture yet: it asks again when it has.
  if (element.paused && !element.ended) element.play().catch(() => undefined);
}

/** A film that somebody brought: it plays from when it is shown, without sound unless it is the one tile that is heard. */
export default function VideoPanel({ tile, spec, place, audible, onReady, onSource }: PanelProps<'video'>) {
  const shown = useDocument(spec.documentId);
  const words = useText();
  const video = useRef<HTMLVideoElement>(null);
  /** When it was last put where it should be, epoch ms. */
  const sought = useRef({ at: 0 });
  const showing = shown.trouble === null;
  const seen = useSeen();
  const began = useBegan(tile.id, spec.documentId);
  useEffect(() => {
    const element = video.current;
    // A film's buffers stay until its source is taken away.
    return () => {
      element?.removeAttribute('src');
      element?.load();
    };
  }, [showing, shown.attempt]);
  useEffect(() => {
    sought.current.at = 0;
    const look = (): void => {
      if (video.current) steer(video.current, { seen, began, sought: sought.current });
    };
    look();
    return onTick(look);
  }, [seen, began, showing, shown.attempt]);
  return (
    <DocumentFace
      place={place}
      shown={shown}
      title={words.panels.video}
      onReady={onReady}
      onSource={onSource}
      detail={audible ? [] : [words.documents.muted]}
    >
      {() => (
        <video
          key={shown.attempt}
          ref={video}
          className="document-picture fit-contain"
          src={documentUrl(spec.documentId)}
          aria-label={shown.document?.name ?? words.panels.video}
          muted={!audible}
          playsInline
          loop={spec.loop}
          disablePictureInPicture
          onLoadedData={({ currentTarget }) => {
            steer(currentTarget, { seen, began, sought: sought.current });
            onReady();
          }}
          onError={() => shown.fail('failed')}
        />
      )}
    </DocumentFace>
  );
}
