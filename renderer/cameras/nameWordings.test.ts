import { describe, expect, it } from 'vitest';
import { nameWordings } from './nameWordings.ts';

describe('the name of a camera', () => {
  it('says where it is as long as there is room, then which it is', () => {
    expect(nameWordings('Nút giao Đồng Quang', 'Phường Phan Đình Phùng')).toEqual([
      'Nút giao Đồng Quang · Phường Phan Đình Phùng',
      'Nút giao Đồng Quang',
      'Đồng Quang',
    ]);
  });

  it('keeps the last words, which tell one from another', () => {
    expect(nameWordings('Camera cổng Trường THPT Chuyên Thái Nguyên (phía Đông)', undefined).at(-1)).toBe(
      'Thái Nguyên',
    );
  });

  it('is not cut in the middle of a word', () => {
    expect(nameWordings('Cửa ngõ Sông Công', undefined)).toEqual(['Cửa ngõ Sông Công', 'Sông Công']);
    expect(nameWordings('Trạm quan trắc Núi Cốc', undefined)).toEqual(['Trạm quan trắc Núi Cốc', 'Núi Cốc']);
  });

  it('of one word stays as it is', () => {
    expect(nameWordings('Cổng', undefined)).toEqual(['Cổng']);
  });
});
