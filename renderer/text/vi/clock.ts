export const clock = {
  label: (moment: string) => `Giờ Việt Nam ${moment}`,
  weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  date: (weekday: string, date: string) => `${weekday}, ${date}`,
  link: {
    live: 'trực tuyến',
    connecting: 'đang kết nối',
    offline: 'ngoại tuyến',
    unauthorised: 'mã kết nối không được nhận',
    'other-version': 'khác phiên bản',
    refused: 'máy chủ tỉnh từ chối',
    'core-lost': 'đang khởi động lại',
  },
  heard: (moment: string) => `dữ liệu lúc ${moment}`,
  neverHeard: 'chưa nhận dữ liệu lần nào',
  open: 'sự cố đang mở',
  unacknowledged: 'chưa xác nhận',
  cameras: 'camera',
};
