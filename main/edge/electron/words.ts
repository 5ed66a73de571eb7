/** What the shell itself asks and tells, in both languages: it speaks before and without any window of the product. */
export const words = {
  quitQuestion: 'Đóng bàn điều khiển sẽ tắt cả tường. Tắt?',
  quitDetail: 'Closing the console switches the whole wall off.',
  quitNo: 'Giữ tường (Keep the wall)',
  quitYes: 'Tắt tường (Switch off)',
  startRefused: 'Toàn Cảnh không mở được, cần sửa / Toàn Cảnh does not start, to be mended:',
} as const;
