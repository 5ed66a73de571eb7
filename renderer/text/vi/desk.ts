export const desk = {
  label: 'Sự cố',
  counts: (open: number, unseen: number) =>
    unseen === 0 ? `${open} đang mở, đã xác nhận hết` : `${open} đang mở, ${unseen} chưa xác nhận`,
  filter: 'Lọc theo mức độ',
  search: 'Tìm sự cố (gõ không dấu cũng được)',
  none: 'Không có sự cố nào đang mở. Sự cố mới từ tỉnh sẽ hiện ở đây, nặng nhất trước.',
  noneFound: 'Không có sự cố nào khớp. Xóa từ khóa hoặc bật lại các mức độ.',
  clear: 'Bỏ lọc',
  more: (next: number, left: number) => `Hiện thêm ${next} trong ${left} sự cố còn lại`,
  severities: { info: 'Thông tin', warning: 'Cảnh báo', critical: 'Nghiêm trọng', emergency: 'Khẩn cấp' },
  states: {
    new: 'Mới',
    verifying: 'Đang xác minh',
    verified: 'Đã xác minh',
    assigned: 'Đã phân công',
    returned: 'Bị trả lại',
    accepted: 'Đã tiếp nhận',
    in_progress: 'Đang xử lý',
    need_info: 'Cần thêm thông tin',
    escalated: 'Đã chuyển cấp trên',
    resolved: 'Đã xử lý',
    closed: 'Đã đóng',
    reopened: 'Mở lại',
    false_alarm: 'Báo giả',
    merged: 'Đã gộp',
  },
  sample: 'dữ liệu mẫu',
  published: 'số liệu công bố',
  raised: (moment: string, ago: string) => `${moment}, ${ago}`,
  lead: (office: string) => `Chủ trì: ${office}`,
  noDetail: 'Tỉnh chưa gửi mô tả.',
  acknowledge: 'Xác nhận',
  acknowledging: 'Đang ghi…',
  unacknowledged: 'Chưa xác nhận',
  acknowledged: (person: string, moment: string) => `${person} xác nhận ${moment}`,
  waiting: (person: string, moment: string) => `${person} xác nhận ${moment} – chờ gửi về tỉnh`,
  conflicts: 'Xác nhận không được ghi',
  conflict: {
    'already-acknowledged': (first: string, firstAt: string, mineAt: string) =>
      `Đã được ${first} xác nhận lúc ${firstAt}; xác nhận của bạn lúc ${mineAt} không được ghi.`,
    unknownFirst: 'người khác',
    unknownMoment: 'trước đó',
    'incident-over': (mineAt: string) =>
      `Tỉnh đã kết thúc sự cố này; xác nhận của bạn lúc ${mineAt} không được ghi.`,
    'incident-unknown': (mineAt: string) =>
      `Tỉnh không còn sự cố này; xác nhận của bạn lúc ${mineAt} không được ghi.`,
    'incident-worsened': (mineAt: string) =>
      `Sự cố này đã nặng hơn hoặc được mở lại trước khi xác nhận của bạn lúc ${mineAt} về đến tỉnh; hãy xác nhận lại.`,
    'not-allowed': (mineAt: string) =>
      `Mã kết nối của máy này chỉ được xem; xác nhận của bạn lúc ${mineAt} không được ghi.`,
  },
  dismiss: 'Đã hiểu',
};
