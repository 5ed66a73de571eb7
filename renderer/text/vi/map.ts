export const map = {
  list: 'Sự cố trên bản đồ',
  cameraMap: 'Bản đồ camera',
  cameraMapHelp:
    'Kéo camera lên tường; bấm vào một điểm để tìm camera gần nhất. Phím: mũi tên, +, −; Enter chọn điểm giữa.',
  cameraList: 'Camera trên bản đồ',
  cameraLooks: {
    live: 'Có hình',
    stale: 'Hình cũ',
    lost: 'Mất hình',
    unknown: 'Chưa mở',
    none: 'Chưa có nguồn',
  },
  cameraSpot: (name: string, state: string, others: number) =>
    others === 0 ? `${name}: ${state}` : `${name} và ${others} camera sát bên`,
  lights: 'Đèn giao thông',
  lightList: 'Đèn giao thông trên bản đồ',
  lightLooks: {
    red: 'Đỏ',
    yellow: 'Vàng',
    green: 'Xanh',
    flashing: 'Vàng nháy',
    dark: 'Tắt',
    unknown: 'Không rõ',
  },
  light: (name: string, phase: string, sample: boolean) =>
    `${name}: ${phase}${sample ? ' (dữ liệu mẫu)' : ''}`,
  severities: { info: 'Thông tin', warning: 'Cảnh báo', critical: 'Nghiêm trọng', emergency: 'Khẩn cấp' },
  sample: 'Dữ liệu mẫu',
  outside: 'Ngoài khung',
  known: 'Đã xác nhận',
  marker: (title: string, severity: string, place: string, sample: boolean) =>
    `${severity}: ${title}, ${place}${sample ? ' (dữ liệu mẫu)' : ''}`,
  archipelagos: {
    hoangSa: ['Quần đảo', 'Hoàng Sa', '(Việt Nam)'],
    truongSa: ['Quần đảo', 'Trường Sa', '(Việt Nam)'],
  },
  outlineCredits: [
    'Đường nét giản lược, không dùng để xác định ranh giới',
    'Đường nét giản lược, không phải ranh giới',
    'Đường nét giản lược',
  ],
  packCredits: (source: string) => (source === '' ? [] : [`Nền: ${source}`]),
  packTrouble: {
    none: 'Bản đồ giản lược',
    'pack-missing': 'Không thấy gói bản đồ',
    'pack-damaged': 'Gói bản đồ hỏng',
    'pack-strange': 'Gói bản đồ thiếu lớp tỉnh',
  },
  tileDamaged: 'Gói bản đồ hỏng một phần',
  noEngine: 'Máy không vẽ được nền',
  mapboxFailed: {
    token: 'Mapbox từ chối, dùng MapLibre',
    network: 'Không tới được Mapbox, dùng MapLibre',
    blank: 'Mapbox không vẽ được, dùng MapLibre',
    slow: 'Mapbox quá chậm, dùng MapLibre',
    graphics: 'Mapbox không chạy, dùng MapLibre',
  },
};
