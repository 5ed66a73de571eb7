import { useEffect, useRef } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { onTick } from '../replica/clock.ts';
import { useText } from '../text/language.ts';
import { DocumentFace } from './DocumentFace.tsx';
import { documentUrl, useDocument } from './useDocument.ts';

/** The browser pauses a silent film that it takes for unseen, as a tile is while it warms up. */
function keepPlaying(element: HTMLVideoElement): void {
  // Refused while it has no picture yet: it asks again when it has.
  if (element.paused && !element.ended) element.play().catch(() => undefined);
}

/** A film that somebody brought: it plays by itself, without sound unless it is the one tile that is heard. */
export default function VideoPanel({ spec, place, audible, onReady, onSource }: PanelProps<'video'>) {
  const shown = useDocument(spec.documentId);
  const words = useText();
  const video = useRef<HTMLVideoElement>(null);
  const showing = shown.trouble === null;
  useEffect(() => {
    const element = video.current;
    const look = onTick(() => element && keepPlaying(element));
    // A film's buffers stay until its source is taken away.
    return () => {
      look();
      element?.removeAttribute('src');
      element?.load();
    };
  }, [showing, shown.attempt]);
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
          autoPlay
          playsInline
          loop={spec.loop}
          disablePictureInPicture
          onLoadedData={({ currentTarget }) => {
            keepPlaying(currentTarget);
            onReady();
          }}
          onError={() => shown.fail('failed')}
        />
      )}
    </DocumentFace>
  );
}
