import { z } from 'zod';

/** How long each of several things took, ms. */
export const TimesSchema = z.array(z.number());

/** Runs inside the console's page: measures what an operator waits for, each until the frame after it is painted. */
function watchConsole(): void {
  const painted = (): Promise<number> =>
    new Promise((settle) =>
      requestAnimationFrame(() => requestAnimationFrame(() => settle(performance.now()))),
    );
  let waiting: ((at: Promise<number>) => void) | undefined;
  window.ioc.onEvents((text: string) => {
    if (waiting && text.includes('"wall.draftUndone"')) waiting(painted());
  });
  let frames: number[] = [];
  let last = 0;
  let watching = false;
  const look = (now: number): void => {
    if (!watching) return;
    if (last > 0) frames.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };

  Object.assign(window, {
    /** Undoes so many steps of a draft, one after the other. */
    benchUndo: async (draftId: string, steps: number) => {
      const times: number[] = [];
      for (let step = 0; step < steps; step += 1) {
        const seen = new Promise<number>((settle) => (waiting = settle));
        const askedAt = performance.now();
        const answer = await window.ioc.call('wall.undo', { wallId: 'main', draftId });
        if (!answer.ok) throw new Error(answer.reason);
        times.push((await seen) - askedAt);
      }
      waiting = undefined;
      return times;
    },
    /** Types each question into the palette; from the keystroke to the painted list. */
    benchSearch: async (questions: readonly string[]) => {
      const field = document.querySelector<HTMLInputElement>('.palette input');
      const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (field === null || put === undefined) throw new Error('the palette is not open');
      const times: number[] = [];
      for (const question of questions) {
        const askedAt = performance.now();
        put.call(field, question);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise<void>((settle) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => settle();
          // The message is taken after the frame in which the list stands.
          requestAnimationFrame(() => channel.port2.postMessage(null));
        });
        times.push(performance.now() - askedAt);
      }
      return times;
    },
    benchFramesFrom: () => {
      [frames, last, watching] = [[], 0, true];
      requestAnimationFrame(look);
    },
    benchFramesTo: () => {
      watching = false;
      return frames;
    },
  });
}

export const consoleWatch = `(${watchConsole.toString()})()`;
