import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ClientFrameSchema,
  closeCodes,
  IngestSchema,
  PROTOCOL,
  servedProtocols,
  ServerFrameSchema,
  TopicSchema,
} from './wire.ts';

describe('a topic', () => {
  it.each(['indicators/19', 'incidents/05443', 'cameras/19', 'wall/main', 'wall/phong-hop_1.2'])(
    'may be %s',
    (topic) => {
      expect(TopicSchema.safeParse(topic).success).toBe(true);
    },
  );

  it.each([
    '',
    'indicators',
    'indicators/',
    'indicators/*',
    'incidents/19/20',
    'wall/../x',
    'wall/a b',
    'incidents/١٩',
    'indicators/19\n',
  ])('may not be %j', (topic) => {
    expect(TopicSchema.safeParse(topic).success).toBe(false);
  });
});

describe('outside data', () => {
  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const schema of [ServerFrameSchema, ClientFrameSchema, IngestSchema])
          expect(schema.safeParse(value).success).toBe(false);
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });

  it('cannot reach a prototype', () => {
    const raw: unknown = JSON.parse(
      '{"kind":"resync","topic":"incidents/19","__proto__":{"cursor":1},"constructor":{"x":1}}',
    );
    expect(ClientFrameSchema.parse(raw)).toEqual({ kind: 'resync', topic: 'incidents/19' });
  });
});

describe('a close', () => {
  it.each(Object.entries(closeCodes))(
    'says why within what a close frame holds: %s',
    (_name, { code, reason }) => {
      expect(reason).toMatch(/^[\x20-\x7e]{1,123}$/);
      expect(code === 1001 || code === 1011 || (code >= 4000 && code < 5000)).toBe(true);
    },
  );
});

describe('the version of the wire', () => {
  it('is among those that are served', () => {
    expect(servedProtocols).toContain(PROTOCOL);
  });
});
