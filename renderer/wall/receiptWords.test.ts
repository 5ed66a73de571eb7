import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import type { Command, Program } from '../../domain/wall/model.ts';
import { commandWords, receiptWords } from './receiptWords.ts';

const words = vi.wallBoard.receipt;
const at = Date.UTC(2026, 10, 22, 14, 40, 3);

describe('a receipt in words', () => {
  it('says that nothing was taken yet', () => {
    expect(receiptWords(undefined, at, words)).toBe('chưa có lượt đưa lên');
  });

  it('says when the frame was painted, in Viet Nam time', () => {
    expect(receiptWords({ displayId: 'd1', state: 'shown', at }, at, words)).toBe('đã hiển thị 21:40:03');
    const dayAfter = at + 3 * 3_600_000;
    expect(receiptWords({ displayId: 'd1', state: 'shown', at }, dayAfter, words)).toBe(
      'đã hiển thị 22/11/2026',
    );
  });

  it('says why it failed, also when nobody said why', () => {
    expect(receiptWords({ displayId: 'd1', state: 'failed', reason: 'window-silent', at }, at, words)).toBe(
      'thất bại: cửa sổ không trả lời',
    );
    expect(receiptWords({ displayId: 'd1', state: 'failed', at }, at, words)).toBe(
      'thất bại: không rõ lý do',
    );
  });

  it('says that a picture is ready behind what is held', () => {
    expect(receiptWords({ displayId: 'd1', state: 'beneath', reason: 'covered', at }, at, words)).toBe(
      'đã nạp, đang bị che',
    );
    expect(receiptWords({ displayId: 'd1', state: 'beneath', reason: 'frozen', at }, at, words)).toBe(
      'đã nạp, đang dừng hình',
    );
  });
});

describe('the command that receipts are for', () => {
  const scene: Program['scene'] = {
    id: 's1',
    name: { vi: 'Tổng quan', en: 'Overview' },
    tiles: {},
    origin: 'province',
    tags: [],
    locked: false,
  };
  const program: Program = { revision: 3, takeId: 't3', scene, by: 'Nguyễn An', showAt: at };
  const said = (kind: Command['kind'], by: string, plan?: Program['plan']): string | null =>
    commandWords({ command: { id: 'c1', kind, by, at }, program: { ...program, plan } }, vi, (of) => of.vi);

  it('is not the take that is on when something else came after it', () => {
    expect(said('identify', 'Trần Bình')).toBe('Nháy số màn hình (Trần Bình)');
    expect(said('rehomed', 'system')).toBe('Dời ô khi màn hình mất hoặc trở lại (Hệ thống)');
  });

  it('is named with whoever or whatever took it', () => {
    expect(said('take', 'Nguyễn An')).toBe('Lượt 3: “Tổng quan” (Nguyễn An)');
    expect(said('take', 'Nguyễn An', { kind: 'arm', id: 'a1' })).toBe(
      'Lượt 3: “Tổng quan” (hẹn giờ của Nguyễn An)',
    );
    expect(said('relaid', 'Nguyễn An')).toBe('Lượt 3: “Tổng quan” (Nguyễn An), dàn lại theo các màn hình');
  });

  it('is nothing for a wall that was laid out before anything was taken', () => {
    const relaid: Command = { id: 'c1', kind: 'relaid', by: 'system', at };
    expect(commandWords({ command: relaid, program: null }, vi, (of) => of.vi)).toBeNull();
  });
});
