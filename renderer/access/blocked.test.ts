import { describe, expect, it } from 'vitest';
import { whyBlocked } from './blocked.ts';

const operator = { id: 'p1', name: 'Hà', role: 'operator' } as const;
const ready = { open: true, coreLost: false, person: operator };

describe('the console', () => {
  it('gives commands for an operator, whatever the link does', () => {
    expect(whyBlocked(ready)).toBeNull();
  });

  it.each([
    [{ ...ready, person: null }, 'nobody'],
    [{ ...ready, person: { ...operator, role: 'leader' } as const }, 'role'],
    [{ ...ready, open: false }, 'starting'],
    [{ ...ready, coreLost: true, person: null }, 'core-lost'],
  ] as const)('gives none otherwise and says why', (state, reason) => {
    expect(whyBlocked(state)).toBe(reason);
  });
});
