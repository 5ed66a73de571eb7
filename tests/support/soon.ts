import { vi } from 'vitest';

/** Looks again and again until it is so; a machine under load takes its time. */
export function soon<Found>(look: () => Found | Promise<Found>): Promise<Found> {
  return vi.waitFor(look, { timeout: 10_000, interval: 20 });
}
