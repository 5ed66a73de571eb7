export const near = {
  titles: { incident: 'Camera gần sự cố', place: 'Camera gần điểm đã chọn' },
  none: 'Không có camera nào trong vòng 5 km.',
  all: (count: number) => `Đưa ${count} camera lên tường`,
  sights: {
    sees: 'nhìn thấy chỗ này',
    'can-turn': 'quay tới được',
    unknown: 'chưa rõ hướng nhìn',
    away: 'nhìn hướng khác',
  },
};
