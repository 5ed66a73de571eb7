// A process of its own: the province's feed at a chosen pace, the same frames to a core and to raw sockets.
import { createServer, type IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { ClientFrameSchema, PROTOCOL, type ServerFrame } from '../../../domain/contract/wire.ts';
import { createFrames, FIRST_SEQ } from './frames.ts';
import { FeedOrderSchema, FeedSetupSchema, type FeedNews, type FeedReport } from './feedMessages.ts';
import { probeValue } from './probe.ts';

const BEAT_MS = 4;
const setup = FeedSetupSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const stream = { topic: `indicators/${setup.unit}`, epoch: `bench-${process.pid}` };
const frames = createFrames(stream, setup.keys, setup.probeKey);
const readers = new Set<IncomingMessage['socket']>();
const pace = { perSecond: 0, probesPerSecond: 0 };
let counted = freshCount();
let lastBeatAt = performance.now();
let owedReadings = 0;
let owedProbes = 0;

function freshCount() {
  return { sent: 0, probes: 0, longestPauseMs: 0, at: performance.now(), cpu: process.cpuUsage() };
}

function say(socket: WebSocket, frame: ServerFrame): void {
  socket.send(JSON.stringify(frame));
}

function snapshotOf(topic: string): ServerFrame {
  const sentAt = Date.now();
  const ours = topic === stream.topic;
  const readings = [setup.probeKey, ...setup.keys].map((key) => ({
    asOf: sentAt,
    body: {
      type: 'indicators.reading' as const,
      key,
      value: key === setup.probeKey ? probeValue(sentAt) : 1_000,
      provenance: 'live' as const,
    },
  }));
  const seq = ours ? frames.seq() : FIRST_SEQ;
  return {
    kind: 'snapshot',
    protocol: PROTOCOL,
    topic,
    epoch: stream.epoch,
    seq,
    sentAt,
    facts: [],
    readings: ours ? readings : [],
  };
}

/** A core: told what it is worth, then the whole, then what comes. */
function serveCore(socket: WebSocket, reader: IncomingMessage['socket']): void {
  const topics = [stream.topic, `incidents/${setup.unit}`];
  socket.on('message', (data: Buffer) => {
    const frame = ClientFrameSchema.parse(JSON.parse(data.toString()));
    if (frame.kind === 'hello') {
      const grant = { role: 'wall' as const, unit: setup.unit, wallIds: setup.wallIds };
      say(socket, {
        kind: 'welcome',
        protocol: PROTOCOL,
        grant,
        topics,
        sentAt: Date.now(),
        heartbeatMs: 5_000,
      });
      for (const topic of topics) say(socket, snapshotOf(topic));
      readers.add(reader);
    } else if (frame.kind === 'resync') {
      say(socket, snapshotOf(frame.topic));
    }
  });
  const heartbeat = setInterval(() => socket.ping(), 5_000);
  socket.on('close', () => clearInterval(heartbeat));
}

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  request.socket.setNoDelay(true);
  socket.on('close', () => readers.delete(request.socket));
  socket.on('error', () => socket.terminate());
  if (request.url === '/raw') readers.add(request.socket);
  else serveCore(socket, request.socket);
});

function beat(): void {
  const at = performance.now();
  const ms = at - lastBeatAt;
  lastBeatAt = at;
  counted.longestPauseMs = Math.max(counted.longestPauseMs, ms);
  if (readers.size === 0) return;
  owedReadings += (pace.perSecond * ms) / 1000;
  owedProbes += (pace.probesPerSecond * ms) / 1000;
  const readings = Math.floor(owedReadings);
  const probe = owedProbes >= 1;
  owedReadings -= readings;
  if (probe) owedProbes %= 1;
  const sentAt = Date.now();
  const parts = [
    ...(readings > 0 ? [frames.block(readings, sentAt)] : []),
    ...(probe ? [frames.probe(sentAt)] : []),
  ];
  if (parts.length === 0) return;
  const bytes = Buffer.concat(parts);
  for (const reader of readers) reader.write(bytes);
  counted.sent += readings + Number(probe);
  counted.probes += Number(probe);
}

function report(): FeedReport {
  const ms = performance.now() - counted.at;
  const { user, system } = process.cpuUsage(counted.cpu);
  return {
    sent: counted.sent,
    probes: counted.probes,
    ms,
    longestPauseMs: counted.longestPauseMs,
    cpuPercent: (user + system) / 10 / Math.max(1, ms),
    backlogBytes: Math.max(0, ...[...readers].map((reader) => reader.writableLength)),
    readers: readers.size,
  };
}

function tellBench(news: FeedNews): void {
  process.send?.(news);
}

process.on('message', (raw) => {
  const order = FeedOrderSchema.parse(raw);
  if (order.type === 'pace') Object.assign(pace, order);
  if (order.type === 'count') counted = freshCount();
  if (order.type === 'report') tellBench({ type: 'report', report: report() });
});
process.on('disconnect', () => process.exit());
setInterval(beat, BEAT_MS);
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address !== null) tellBench({ type: 'listening', port: address.port });
});
