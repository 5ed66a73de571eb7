import { describe, expect, it } from 'vitest';
import { authorOf } from './performing.ts';

const planner = (name: string) => ({ name, role: 'operator' }) as const;

describe('the author of a planned take', () => {
  it('names the plan and who planned it', () => {
    expect(authorOf('Giao ban sáng', planner('Hạnh'))).toBe('Giao ban sáng (Hạnh)');
  });

  it('is never longer than what may be told elsewhere, and keeps the person’s name', () => {
    const author = authorOf('Lũ'.repeat(60), planner('Nguyễn Thị Hạnh'));

    expect(author).toHaveLength(120);
    expect(author.endsWith('… (Nguyễn Thị Hạnh)')).toBe(true);
    expect(authorOf('Lũ', planner('Hạnh'.repeat(30))).length).toBeLessThanOrEqual(120);
  });
});
