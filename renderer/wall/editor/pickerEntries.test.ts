import { describe, expect, it } from 'vitest';
import { searchIndex } from '../../../domain/search/search.ts';
import { foundEntries, type PickerEntry } from './pickerEntries.ts';

const entry = (title: string, kind: 'camera' | 'indicator', whose: string): PickerEntry => ({
  id: `${title} ${kind}`,
  spec: kind === 'camera' ? { kind, cameraId: title } : { kind, indicatorId: title },
  name: title,
  also: `${kind === 'camera' ? 'camera' : 'chỉ tiêu'} ${whose}`,
  kind: kind === 'camera' ? 'camera' : 'chỉ tiêu',
  whose,
});
const entries = searchIndex([
  entry('Mực nước hồ Núi Cốc', 'indicator', 'Sở Nông nghiệp'),
  entry('Đập hồ Núi Cốc', 'camera', 'Phường Tân Cương'),
  entry('Hồ sơ quá hạn', 'indicator', 'Văn phòng UBND'),
]);
const titles = (search: string, kind: 'camera' | null = null) =>
  foundEntries(entries, search, kind).map(({ name }) => name);

describe('the search for a tile to add', () => {
  it('needs no marks, and takes đ for d', () => {
    expect(titles('dap ho nui coc')).toEqual(['Đập hồ Núi Cốc']);
  });

  it('finds by kind and by office, in any order of words', () => {
    expect(titles('nong nghiep nuoc')).toEqual(['Mực nước hồ Núi Cốc']);
    expect(titles('nui', 'camera')).toEqual(['Đập hồ Núi Cốc']);
  });

  it('puts first what begins with the words', () => {
    expect(titles('ho')[0]).toBe('Hồ sơ quá hạn');
  });

  it('shows everything while nothing is typed', () => {
    expect(titles('')).toHaveLength(3);
  });
});
