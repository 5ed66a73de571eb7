import { describe, expect, it } from 'vitest';
import { provesH265 } from './h265Proof.ts';

type Behaviour = { readonly says: boolean; readonly does: 'decodes' | 'fails' | 'refuses' | 'throws' };

/** An engine's decoder, as far as the proof asks it. */
function anEngine({ says, does }: Behaviour) {
  const decoded: number[] = [];
  class Decoder {
    static isConfigSupported = (config: VideoDecoderConfig) => {
      if (does === 'throws') throw new TypeError('what is hvc1?');
      return Promise.resolve({ supported: says, config });
    };
    state: CodecState = 'unconfigured';
    readonly #init: VideoDecoderInit;
    constructor(init: VideoDecoderInit) {
      this.#init = init;
    }
    configure(): void {
      this.state = 'configured';
    }
    decode(chunk: { readonly size: number }): void {
      decoded.push(chunk.size);
      if (does === 'fails') return this.#init.error(new DOMException('no decoder', 'EncodingError'));
      const frame = { codedWidth: 64, codedHeight: 64, close: () => undefined };
      if (does === 'decodes') Reflect.apply(this.#init.output, undefined, [frame]);
    }
    flush(): Promise<void> {
      return does === 'refuses' ? Promise.reject(new Error('closed')) : Promise.resolve();
    }
    close(): void {
      this.state = 'closed';
    }
  }
  class Chunk {
    readonly size: number;
    constructor({ data }: { readonly data: Uint8Array }) {
      this.size = data.length;
    }
  }
  const prove = (): Promise<boolean> => Reflect.apply(provesH265, undefined, [Decoder, Chunk]);
  return { prove, decoded };
}

describe('the proof that an engine shows H.265', () => {
  it('is one real picture', async () => {
    const engine = anEngine({ says: true, does: 'decodes' });

    expect(await engine.prove()).toBe(true);
    expect(engine.decoded).toEqual([1_655]);
  });

  it('is not the engine’s word for it', async () => {
    expect(await anEngine({ says: true, does: 'fails' }).prove()).toBe(false);
    expect(await anEngine({ says: true, does: 'refuses' }).prove()).toBe(false);
  });

  it('is not tried where the engine says no itself', async () => {
    const engine = anEngine({ says: false, does: 'decodes' });

    expect(await engine.prove()).toBe(false);
    expect(engine.decoded).toEqual([]);
  });
});
