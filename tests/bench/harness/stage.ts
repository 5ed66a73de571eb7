/** What a figure has started, ended in reverse order however the figure ends. */
export type Stage = {
  /** Remembers how to end something that was just started. */
  readonly later: (end: () => unknown) => void;
  readonly end: () => Promise<void>;
};

const open = new Set<Stage>();

export function openStage(): Stage {
  const ends: (() => unknown)[] = [];
  const stage: Stage = {
    later: (end) => void ends.push(end),
    async end() {
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
        try {
          await end();
        } catch (error) {
          process.stderr.write(`  could not end something: ${String(error)}\n`);
        }
      }
      open.delete(stage);
    },
  };
  open.add(stage);
  return stage;
}

/** Ends all that still stands: for signals and failures. */
export async function endAllStages(): Promise<void> {
  for (const stage of [...open].reverse()) await stage.end();
}
