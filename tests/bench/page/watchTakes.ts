import { z } from 'zod';

/** How one take went, ms: asked by the console, painted by each display (epoch ms by the steady clock). */
export const TakeSeenSchema = z.object({
  askedAt: z.number(),
  revision: z.number(),
  painted: z.array(z.number()),
});
export type TakeSeen = z.infer<typeof TakeSeenSchema>;

/** Runs inside the console's page: takes, and waits until every display has given its receipt. */
function watchTakes(): void {
  type Receipt = { readonly displayId: string; readonly state: string; readonly at: number };
  type Waiting = { readonly commandId: string; readonly settle: (painted: readonly number[]) => void };
  let waiting: Waiting | undefined;
  let displays = 0;
  let given = new Map<string, Receipt>();
  const steady = (): number => performance.timeOrigin + performance.now();

  function take(change: {
    readonly type: string;
    readonly commandId?: string;
    readonly receipt?: Receipt;
    readonly program?: { readonly takeId: string };
    readonly receipts?: readonly Receipt[];
  }): void {
    if (waiting === undefined) return;
    if (change.type === 'wall.taken' && change.program?.takeId === waiting.commandId) {
      displays = change.receipts?.length ?? 0;
      given = new Map();
    }
    if (change.type !== 'wall.receiptGiven' || change.commandId !== waiting.commandId || !change.receipt)
      return;
    given.set(change.receipt.displayId, change.receipt);
    if (given.size < displays) return;
    const bad = [...given.values()].filter(({ state }) => state !== 'shown');
    waiting.settle(bad.length > 0 ? [] : [...given.values()].map(({ at }) => at));
    waiting = undefined;
  }

  window.ioc.onEvents((text: string) => {
    if (!text.startsWith('{"type":"commits"')) return;
    const { commits } = JSON.parse(text);
    for (const { change } of commits) take(change);
  });

  Object.assign(window, {
    benchTake: async (source: never, programRevision: number) => {
      const commandId = crypto.randomUUID();
      const painted = new Promise<readonly number[]>((settle) => (waiting = { commandId, settle }));
      const askedAt = steady();
      const answer = await window.ioc.call('wall.take', {
        commandId,
        wallId: 'main',
        source,
        programRevision,
      });
      if (!answer.ok) throw new Error(answer.reason);
      return { askedAt, revision: programRevision + 1, painted: await painted };
    },
  });
}

export const takesWatch = `(${watchTakes.toString()})()`;

/** Takes from the console; resolves when all displays have painted it. */
export function takeCode(source: object, programRevision: number): string {
  return `window.benchTake(${JSON.stringify(source)}, ${programRevision})`;
}

/** What a wall window has seen of its own frames: the longest and the usual pause between two, and frames without a scene. */
export const FramesSchema = z.object({ frames: z.number(), black: z.number(), p95Ms: z.number() });

/** Runs inside a wall page: at every frame looks whether a scene's tile is there to be painted. */
function watchFrames(): void {
  let frames = 0;
  let black = 0;
  let last = performance.now();
  let pauses: number[] = [];
  const look = (now: number): void => {
    requestAnimationFrame(look);
    frames += 1;
    pauses.push(now - last);
    last = now;
    const tiles = document.querySelectorAll<HTMLElement>('.wall-tile:not(.unseen) .panel-frame > *');
    const painted = [...tiles].some((tile) => tile.checkVisibility({ visibilityProperty: true }));
    if (!painted) black += 1;
  };
  requestAnimationFrame(look);
  Object.assign(window, {
    benchFrames: () => {
      const sorted = pauses.sort((a, b) => a - b);
      const seen = { frames, black, p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
      [frames, black, pauses] = [0, 0, []];
      return seen;
    },
  });
}

export const framesWatch = `(${watchFrames.toString()})()`;
export const takeFrames = 'window.benchFrames()';

/** The tiles that a page shows, as rectangles on the desktop, px. */
export const TilesSchema = z.array(
  z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
);
export const shownTiles = `[...document.querySelectorAll('.wall-tile:not(.unseen)')].map((tile) => {
  const { x, y, width, height } = tile.getBoundingClientRect();
  return { x: window.screenX + x, y: window.screenY + y, width, height };
})`;
