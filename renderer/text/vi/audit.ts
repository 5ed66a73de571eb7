import { acts, fields, places, values } from './auditWords.ts';

export const audit = {
  title: 'Nhật ký thao tác',
  search: 'Tìm trong nhật ký (không cần dấu)',
  searching: 'Đang tìm…',
  span: 'Khoảng thời gian',
  spans: { 1: '24 giờ', 7: '7 ngày', 30: '30 ngày', 0: 'Tất cả' },
  again: 'Tìm lại',
  export: 'Xuất CSV',
  exported: (count: number) => `Đã xuất ${count} dòng.`,
  more: 'Xem thêm',
  count: (count: number, more: boolean) =>
    count === 0 ? 'Không có thao tác nào khớp.' : `${count} thao tác${more ? ' mới nhất' : ''}`,
  role: 'Vai trò',
  from: 'Từ',
  outcome: 'Kết quả',
  before: 'Trước',
  after: 'Sau',
  done: 'Đã thực hiện',
  refused: 'bị từ chối',
  byPlan: 'Máy thực hiện theo kế hoạch',
  none: 'không',
  afar: (console: string) => `Bàn từ xa ${console}`,
  /** A tile: its kind, what it shows, its place. */
  tile: (kind: string, shows: string, place: string) =>
    `${kind}${shows === '' ? '' : ` “${shows}”`} (${place} mm)`,
  yesNo: (yes: boolean): string => (yes ? 'có' : 'không'),
  heads: [
    'Thời điểm',
    'Người thực hiện',
    'Vai trò',
    'Từ',
    'Thao tác',
    'Đối tượng',
    'Kết quả',
    'Trước',
    'Sau',
  ],
  acts,
  fields,
  values,
  places,
};
