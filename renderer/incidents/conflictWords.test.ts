import { describe, expect, it } from 'vitest';
import { vietnamClock } from '../../domain/kernel/time.ts';
import { vi } from '../text/vi.ts';
import { conflictWords } from './conflictWords.ts';

const at = Date.UTC(2026, 10, 22, 14, 40);
const mine = { incidentId: 'a', by: 'Hà', at, device: 'may-1', number: 4 };
const standing = { by: 'Nguyễn Văn Bình', at: at - 120_000, device: 'may-2', number: 9 };

describe('an acknowledgement that was not recorded', () => {
  it('names who came first, and both times', () => {
    const conflict = {
      local: { ...mine, outcome: 'already-acknowledged', standing } as const,
      incident: undefined,
    };

    expect(conflictWords(conflict, vi.desk.conflict, vietnamClock)).toBe(
      'Đã được Nguyễn Văn Bình xác nhận lúc 21:38; xác nhận của bạn lúc 21:40 không được ghi.',
    );
  });

  it('is still told when the province did not say who came first', () => {
    const conflict = { local: { ...mine, outcome: 'already-acknowledged' } as const, incident: undefined };

    expect(conflictWords(conflict, vi.desk.conflict, vietnamClock)).toContain('Đã được người khác xác nhận');
  });

  it('asks for another acknowledgement of an incident that became worse on its way', () => {
    const conflict = { local: { ...mine, outcome: 'incident-worsened' } as const, incident: undefined };
    expect(conflictWords(conflict, vi.desk.conflict, vietnamClock)).toContain('hãy xác nhận lại');
  });

  it('is told for an incident that is over', () => {
    const conflict = { local: { ...mine, outcome: 'incident-over' } as const, incident: undefined };

    expect(conflictWords(conflict, vi.desk.conflict, vietnamClock)).toContain('đã kết thúc');
  });
});
