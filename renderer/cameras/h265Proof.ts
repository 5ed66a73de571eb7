import bundled from './h265Frame.json' with { type: 'json' };

/** An engine that has not decoded one small picture by then does not, ms. */
const WITHIN_MS = 3_000;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/**
 * Whether an engine decodes H.265: it says so, and gives the picture of the product's own key frame (64 × 64, made with
 * this product's test painter and x265). Many say yes and decode nothing.
 */
export async function provesH265(
  Decoder: typeof VideoDecoder,
  Chunk: typeof EncodedVideoChunk,
): Promise<boolean> {
  const config = { codec: bundled.codec, description: bytesOf(bundled.description) };
  const { supported } = await Decoder.isConfigSupported(config);
  if (supported !== true) return false;
  return new Promise((settle) => {
    const timer = setTimeout(() => end(false), WITHIN_MS);
    const decoder = new Decoder({
      output(frame) {
        end(frame.codedWidth >= 64 && frame.codedHeight >= 64);
        frame.close();
      },
      error: () => end(false),
    });
    function end(proved: boolean): void {
      clearTimeout(timer);
      if (decoder.state !== 'closed') decoder.close();
      settle(proved);
    }
    decoder.configure(config);
    decoder.decode(new Chunk({ type: 'key', timestamp: 0, data: bytesOf(bundled.frame) }));
    decoder.flush().catch(() => end(false));
  });
}

/** An engine whose graphics are gone may leave a question without an answer. */
function inTime(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([
    answer.catch(() => false),
    new Promise<boolean>((settle) => setTimeout(() => settle(false), WITHIN_MS)),
  ]);
}

let proof: Promise<boolean> | undefined;

/** Asked once for each window; false where nothing was proved. */
export function playsH265(): Promise<boolean> {
  proof ??=
    'VideoDecoder' in window ? inTime(provesH265(VideoDecoder, EncodedVideoChunk)) : Promise.resolve(false);
  return proof;
}
