import { describe, expect, it } from 'vitest';
import { search, searchIndex, type Findable } from './search.ts';

const item = (name: string, also = ''): Findable => ({ name, also });
const index = searchIndex([
  item('Nút giao Phủ Lý', 'camera'),
  item('Phủ Lý', 'đơn vị phường'),
  item('Đại Từ', 'đơn vị xã'),
  item('Mực nước sông Cầu tại Gia Bảy', 'chỉ tiêu m'),
  item('Cầu Gia Bảy', 'camera'),
  item('Tổng quan', 'kịch bản'),
]);
const found = (question: string, limit = 10) => search(index, question, limit).map(({ name }) => name);

describe('searching without marks', () => {
  it('finds the camera at Phủ Lý by `camera phu ly`, words in any order', () => {
    expect(found('camera phu ly')).toEqual(['Nút giao Phủ Lý']);
    expect(found('ly phu CAMERA')).toEqual(['Nút giao Phủ Lý']);
  });

  it('takes d for đ and needs no more than beginnings', () => {
    expect(found('dai tu')).toEqual(['Đại Từ']);
    expect(found('đ tu')).toContain('Đại Từ');
  });

  it('puts the name that begins so before one that only holds it', () => {
    expect(found('phu')).toEqual(['Phủ Lý', 'Nút giao Phủ Lý']);
    expect(found('cau')[0]).toBe('Cầu Gia Bảy');
  });

  it('finds with marks just the same, composed or not', () => {
    expect(found('Phủ Lý'.normalize('NFD'))).toEqual(found('phu ly'));
  });

  it.each(['', '   ', '.', '\\', '*', '('])('shows the beginning of the list for %j', (question) => {
    expect(found(question, 2)).toEqual(['Nút giao Phủ Lý', 'Phủ Lý']);
  });

  it('finds nothing for words that lead nowhere', () => {
    expect(found('camera sao hoa')).toEqual([]);
  });
});
