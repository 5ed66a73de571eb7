import type { Clock } from '../../kernel/ports.ts';
import type { Looks } from './lookers.ts';

/** A source stays open so long after its last viewer went: scenes change to and fro, ms. */
export const WARM_MS = 10_000;

/** What many look at together: one camera's one stream. */
export type Shared<V> = {
  add(viewer: V, as: Looks): void;
  remove(viewer: V): void;
  viewers(): number;
  close(): void;
};

/** Keeps one source under each key, for as long as somebody looks at it and a little longer. */
export function createSharing<V, S extends Shared<V>>(needs: {
  readonly clock: Clock;
  readonly warmMs?: number | undefined;
}) {
  const { clock, warmMs = WARM_MS } = needs;
  const entries = new Map<string, { readonly source: S; callOffEnd: () => void }>();

  function end(key: string): void {
    const entry = entries.get(key);
    entries.delete(key);
    entry?.callOffEnd();
    entry?.source.close();
  }

  function sourceOf(key: string, open: () => S): S {
    const known = entries.get(key);
    known?.callOffEnd();
    if (known !== undefined) return known.source;
    const source = open();
    entries.set(key, { source, callOffEnd: () => undefined });
    return source;
  }

  function leave(key: string, viewer: V, isCheck: boolean): void {
    const entry = entries.get(key);
    entry?.source.remove(viewer);
    if (entry === undefined || entry.source.viewers() > 0) return;
    // The next camera of the check has its turn.
    if (isCheck) return end(key);
    entry.callOffEnd();
    entry.callOffEnd = clock.after(warmMs, () => end(key));
  }

  return {
    /** Adds a viewer to the source of this key, which is opened if nobody has; `leave` is called once. */
    join(
      key: string,
      { viewer, as, open }: { readonly viewer: V; readonly as: Looks; readonly open: () => S },
    ): { readonly source: S; leave(): void } {
      const source = sourceOf(key, open);
      source.add(viewer, as);
      return { source, leave: () => leave(key, viewer, as.isCheck) };
    },
    close(): void {
      for (const key of [...entries.keys()]) end(key);
    },
  };
}
