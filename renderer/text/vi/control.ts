export const control = {
  label: 'Quyền điều khiển tường',
  mine: (moment: string) => `Bàn này giữ quyền điều khiển tường từ ${moment}`,
  other: (person: string, device: string, moment: string) =>
    `${person} (máy ${device}) đang giữ quyền điều khiển tường từ ${moment}`,
  /** In place of a name, where nobody is signed in. */
  unmanned: 'Một bàn chưa có ai vào ca',
  lost: (moment: string) => `Bàn đó mất liên lạc từ ${moment}`,
  nobody: 'Chưa có bàn từ xa nào giữ quyền điều khiển tường.',
  asks: (person: string, device: string) => `${person} (máy ${device}) xin quyền điều khiển.`,
  asked: 'Đã xin quyền; chờ người đang giữ trao lại.',
  backendAway: (moment: string) =>
    `Mất kết nối với máy chủ tỉnh từ ${moment}. Bàn từ xa không ra lệnh được; bàn tại phòng vẫn điều khiển tường.`,
  wallAway:
    'Máy của tường không kết nối với máy chủ tỉnh. Hình dưới là lần cuối nghe được; không ra lệnh được.',
  take: 'Nhận điều khiển',
  ask: 'Xin quyền',
  give: 'Trao quyền',
  leave: 'Trả quyền',
  /** The same away from the strip, where nothing beside them says of what. */
  palette: {
    take: 'Nhận điều khiển',
    ask: 'Xin quyền điều khiển',
    give: 'Trao quyền điều khiển',
    leave: 'Trả quyền điều khiển',
  },
};
