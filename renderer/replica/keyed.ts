type Listener = () => void;

/** A map whose readers listen to single keys: a thousand updates wake only the tiles that show them. */
export function createKeyed<Value>() {
  const values = new Map<string, Value>();
  const listeners = new Map<string, Set<Listener>>();
  const subscribers = new Map<string, (listener: Listener) => () => void>();

  function subscriberOf(key: string): (listener: Listener) => () => void {
    return (listener) => {
      const set = listeners.get(key) ?? new Set<Listener>();
      listeners.set(key, set.add(listener));
      return () => set.delete(listener);
    };
  }

  return {
    get: (key: string): Value | undefined => values.get(key),
    /** Puts all values first, then wakes each listener of a changed key. */
    set(entries: readonly (readonly [key: string, value: Value])[]): void {
      for (const [key, value] of entries) values.set(key, value);
      for (const [key] of entries) listeners.get(key)?.forEach((listener) => listener());
    },
    /** Keeps these values and forgets all others; wakes the listeners of both. */
    replace(entries: readonly (readonly [key: string, value: Value])[]): void {
      const woken = new Set([...values.keys(), ...entries.map(([key]) => key)]);
      values.clear();
      for (const [key, value] of entries) values.set(key, value);
      for (const key of woken) listeners.get(key)?.forEach((listener) => listener());
    },
    /** The same function for the same key each time, as `useSyncExternalStore` wants it. */
    listenTo(key: string): (listener: Listener) => () => void {
      const known = subscribers.get(key);
      if (known) return known;
      const subscriber = subscriberOf(key);
      subscribers.set(key, subscriber);
      return subscriber;
    },
  };
}
