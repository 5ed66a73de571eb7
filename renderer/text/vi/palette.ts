export const palette = {
  title: 'Bảng lệnh',
  ask: 'Tìm lệnh, kịch bản, ô, camera, chỉ tiêu, đơn vị… (không cần dấu)',
  help: '↑ ↓ chọn · Enter thực hiện · Esc đóng',
  nothing: 'Không tìm thấy.',
  sorts: {
    tile: 'Ô trên tường',
    action: 'Lệnh',
    scene: 'Kịch bản',
    unit: 'Đơn vị',
  },
};
