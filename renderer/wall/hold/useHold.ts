import { useState } from 'react';
import type { Answer, Refusal } from '../../../domain/contract/calls.ts';
import type { HoldCalls } from '../../../domain/wall/holdCalls.ts';
import { isAllCovered } from '../../../domain/wall/holdRules.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { useText } from '../../text/language.ts';
import { togglePen } from './penStore.ts';

/** The keys of the moment on one wall, and why the last of them did nothing. */
export type Holding = {
  readonly blocked: string | null;
  /** Why the last key did nothing, as a sentence. */
  readonly sentence: string | null;
  readonly freeze: () => void;
  readonly coverAll: () => void;
  readonly cover: (displayId: string, on: boolean) => void;
  readonly back: () => void;
  readonly hear: (tileId: string | null) => void;
  /** Light on dark, or dark on light. */
  readonly turnTheme: () => void;
  readonly pen: () => void;
  readonly wipe: () => void;
  /** How a stroke of the pen ended. */
  readonly said: (answer: Answer<keyof HoldCalls>) => void;
  readonly tryAgain: (picture: string) => void;
  /** Large numbers on all panels for some seconds. */
  readonly identify: () => void;
};

type Called = Answer<keyof HoldCalls | 'wall.identify'>;

type Ids = { readonly wallId: string; readonly commandId: string };

/** What each key does now: freezing and covering turn into their way back while they are on. */
export function useHold(wall: Wall | undefined, blocked: string | null, onBlocked: () => void): Holding {
  const text = useText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  function said(answer: Called): void {
    setRefusal(answer.ok ? null : answer.reason);
  }

  function send(order: (wall: Wall, ids: Ids) => Promise<Called>): void {
    if (wall === undefined) return;
    if (blocked !== null) return onBlocked();
    setRefusal(null);
    const ids = { wallId: wall.id, commandId: crypto.randomUUID() };
    void order(wall, ids).then(said);
  }

  return {
    blocked,
    sentence: refusal === null ? null : text.refusals[refusal],
    freeze: () =>
      send(({ hold }, ids) => window.ioc.call('wall.freeze', { ...ids, on: hold.freeze === null })),
    coverAll: () =>
      send((all, ids) =>
        window.ioc.call('wall.cover', { ...ids, displayIds: 'all', on: !isAllCovered(all) }),
      ),
    cover: (displayId, on) =>
      send((_wall, ids) => window.ioc.call('wall.cover', { ...ids, displayIds: [displayId], on })),
    back: () => send((_wall, ids) => window.ioc.call('wall.return', ids)),
    hear: (tileId) => send((_wall, ids) => window.ioc.call('wall.hear', { ...ids, tileId })),
    turnTheme: () =>
      send(({ hold }, ids) =>
        window.ioc.call('wall.setTheme', { ...ids, theme: hold.theme === 'day' ? 'dark' : 'day' }),
      ),
    pen: () => (blocked === null ? togglePen() : onBlocked()),
    tryAgain: (picture) => send((_wall, ids) => window.ioc.call('wall.tryAgain', { ...ids, picture })),
    identify: () => send((_wall, ids) => window.ioc.call('wall.identify', ids)),
    said,
    wipe: () => send((_wall, ids) => window.ioc.call('wall.wipe', ids)),
  };
}
