import { accept } from '../../domain/kernel/outcome.ts';
import { type WebCalls } from '../../domain/web/calls.ts';
import { PlaceInput } from '../../domain/web/inputs.ts';
import { type WebPlace } from '../../domain/web/model.ts';
import { type Handlers } from '../kernel/handlers.ts';

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
