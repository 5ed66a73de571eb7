/** What a slice's header says of the picture that it belongs to; null: it is no slice. */
type Slice = (header: number) => 'needed' | 'disposable' | null;

/** H.264 slices: without and with the marks of a key picture. */
const H264_SLICES: readonly number[] = [1, 2, 5];
/** H.265 slices of pictures that are no key; the last kind of key follows at 21. */
const H265_LAST_PLAIN = 9;
const H265_LAST_KEY = 21;

/** ITU-T H.264, 7.4.1: no other picture needs one whose `nal_ref_idc` is 0. */
const h264: Slice = (header) => {
  if (!H264_SLICES.includes(header & 0x1f)) return null;
  return ((header >> 5) & 0x3) === 0 ? 'disposable' : 'needed';
};

/** ITU-T H.265, table 7-1: the even kinds among the first ten are of pictures that no other of their layer needs. */
const h265: Slice = (header) => {
  const type = (header >> 1) & 0x3f;
  if (type > H265_LAST_KEY) return null;
  return type <= H265_LAST_PLAIN && type % 2 === 0 ? 'disposable' : 'needed';
};

/** True for a picture that no other needs, by all its slices: it may be left out of decoding. `codec` as in a `VideoConfig`. */
export function isDisposable(unit: Uint8Array, codec: string): boolean {
  const read = codec.startsWith('avc') ? h264 : h265;
  const view = new DataView(unit.buffer, unit.byteOffset, unit.byteLength);
  let slices = 0;
  for (let at = 0; at + 4 < unit.length; at += 4 + view.getUint32(at)) {
    const kind = read(unit[at + 4] ?? 0);
    if (kind === 'needed') return false;
    if (kind === 'disposable') slices += 1;
  }
  return slices > 0;
}
