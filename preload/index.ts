import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { PortAnswer, PortEvent, PortQuestion } from '../domain/contract/port.ts';

/** The window's heartbeat: a renderer whose script hangs stops sending it. */
const HEARTBEAT_MS = 500;
/** A page that does not listen by then never will: its heart stops too. */
const LISTENS_WITHIN_MS = 20_000;

/** A page gives back what it no longer needs: once after it came up, then this often; windows not all at the same moment, ms. */
const TIDY_FIRST_MS = 5_000;
const TIDY_EVERY_MS = 300_000;
const TIDY_SPREAD_MS = 5_000;

let corePort: MessagePort | undefined;
let lastId = 0;
const waiting = new Map<number, (answer: unknown) => void>();
const listeners = new Set<(event: string) => void>();
/** Events that came before the page listened; the first is always a snapshot. */
let early: string[] = [];

function tell(event: string): void {
  if (listeners.size === 0) early.push(event);
  for (const listener of listeners) listener(event);
}

function settleAll(): void {
  for (const settle of waiting.values()) settle({ ok: false, reason: 'core-away' });
  waiting.clear();
}

function openPort(port: MessagePort): void {
  corePort?.close();
  corePort = port;
  early = [];
  settleAll();
  port.onmessage = ({ data }: MessageEvent<string | PortAnswer>) => {
    if (typeof data === 'string') {
      tell(data);
      port.postMessage({ type: 'taken' });
    } else {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    }
  };
  port.addEventListener('close', () => {
    if (corePort !== port) return;
    corePort = undefined;
    settleAll();
    const lost: PortEvent = { type: 'core-lost', at: Date.now() };
    tell(JSON.stringify(lost));
  });
  port.start();
}

ipcRenderer.on('core-port', ({ ports: [port] }) => {
  if (port) openPort(port);
});

ipcRenderer.on('tile-port', ({ ports }, ticket: unknown) => {
  window.postMessage({ type: 'tile-port', ticket }, window.location.origin, [...ports]);
});

/**
 * Chromium keeps what start-up and each painted figure leave behind for as long as the machine has memory: 9 MB in every
 * window of a wall that runs for months. Giving it back holds the page up for a tenth of a second, so it is done rarely.
 */
function tidyAfter(waitMs: number): void {
  const tidy = (): void => {
    webFrame.clearCache();
    tidyAfter(TIDY_EVERY_MS);
  };
  setTimeout(() => requestIdleCallback(tidy), waitMs + Math.random() * TIDY_SPREAD_MS);
}
tidyAfter(TIDY_FIRST_MS);

const startedAt = Date.now();
setInterval(() => {
  if (listeners.size > 0 || Date.now() - startedAt < LISTENS_WITHIN_MS) ipcRenderer.send('alive');
}, HEARTBEAT_MS);
// A new document asks for its port at once: the core's answer and the page load side by side.
ipcRenderer.send('document-started');

contextBridge.exposeInMainWorld('ioc', {
  call: (name: string, input: unknown): Promise<unknown> =>
    new Promise((settle) => {
      if (corePort === undefined) return settle({ ok: false, reason: 'core-away' });
      const question: PortQuestion = { type: 'call', id: (lastId += 1), name, input };
      waiting.set(question.id, settle);
      corePort.postMessage(question);
    }),
  onEvents: (listener: (event: string) => void): (() => void) => {
    listeners.add(listener);
    for (const event of early.splice(0)) listener(event);
    return () => listeners.delete(listener);
  },
});
