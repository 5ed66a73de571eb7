export const notices = {
  label: 'Thông báo của máy',
  none: 'Máy chạy bình thường, không có thông báo.',
  since: (moment: string) => `Chưa khắc phục, từ ${moment}:`,
  seen: 'Đã xem',
  kinds: {
    'cache-set-aside':
      'Dữ liệu lưu tạm bị hỏng nên đã cất riêng; máy đang lấy lại từ tỉnh. Không cần làm gì, báo kỹ thuật viên khi hết ca.',
    'history-set-aside':
      'Tệp số liệu quá khứ bị hỏng nên đã cất riêng: biểu đồ bắt đầu lại từ bây giờ, số liệu hiện tại vẫn đủ. Báo kỹ thuật viên khi hết ca.',
    'audit-set-aside':
      'Tệp nhật ký thao tác bị hỏng nên đã cất riêng: nhật ký bắt đầu lại từ bây giờ, các mục cũ không tự trở lại. Báo kỹ thuật viên giữ lại tệp này.',
    'usage-set-aside':
      'Tệp thống kê sử dụng bị hỏng nên đã cất riêng: máy đo lại từ đầu. Báo kỹ thuật viên khi hết ca.',
    'cameras-set-aside':
      'Tệp camera của phòng bị hỏng nên đã cất riêng: các camera nhập tại phòng không tự trở lại, camera của tỉnh vẫn đủ. Nhập lại danh sách camera, báo kỹ thuật viên giữ lại tệp này.',
    'plates-set-aside':
      'Tệp biển số bị hỏng nên đã cất riêng: các lượt đọc cũ và danh sách theo dõi không tự trở lại. Nhập lại biển số theo dõi, báo kỹ thuật viên giữ lại tệp này.',
    'evidence-set-aside':
      'Danh mục bằng chứng bị hỏng nên đã cất riêng: các mục cũ không tự trở lại, các tệp hình vẫn nằm trong máy đến hết hạn lưu. Báo kỹ thuật viên ngay.',
    'room-set-aside':
      'Tệp bố trí phòng bị hỏng hoặc thuộc phiên bản mới hơn nên đã cất riêng: tường được dàn theo lần ghi trước đó, nếu không còn thì theo tệp cấu hình phòng. Xem lại mục Phòng, báo kỹ thuật viên giữ lại tệp này.',
    'disk-full':
      'Ổ đĩa đầy: dữ liệu mới chưa ghi được xuống đĩa, mất điện là mất. Báo kỹ thuật viên dọn đĩa ngay.',
    'vault-closed':
      'Không mở được kho mật khẩu của máy: thiếu mã kết nối và mật khẩu camera. Nhờ kỹ thuật viên đặt lại tệp secrets.json trong thư mục dữ liệu của ứng dụng rồi khởi động lại.',
    'secrets-unread':
      'Tệp mật khẩu secrets.json không đúng dạng nên chưa nhận được gì trong đó. Nhờ kỹ thuật viên sửa lại theo mẫu {"backend.token": "…", "camera.<mã>": "tên:mật khẩu"} rồi khởi động lại.',
    'core-restarted': 'Phần lõi đã tự khởi động lại; tường giữ nguyên hình trong lúc đó.',
    'window-restarted': 'Một cửa sổ tường đã được mở lại.',
    'preview-dropped':
      'Cửa sổ tường bị dừng khi nạp sẵn kịch bản đang chọn nên đã bỏ nạp sẵn; tường giữ hình đang có. Kiểm tra các ô của kịch bản trước khi đưa lên.',
    'recording-stopped':
      'Ổ đĩa không nhận thêm hình ghi của camera: hình trực tiếp vẫn chạy, nhưng không tua lại được đoạn này. Báo kỹ thuật viên dọn đĩa.',
    'screens-may-sleep':
      'Không báo được cho máy chủ X giữ màn hình luôn sáng: tường có thể tự tối khi lâu không có thao tác. Nhờ kỹ thuật viên cài gói x11-xserver-utils (lệnh xset) rồi khởi động lại ứng dụng.',
    'emblem-refused':
      'Không dùng được tệp biểu trưng của tỉnh nên màn hình che hiện tên tỉnh và trung tâm. Cần tệp PNG hoặc SVG chỉ có hình vẽ, dưới 2 MB, không quá 4096 điểm ảnh mỗi chiều.',
    'config-changed': 'Cấu hình của phòng hoặc của tỉnh đã đổi và đang được dùng.',
    'plan-skipped': 'Bỏ qua một kịch bản đã xóa hoặc dành cho vai trò khác; tường giữ hình đang có.',
    'plans-halted':
      'Vì dữ liệu lưu tạm bị hỏng, vòng luân phiên đang chạy đã tạm dừng và lượt hẹn giờ đã bị hủy. Bấm T để chạy tiếp vòng, hẹn lại nếu cần.',
    'answered-late': 'Một lệnh vừa báo chưa rõ kết quả nay đã có trả lời từ máy của tường',
    'plan-missed': 'Lượt hẹn đưa lên đã quá giờ hơn một phút nên không đưa lên nữa.',
    'plan-unanswered': 'Trong 5 phút không ai trả lời lượt hẹn đưa lên nên không đưa lên nữa.',
  },
  detail: (sentence: string, detail: string) => `${sentence.replace(/\.$/, '')} (${detail}).`,
  displays: (orders: string) => `màn hình ${orders}`,
  ended: (action: string, outcome: string) => `${action}: ${outcome}`,
};
