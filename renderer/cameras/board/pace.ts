type Timer = ReturnType<typeof setTimeout>;

/**
 * Passes on what is said at once, and then no more often than every `everyMs`: of what was said meanwhile only the last.
 * `rest` is called when nothing more was said for that long.
 */
export function createPace<Value>(
  everyMs: number,
  { pass, rest }: { readonly pass: (value: Value) => void; readonly rest: () => void },
) {
  let timer: Timer | undefined;
  let waiting: { readonly value: Value } | undefined;

  function next(value: Value): void {
    waiting = undefined;
    pass(value);
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) next(waiting.value);
      else rest();
    }, everyMs);
  }

  return {
    say(value: Value): void {
      if (timer === undefined) next(value);
      else waiting = { value };
    },
    /** What still waits is never passed on: whatever ended it was said after. */
    close(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  };
}
