import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asyncApi, asyncApiFile } from '../../config/asyncapi.ts';
import { openApi, openApiFile } from '../../config/openapi.ts';
import {
  ClientFrameSchema,
  IngestSchema,
  MAX_FRAME_BYTES,
  ServerFrameSchema,
} from '../../domain/contract/wire.ts';

const GoldenSchema = z.object({
  message: z.string(),
  name: z.string(),
  value: z.record(z.string(), z.unknown()),
  /** Where the first wrong field is. */
  path: z.string().optional(),
  repeatFirst: z.object({ field: z.string(), times: z.number() }).optional(),
});
type Golden = z.infer<typeof GoldenSchema>;

function golden(file: string): readonly Golden[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return z.array(GoldenSchema).parse(JSON.parse(text)).map(repeated);
}

function repeated(item: Golden): Golden {
  if (item.repeatFirst === undefined) return item;
  const { field, times } = item.repeatFirst;
  const list = z.array(z.unknown()).parse(item.value[field]);
  return { ...item, value: { ...item.value, [field]: Array.from({ length: times }, () => list[0]) } };
}

const document = JSON.parse(readFileSync(asyncApiFile, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true }).addSchema({ ...document, $id: 'wire' });

function validator(message: string): ValidateFunction {
  const found = ajv.getSchema(`wire#/components/schemas/${message}Payload`);
  if (found === undefined) throw new Error(`no message ${message} in the document`);
  return found;
}

const clients = ['hello', 'resync', 'order', 'command', 'wallState', 'wallPart', 'held', 'done'];

function schemaOf(message: string): z.ZodType {
  if (message === 'ingest') return IngestSchema;
  return clients.includes(message) ? ClientFrameSchema : ServerFrameSchema;
}

function refsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

function at(pointer: string): unknown {
  return pointer
    .replace('#/', '')
    .split('/')
    .reduce(
      (value: unknown, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      document,
    );
}

describe('a good message of the wire', () => {
  it.each(golden('good.json'))(
    'is taken by schema and document alike: $message, $name',
    ({ message, value }) => {
      const validate = validator(message);
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      expect(schemaOf(message).safeParse(value).error).toBeUndefined();
    },
  );

  it('comes out in NFC, whatever form it was sent in', () => {
    const sent = golden('good.json').find(({ name }) => name.endsWith('NFD'));
    const frame = ServerFrameSchema.parse(sent?.value);
    expect(frame).toMatchObject({ body: { incident: { title: 'Sạt lở đất ở xã Ba Bể, đường bị tắc' } } });
  });

  it('keeps text that looks like markup as it was written', () => {
    const sent = golden('good.json').find(({ name }) => name.includes('markup'));
    expect(ServerFrameSchema.parse(sent?.value)).toMatchObject({
      body: { incident: { title: '<img src=x onerror=alert(1)> & "Ngập úng" </script>' } },
    });
  });

  it('loses the fields that only a newer server knows', () => {
    const sent = golden('good.json').find(({ name }) => name.includes('newer server'));
    expect(ServerFrameSchema.parse(sent?.value)).not.toHaveProperty('hop');
  });
});

describe('a bad message of the wire', () => {
  it.each(golden('bad.json'))(
    'is refused by schema and document alike: $message, $name',
    ({ message, value, path }) => {
      expect(validator(message)(value)).toBe(false);
      const outcome = schemaOf(message).safeParse(value);
      expect(outcome.error?.issues[0]?.path.join('.')).toBe(path);
    },
  );
});

describe('sizes at their limit', () => {
  const fact = golden('good.json').find(
    ({ message, name }) => message === 'fact' && name.endsWith('NFC'),
  )?.value;
  const titled = (title: string) => ({
    ...fact,
    body: { type: 'incidents.raised', incident: { ...incident(), title } },
  });
  const incident = (): Record<string, unknown> =>
    z.object({ body: z.object({ incident: z.record(z.string(), z.unknown()) }) }).parse(fact).body.incident;

  it.each([
    ['a title of 200 letters', titled('ộ'.repeat(200)), true],
    ['a title of 201 letters', titled('ộ'.repeat(201)), false],
    [
      'an id of 120 letters',
      { ...fact, body: { type: 'incidents.raised', incident: { ...incident(), id: 'x'.repeat(120) } } },
      true,
    ],
    [
      'an id of 121 letters',
      { ...fact, body: { type: 'incidents.raised', incident: { ...incident(), id: 'x'.repeat(121) } } },
      false,
    ],
    [
      'a detail of 2,001 letters',
      { ...fact, body: { type: 'incidents.raised', incident: { ...incident(), detail: 'ẫ'.repeat(2_001) } } },
      false,
    ],
  ])('are the same for schema and document: %s', (_name, value, good) => {
    expect(validator('fact')(value)).toBe(good);
    expect(ServerFrameSchema.safeParse(value).success).toBe(good);
  });

  it('allow a snapshot of a whole topic to fit one frame', () => {
    const reading = {
      asOf: 1_763_800_000_000,
      body: { type: 'indicators.reading', key: 'k'.repeat(60), value: 1234.5, provenance: 'live' },
    };
    const bytes = Buffer.byteLength(JSON.stringify(Array.from({ length: 10_000 }, () => reading)));
    expect(bytes).toBeLessThan(MAX_FRAME_BYTES);
  });
});

describe('the AsyncAPI document', () => {
  it('is what the schemas say today (otherwise: node config/asyncapi.ts)', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(asyncApi())));
  });

  it('refers to nothing that is not there', () => {
    expect(refsIn(document).filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  it('describes every kind of frame that there is', () => {
    const kinds = [...ServerFrameSchema.options, ...ClientFrameSchema.options].map(
      (option) => option.shape.kind.value,
    );
    const described = Object.keys(document.components.messages).map((name) =>
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    expect(described.sort()).toEqual([...kinds, 'ingest'].sort());
  });
});

describe('the OpenAPI document', () => {
  it('is what the schemas say today (otherwise: node config/openapi.ts)', () => {
    expect(JSON.parse(readFileSync(openApiFile, 'utf8'))).toEqual(JSON.parse(JSON.stringify(openApi())));
  });
});
