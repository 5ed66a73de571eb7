// A backend inside the test's own process, on a folder of its own; and builders of what it is fed.
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokens } from '../../backend/access/tokens.ts';
import type { Limits } from '../../backend/limits.ts';
import { createLog } from '../../backend/log.ts';
import { createServer } from '../../backend/server.ts';
import { openStore } from '../../backend/store/openStore.ts';
import type { Store } from '../../backend/store/store.ts';
import type { Grant } from '../../domain/access/model.ts';
import type { ProvinceFact, Ingest } from '../../domain/contract/wire.ts';
import type { Incident } from '../../domain/incidents/model.ts';

export const CONSOLE = 'console-token-0123456789';
export const OTHER_UNIT = 'commune-token-0123456789';
export const FEEDER = 'feeder-token-0123456789';
export const MAIN_WALL = 'main-wall-token-0123456789';
export const GUEST = 'guest-console-token-0123456789';
export const LEAD = 'shift-leader-console-0123456789';
export const ALARMS = 'alarm-system-token-0123456789';
export const INCIDENTS = 'incidents/19';
export const INDICATORS = 'indicators/19';

export const grants: Readonly<Record<string, Grant>> = {
  [CONSOLE]: { role: 'console', unit: '19', wallIds: ['main'] },
  [OTHER_UNIT]: { role: 'wall', unit: '05443', wallIds: ['ward'] },
  [FEEDER]: { role: 'ingest', unit: '19', wallIds: [] },
  [MAIN_WALL]: { role: 'wall', unit: '19', wallIds: ['main'] },
  [GUEST]: { role: 'console', unit: '19', wallIds: ['main'], actsAs: 'guest' },
  [LEAD]: { role: 'console', unit: '19', wallIds: ['main'], actsAs: 'shift-leader' },
  [ALARMS]: { role: 'api', unit: '19', wallIds: ['main'], name: 'Hệ thống cảnh báo lũ' },
};

export const NOON = Date.UTC(2026, 10, 22, 5);

/** A sample incident, open and unacknowledged unless told otherwise. */
export function anIncident(change: Partial<Incident> = {}): Incident {
  return {
    id: 'inc-1',
    unit: '05443',
    type: 'traffic.jam',
    title: 'Ùn tắc kéo dài tại nút giao Đồng Quang',
    detail: 'Hàng chờ khoảng 320 m.',
    severity: 'warning',
    state: 'new',
    place: { name: 'Nút giao Đồng Quang', point: [105.8335, 21.5875] },
    lead: 'Phòng Cảnh sát giao thông (PC08)',
    raisedAt: NOON,
    provenance: 'sample',
    ...change,
  };
}

export function raised(change: Partial<Incident> = {}): ProvinceFact {
  return { type: 'incidents.raised', incident: anIncident(change) };
}

export function raisedItem(id: string, change: Partial<Incident> = {}): Ingest['items'][number] {
  return { kind: 'fact', topic: INCIDENTS, asOf: NOON, body: raised({ id, ...change }) };
}

export function readingItem(key: string, value: number): Ingest['items'][number] {
  return {
    kind: 'reading',
    topic: INDICATORS,
    asOf: NOON,
    body: { type: 'indicators.reading', key, value, provenance: 'live' },
  };
}

export type Posted = { readonly status: number; readonly body: Record<string, unknown> };

/** Sends any body to the backend's `/ingest`. */
export function post(
  port: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: '/ingest',
        method: 'POST',
        headers: { authorization: `Bearer ${FEEDER}`, 'content-type': 'application/json', ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export type BackendRoom = {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  /** Lines of the log. */
  readonly lines: string[];
  readonly clients: () => number;
  readonly stop: () => Promise<void>;
};

/** Opens a server without a feed on a free port of this machine. */
export async function openBackendRoom(
  limits: Partial<Limits> = {},
  tls?: { cert: string; key: string },
): Promise<BackendRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'backend-room-'));
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const store = openStore(folder, log);
  const server = createServer({ store, tokens: createTokens(grants), log, limits, ...(tls && { tls }) });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}/`,
    port,
    store,
    lines,
    clients: server.clients,
    async stop() {
      await server.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
