/** What the work gives, or undefined when it throws: a damaged file may fail at any place. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
