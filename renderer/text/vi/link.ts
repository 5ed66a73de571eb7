export const link = {
  label: 'Liên kết với tỉnh',
  states: {
    live: 'Đã kết nối với tỉnh',
    connecting: 'Đang kết nối với tỉnh',
    offline: 'Mất kết nối với tỉnh',
    unauthorised: 'Mã kết nối không được nhận',
    'other-version': 'Máy chủ tỉnh dùng phiên bản khác',
    refused: 'Cấu hình kết nối với tỉnh sai',
  },
  heard: (ago: string) => `nhận tin ${ago}`,
  since: (moment: string) => `từ ${moment}`,
  dataOf: (moment: string) => `dữ liệu lúc ${moment}`,
  never: 'chưa nhận tin lần nào',
  unknown: 'Chưa rõ liên kết với tỉnh',
  coreAway: (moment: string) => `lõi dừng lúc ${moment}`,
  unauthorisedHelp:
    'Máy chủ tỉnh không nhận mã kết nối (token) của máy này; máy hỏi lại mỗi phút một lần. Nhờ kỹ thuật viên xin mã mới, đặt vào tệp secrets.json trong thư mục dữ liệu của ứng dụng rồi khởi động lại. Tường vẫn hiện dữ liệu lưu tạm, có ghi giờ; xác nhận của bạn được giữ lại để gửi sau.',
  otherVersionHelp:
    'Máy chủ tỉnh và ứng dụng này không cùng phiên bản giao thức; máy hỏi lại mỗi phút một lần. Nhờ kỹ thuật viên nâng cấp bên cũ hơn. Tường vẫn hiện dữ liệu lưu tạm, có ghi giờ; xác nhận của bạn được giữ lại để gửi sau.',
  refusedHelp:
    'Địa chỉ máy chủ tỉnh không an toàn (phải là wss://) hoặc không đọc được tệp chứng thư (CA), nên máy không kết nối. Nhờ kỹ thuật viên sửa tệp cấu hình phòng rồi khởi động lại. Tường vẫn hiện dữ liệu lưu tạm, có ghi giờ.',
};
