import { z } from 'zod';
import { accept } from '../../domain/kernel/outcome.ts';
import { IdSchema } from '../../domain/kernel/schema.ts';
import type { WebCalls } from '../../domain/web/calls.ts';
import { MOST_PAGES } from '../../domain/web/limits.ts';
import type { WebPlace } from '../../domain/web/model.ts';
import type { Handlers } from '../kernel/handlers.ts';

const px = z.number().min(-100_000).max(100_000);
const length = z.number().min(0).max(100_000);
const RectSchema = z.object({ xPx: px, yPx: px, widthPx: length, heightPx: length });
const PlaceInput = z.object({
  views: z
    .array(
      z.object({
        viewId: IdSchema,
        url: z.url({ protocol: /^https?$/ }).max(2_000),
        zoom: z.number().min(0.01).max(16),
        reloadMinutes: z.number().int().min(0).max(1_440),
        area: RectSchema,
        clip: RectSchema,
        seen: z.boolean(),
      }),
    )
    .max(MOST_PAGES),
});

/** Hands on to whoever owns the windows where their pages stand; what may be loaded is decided there, at every request. */
export function createWebService(place: (windowId: string, views: readonly WebPlace[]) => void): {
  readonly calls: Handlers<keyof WebCalls>;
} {
  return {
    calls: {
      'web.place': {
        allowed: ['wall'],
        parse: (raw) => PlaceInput.parse(raw),
        run({ views }, { windowId }) {
          place(windowId, views);
          return accept(null);
        },
      },
    },
  };
}
