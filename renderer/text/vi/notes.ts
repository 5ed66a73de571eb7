export const notes = {
  empty: 'Chưa nhập chữ',
  tones: { info: 'Thông tin', attention: 'Cảnh báo', serious: 'Nghiêm trọng', emergency: 'Khẩn cấp' },
  banner: (tone: string, text: string) => `${tone}: ${text}`,
  waiting: 'Chưa bắt đầu',
  over: 'Hết giờ',
  until: (moment: string) => `đến ${moment}`,
  overFor: (span: string) => `quá ${span}`,
  left: (label: string, time: string) => `${label}: còn ${time}`,
  start: 'Bắt đầu',
  startOf: (label: string) => `Bắt đầu đếm: ${label}`,
  reset: 'Đặt lại',
  resetOf: (label: string) => `Đặt lại: ${label}`,
};
