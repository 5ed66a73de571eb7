import { useEffect, useState } from 'react';
import { joinedSpans, type Span } from '../../../domain/cameras/recording.ts';

const ASK_EVERY_MS = 2_000;

export type Recorded = { readonly spans: readonly Span[]; readonly keepsMs: number };
/** With what a VMS keeps beyond this machine: its first moment. */
export type Kept = Recorded & { readonly vmsFrom: number | null };

/** What the machine has recorded of a camera, asked for every two seconds while somebody looks. */
export function useRecorded(cameraId: string | undefined): Kept | null {
  const [recorded, setRecorded] = useState<Kept | null>(null);
  useEffect(() => {
    if (cameraId === undefined) return undefined;
    let over = false;
    async function ask(of: string): Promise<void> {
      const answer = await window.ioc.call('cameras.recorded', { cameraId: of });
      if (over || !answer.ok) return;
      const { spans, keepsMs, vmsFrom } = answer.value;
      setRecorded({ spans: joinedSpans(spans), keepsMs, vmsFrom });
    }
    setRecorded(null);
    void ask(cameraId);
    const timer = setInterval(() => void ask(cameraId), ASK_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [cameraId]);
  return recorded;
}
