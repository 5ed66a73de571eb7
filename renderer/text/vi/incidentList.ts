export const incidentList = {
  open: (count: number) => `${count} sự cố đang mở`,
  quiet: 'Không có sự cố nào đang mở',
  quietHelp: 'Sự cố mới sẽ hiện ở đây, nặng nhất trên cùng.',
  count: (count: number) => `${count} sự cố`,
  more: (count: number) => `còn ${count} sự cố khác`,
  unacknowledged: 'chưa xác nhận',
  unseenIncidents: (count: number) => `${count} sự cố chưa xác nhận`,
  unseen: (count: number) => `${count} chưa xác nhận`,
  acknowledged: (person: string) => `${person} đã xác nhận`,
  acknowledgedShort: 'đã xác nhận',
  waiting: 'chờ gửi về tỉnh',
  since: (clock: string) => `từ ${clock}`,
  sample: 'Dữ liệu mẫu',
  allKnown: 'tất cả đã xác nhận',
  row: (row: {
    severity: string;
    title: string;
    place: string;
    since: string;
    state: string;
    known: string;
  }) => `${row.severity}: ${row.title}, ${row.place}, từ ${row.since}, ${row.state}, ${row.known}`,
};
