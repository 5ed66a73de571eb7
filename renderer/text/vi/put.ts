export const put = {
  put: 'Đặt…',
  putOf: (name: string) => `Đặt camera ${name} lên tường`,
  drag: 'Kéo lên tường, hoặc bấm Đặt… rồi chọn chỗ',
  label: (name: string) => `Đặt ${name}:`,
  choose: 'thả vào ô camera, lưới hoặc chỗ trống.',
  keys: 'Mũi tên, 1–9: chọn chỗ · Enter: đặt · Esc: hủy',
  tile: (title: string, display: string) => `ô ${title}, ${display}`,
  cell: (cell: number, title: string, display: string, shows: string | null) =>
    `ô ${cell} của ${title}, ${display}${shows === null ? ' (trống)' : ` (đang là ${shows})`}`,
  free: (display: string) => `chỗ trống trên ${display}`,
  follows: 'ô tâm điểm chuyển sang camera này',
  done: (name: string, display: string) => `Đã đặt ${name} lên ${display}.`,
  doneAll: (count: number) => `Đã đưa ${count} camera gần nhất lên tường. Backspace: hoàn lại.`,
  refusals: {
    'no-camera-tile': 'không phải ô camera. Chọn ô camera, lưới hoặc chỗ trống.',
    'grid-by-events':
      'lưới này tự xếp theo sự kiện. Chọn ô khác, hoặc đổi cách xếp trong phần soạn kịch bản.',
    'hotspot-by-alarms': 'ô tâm điểm này chỉ theo cảnh báo.',
    'display-full': 'màn hình này không còn chỗ trống.',
  },
};
