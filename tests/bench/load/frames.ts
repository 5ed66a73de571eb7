// Readings as the backend sends them, serialised once: only the digits that change are written per frame.
import { probeValue } from './probe.ts';

/** Sequence numbers start here, so that all have the same width. */
export const FIRST_SEQ = 1_000_000_000;
const SEQ_DIGITS = 10;
const TIME_DIGITS = 13;
const TEXT_OPCODE = 0x81;

export type Stream = { readonly topic: string; readonly epoch: string };

/** A WebSocket text frame without a mask, as a server sends it; up to 64 KB. */
export function webSocketFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const header =
    body.length < 126
      ? Buffer.from([TEXT_OPCODE, body.length])
      : Buffer.from([TEXT_OPCODE, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([header, body]);
}

type Template = {
  readonly bytes: Buffer;
  readonly seqAt: number;
  readonly asOfAt: number;
  readonly sentAtAt: number;
  readonly valueAt: number;
  readonly valueDigits: number;
};

function template({ topic, epoch }: Stream, key: string, valueDigits: number): Template {
  const time = '0'.repeat(TIME_DIGITS);
  const head = `{"kind":"reading","protocol":1,"topic":"${topic}","epoch":"${epoch}","seq":`;
  const toAsOf = `${head}${'0'.repeat(SEQ_DIGITS)},"asOf":`;
  const toSentAt = `${toAsOf}${time},"sentAt":`;
  const toValue = `${toSentAt}${time},"body":{"type":"indicators.reading","key":"${key}","value":`;
  const bytes = webSocketFrame(`${toValue}${'0'.repeat(valueDigits)},"provenance":"live"}}`);
  const header = 4;
  return {
    bytes,
    seqAt: header + head.length,
    asOfAt: header + toAsOf.length,
    sentAtAt: header + toSentAt.length,
    valueAt: header + toValue.length,
    valueDigits,
  };
}

function writeDigits(into: Buffer, at: number, digits: number, value: number): void {
  let rest = value;
  for (let place = at + digits - 1; place >= at; place -= 1) {
    into[place] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

export type Frames = {
  /** The next `count` readings, the keys in turn, each its own WebSocket frame. */
  block(count: number, sentAt: number): Buffer;
  /** One reading of the probe's key, whose value is the time. */
  probe(sentAt: number): Buffer;
  /** The last sequence number given. */
  seq(): number;
};

const VALUE_DIGITS = 4;
const PROBE_DIGITS = 8;

/** Frames of one topic; `probeKey` is none of `keys`. */
export function createFrames(stream: Stream, keys: readonly string[], probeKey: string): Frames {
  const templates = keys.map((key) => template(stream, key, VALUE_DIGITS));
  const probeTemplate = template(stream, probeKey, PROBE_DIGITS);
  let seq = FIRST_SEQ;
  let turn = 0;

  function write(into: Buffer, at: number, shape: Template, sentAt: number, value: number): void {
    shape.bytes.copy(into, at);
    seq += 1;
    writeDigits(into, at + shape.seqAt, SEQ_DIGITS, seq);
    writeDigits(into, at + shape.asOfAt, TIME_DIGITS, sentAt);
    writeDigits(into, at + shape.sentAtAt, TIME_DIGITS, sentAt);
    writeDigits(into, at + shape.valueAt, shape.valueDigits, value);
  }

  return {
    block(count, sentAt) {
      const shapes = Array.from(
        { length: count },
        (_, index) => templates[(turn + index) % templates.length] ?? probeTemplate,
      );
      turn = (turn + count) % templates.length;
      const bytes = Buffer.allocUnsafe(shapes.reduce((sum, shape) => sum + shape.bytes.length, 0));
      let at = 0;
      for (const shape of shapes) {
        write(bytes, at, shape, sentAt, 1_000 + (seq % 9_000));
        at += shape.bytes.length;
      }
      return bytes;
    },
    probe(sentAt) {
      const bytes = Buffer.allocUnsafe(probeTemplate.bytes.length);
      write(bytes, 0, probeTemplate, sentAt, probeValue(sentAt));
      return bytes;
    },
    seq: () => seq,
  };
}
