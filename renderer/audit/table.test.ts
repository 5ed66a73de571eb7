import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../domain/audit/model.ts';
import { en } from '../text/en.ts';
import { vi } from '../text/vi.ts';
import { auditTable } from './table.ts';

function anEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 1,
    // 22/11/2026 12:00 in Viet Nam.
    at: Date.UTC(2026, 10, 22, 5),
    by: 'Nguyễn Thị Hạnh',
    role: 'shift-leader',
    from: 'console',
    action: 'wall.take',
    subject: 'main',
    outcome: 'done',
    before: { scene: 'Tổng quan', revision: 7 },
    after: { scene: 'Bản đồ', revision: 8 },
    ...change,
  };
}

const lines = (...entries: readonly AuditEntry[]) => auditTable(entries, vi).split('\r\n');

describe('the log as a table', () => {
  it('is in the words of the screen, under its heads', () => {
    expect(lines(anEntry())).toEqual([
      '\uFEFFThời điểm,Người thực hiện,Vai trò,Từ,Thao tác,Đối tượng,Kết quả,Trước,Sau',
      [
        '22/11/2026 12:00:00,Nguyễn Thị Hạnh,Trưởng ca,Bàn điều khiển,Đưa lên tường,main,Đã thực hiện',
        '"kịch bản: Tổng quan, lần phát: 7","kịch bản: Bản đồ, lần phát: 8"',
      ].join(','),
      '',
    ]);
  });

  it('says why something was refused, and names roles, pauses and tiles by their names', () => {
    const camera = { kind: 'camera', shows: 'Nút giao Đồng Quang', place: '0 0 600 300' } as const;
    const [, line = ''] = lines(
      anEntry({
        outcome: 'scene-locked',
        before: { takenBy: 'shift-leader, operator', paused: 'other-take' },
        after: { locked: true, tags: '', c1: camera },
      }),
    );

    expect(line).toContain(vi.refusals['scene-locked']);
    expect(line).toContain('dành cho: Trưởng ca, Trực ban, tạm dừng: bản khác được đưa lên');
    expect(line).toContain('khóa: có, nhãn: không, c1: camera “Nút giao Đồng Quang” (0 0 600 300 mm)');
  });

  it('says what the machine did by plan, and where a remote console stands', () => {
    expect(lines(anEntry({ by: 'system', role: null, from: 'tour' }))[1]).toContain(
      `Hệ thống,${vi.audit.byPlan},Luân phiên`,
    );
    expect(lines(anEntry({ from: 'dev-2/console' }))[1]).toContain('Bàn từ xa dev-2/console');
  });

  it('keeps what it has no name for as it was written', () => {
    const [, line] = lines(
      anEntry({ action: 'wall.oldCall', outcome: 'old-reason', from: 'x', after: { y: 1 } }),
    );
    expect(line).toContain('x,wall.oldCall,main,old-reason');
    expect(line).toContain('y: 1');
  });

  it('is run by no spreadsheet', () => {
    expect(lines(anEntry({ subject: '=HYPERLINK("x")' }))[1]).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('is in the language of whoever reads', () => {
    expect(auditTable([anEntry()], en)).toContain('Shift leader,Console,Take,');
  });
});
