// What the tests are about: a small province, its room, and frames as the province sends them.
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { SiteFile } from '../../domain/contract/siteFile.ts';
import {
  PROTOCOL,
  type Fact,
  type ProvinceFact,
  type FactItem,
  type ReadingItem,
  type ServerFrame,
} from '../../domain/contract/wire.ts';
import type { Camera } from '../../domain/cameras/model.ts';
import type { Incident } from '../../domain/incidents/model.ts';
import type { Indicator } from '../../domain/indicators/model.ts';
import { SceneTemplateSchema, type Canvas, type Display } from '../../domain/wall/model.ts';

/** 22/11/2026 12:00 in Viet Nam. */
export const NOON = Date.UTC(2026, 10, 22, 5);
export const EPOCH = 'epoch-1';
export const INCIDENTS = 'incidents/19';
export const INDICATORS = 'indicators/19';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** An open incident that nobody has acknowledged, unless told otherwise. */
export function anIncident(change: Partial<Incident> = {}): Incident {
  return {
    id: 'inc-1',
    unit: '19',
    type: 'flood.bd3',
    title: 'Lũ trên sông Cầu vượt báo động 3',
    detail: 'Mực nước tại cầu Gia Bảy 29,13 m.',
    severity: 'emergency',
    state: 'new',
    place: { name: 'Cầu Gia Bảy', point: [105.84, 21.6] },
    lead: 'Ban Chỉ huy Phòng thủ dân sự tỉnh',
    raisedAt: NOON,
    provenance: 'sample',
    ...change,
  };
}

export function anIndicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: 'water.gia-bay',
    unit: '19',
    name: both('Mực nước sông Cầu tại Gia Bảy'),
    shortName: both('Sông Cầu'),
    measure: both('m'),
    decimals: 2,
    direction: 'lower-better',
    office: both('Đài Khí tượng Thủy văn'),
    cadenceMs: 60_000,
    freshForMs: 300_000,
    limits: [],
    ...change,
  };
}

export function aCamera(change: Partial<Camera> = {}): Camera {
  return {
    id: 'cam-01',
    unit: '19',
    name: both('Nút giao Đồng Quang'),
    point: [105.8335, 21.5875],
    provenance: 'sample',
    tags: [],
    groups: [],
    ptz: false,
    restricted: false,
    ...change,
  };
}

const overview = SceneTemplateSchema.parse({
  id: 'overview',
  name: both('Tổng quan'),
  layout: {
    over: 'screens',
    screens: [
      {
        grid: [1, 1],
        cells: [{ at: [0, 0, 1, 1], panel: { kind: 'indicator', indicatorId: 'water.gia-bay' } }],
      },
      { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: { kind: 'incident-list', max: 8 } }] },
    ],
  },
});

const map = SceneTemplateSchema.parse({
  id: 'map',
  name: both('Bản đồ'),
  layout: { over: 'whole', screen: { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: { kind: 'map' } }] } },
});

export function aProvince(change: Partial<ProvinceFile> = {}): ProvinceFile {
  return {
    id: 'thai-nguyen',
    unit: '19',
    name: both('Thái Nguyên'),
    centre: both('Trung tâm điều hành thông minh tỉnh Thái Nguyên'),
    units: [{ code: '19', name: both('Thái Nguyên'), tier: 'province', point: [105.84, 21.59] }],
    map: { centre: [105.84, 21.59], zoom: 9 },
    indicators: [anIndicator(), anIndicator({ id: 'power.load', shortName: both('Phụ tải') })],
    cameras: [],
    lights: [],
    documents: [],
    scenes: [overview, map],
    startScene: 'overview',
    plans: { tours: [], entries: [] },
    ...change,
  };
}

export function aSite(change: Partial<SiteFile> = {}): SiteFile {
  return {
    id: 'test',
    name: both('Phòng thử'),
    province: 'thai-nguyen',
    wallId: 'main',
    seatDistanceMm: 5_000,
    displays: { arrangement: 'as-connected', panel: { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 } },
    backend: { url: 'ws://127.0.0.1:1/' },
    map: { mapbox: false },
    cameras: {},
    windowMemory: { mostMb: 1_500, lookEveryS: 60 },
    retention: {
      journalDays: 30,
      historyDays: 30,
      auditDays: 400,
      cameraEventDays: { plate: 30, jam: 30, crowd: 30, smoke: 90 },
    },
    documents: { budgetMb: 100 },
    evidence: { days: 400, budgetMb: 100 },
    recording: { minutes: 10, perCameraMb: 100, totalMb: 1_000 },
    web: { origins: [] },
    demonstrationPeople: [],
    ...change,
  };
}

/** Displays in one row, 55 inches each. */
export function aCanvas(count = 2): Canvas {
  const displays = Array.from({ length: count }, (_, index): Display => ({
    id: `d${index + 1}`,
    order: index + 1,
    area: { xMm: index * 1_224, yMm: 0, widthMm: 1_217, heightMm: 685 },
    widthPx: 1_920,
    heightPx: 1_080,
    rotation: 0,
    bezelMm: 3.5,
  }));
  const widthMm = count * 1_224 - 7;
  return { area: { xMm: 0, yMm: 0, widthMm, heightMm: 685 }, displays, seatDistanceMm: 5_000 };
}

export function raised(change: Partial<Incident> = {}): ProvinceFact {
  return { type: 'incidents.raised', incident: anIncident(change) };
}

export function welcome(topics: readonly string[] = [INCIDENTS, INDICATORS]): ServerFrame {
  return {
    kind: 'welcome',
    protocol: PROTOCOL,
    grant: { role: 'wall', unit: '19', wallIds: ['main'] },
    topics: [...topics],
    sentAt: NOON,
    heartbeatMs: 5_000,
  };
}

type StateChange = {
  readonly topic?: string;
  readonly epoch?: string;
  readonly seq?: number;
  readonly facts?: readonly FactItem[];
  readonly readings?: readonly ReadingItem[];
};

export function snapshot({
  topic = INCIDENTS,
  epoch = EPOCH,
  seq = 0,
  facts = [],
  readings = [],
}: StateChange = {}): ServerFrame {
  const items = { facts: [...facts], readings: [...readings] };
  return { kind: 'snapshot', protocol: PROTOCOL, topic, epoch, seq, sentAt: NOON, ...items };
}

export function catchUp({ from, ...change }: StateChange & { readonly from: number }): ServerFrame {
  const { topic = INCIDENTS, epoch = EPOCH, seq = from, facts = [], readings = [] } = change;
  const items = { facts: [...facts], readings: [...readings] };
  return { kind: 'catch-up', protocol: PROTOCOL, topic, epoch, seq, from, sentAt: NOON, ...items };
}

type LiveChange = Partial<Pick<FactFrame, 'topic' | 'epoch' | 'asOf' | 'sentAt'>>;
type FactFrame = Extract<ServerFrame, { kind: 'fact' }>;

function envelope(seq: number, change: LiveChange) {
  return {
    protocol: PROTOCOL,
    topic: INCIDENTS,
    epoch: EPOCH,
    seq,
    asOf: NOON,
    sentAt: NOON,
    ...change,
  } as const;
}

export function fact(seq: number, body: Fact = raised(), change: LiveChange = {}): ServerFrame {
  return { kind: 'fact', ...envelope(seq, change), body };
}

export function reading(
  seq: number,
  key: string,
  value: number | null,
  change: LiveChange = {},
): ServerFrame {
  const body = { type: 'indicators.reading', key, value, provenance: 'live' } as const;
  return { kind: 'reading', ...envelope(seq, { topic: INDICATORS, ...change }), body };
}
