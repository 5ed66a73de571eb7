import { z } from 'zod';
import { readable } from '../kernel/schema.ts';

/** A web address as people write it; where it may lead is decided by the site's list. */
const AddressSchema = z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: /./ }).max(2_000)]);

/** A page of the province's own dashboards. */
export const WebSpecSchema = z.object({
  kind: z.literal('web'),
  /** What people call the page; empty: the name of its host. */
  title: readable(120).default(''),
  url: AddressSchema,
  zoom: z.number().min(0.25).max(4).default(1),
  /** Loaded anew this often; 0: never. */
  reloadMinutes: z.number().int().min(0).max(1_440).default(0),
});

/** `https://host` or `http://host:port`: where a page may come from, and everything it loads. */
export const WebOriginSchema = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(300)
  .regex(/^https?:\/\/[^/?#@\\]+$/, 'an origin such as https://dashboard.example.vn, without a path');

/** A rectangle of a window, CSS px. */
export type WindowRect = {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Where a window wants a page to stand. */
export type WebPlace = {
  /** The window's own name for this view, never used twice. */
  readonly viewId: string;
  readonly url: string;
  /** The page's size against the tile's own px. */
  readonly zoom: number;
  readonly reloadMinutes: number;
  /** The whole page, and the part of it that this display shows. */
  readonly area: WindowRect;
  readonly clip: WindowRect;
  /** Seen now; otherwise it is loaded and waits. */
  readonly seen: boolean;
};

/** Why a page is not there. `detail` of a state: the host, Chromium's word for the fault, or the answer's number. */
export type WebFault =
  | 'not-listed'
  | 'left-list'
  | 'certificate'
  | 'unreachable'
  | 'http-error'
  | 'slow'
  | 'hung'
  | 'crashed'
  | 'full';
