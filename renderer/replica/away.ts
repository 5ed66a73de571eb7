import type { LinkState } from '../../domain/contract/port.ts';
import { currentTime, onTick } from './clock.ts';
import { useReplica } from './store.ts';
import { useSyncExternalStore } from 'react';

/** A short break is repaired before anyone needs to know of it. */
const PATIENCE_MS = 15_000;

/** Why this window's data cannot be renewed now, or null while it can. */
export type Away = 'core-lost' | 'no-link' | null;

/** After 15 s without the core or without the province, what stands on the wall is marked as not renewed. */
export function awayAt(
  link: Pick<LinkState, 'state' | 'lastHeardAt'>,
  coreLostAt: number | null,
  now: number,
): Away {
  // A clock that was set back makes nothing younger: what lies far ahead is no better known than what lies far behind.
  const isLong = (since: number): boolean => Math.abs(now - since) >= PATIENCE_MS;
  if (coreLostAt !== null) return isLong(coreLostAt) ? 'core-lost' : null;
  if (link.state === 'live') return null;
  return link.lastHeardAt === null || isLong(link.lastHeardAt) ? 'no-link' : null;
}

/** Follows link, core and clock; the component renders again only when the answer changes. */
export function useAway(): Away {
  const coreLostAt = useReplica((replica) => replica.coreLostAt);
  const state = useReplica(({ link }) => link.state);
  // Every tile asks, and a live link is heard all the time: that must not draw every tile again.
  const lastHeardAt = useReplica(({ link }) => (link.state === 'live' ? null : link.lastHeardAt));
  return useSyncExternalStore(onTick, () => awayAt({ state, lastHeardAt }, coreLostAt, currentTime()));
}
