import { ArrowLeftToLine, ArrowRightToLine, X } from 'lucide-react';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { clearMarks, mark, useReplayDesk } from './replayStore.ts';
import { formatSecond } from '../../text/format.ts';

/** Beginning and end of what is to be kept, set at the moment that is shown. */
export function Marks({ moment, now }: { readonly moment: number; readonly now: number }) {
  const text = useText().playback;
  const { markIn, markOut } = useReplayDesk();
  const told = [
    markIn === null ? [] : [text.from(formatSecond(markIn, now))],
    markOut === null ? [] : [text.to(formatSecond(markOut, now))],
  ].flat();
  return (
    <div className="replay-marks" role="group" aria-label={text.marks}>
      <Button icon={ArrowRightToLine} onClick={() => mark('in', Math.round(moment))}>
        {text.markIn}
      </Button>
      <Button icon={ArrowLeftToLine} onClick={() => mark('out', Math.round(moment))}>
        {text.markOut}
      </Button>
      {told.length > 0 && (
        <>
          <span className="replay-told">{told.join(' ')}</span>
          <Button icon={X} look="quiet" onClick={clearMarks}>
            {text.clear}
          </Button>
        </>
      )}
    </div>
  );
}
