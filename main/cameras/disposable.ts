/** H.264 slices of pictures: without and with the marks of a key picture. */
const SLICES: readonly number[] = [1, 2, 5];

/** True for a picture that no other needs (`nal_ref_idc` 0 in all its slices): it may be left out of decoding. */
export function isDisposable(unit: Uint8Array): boolean {
  const view = new DataView(unit.buffer, unit.byteOffset, unit.byteLength);
  let slices = 0;
  for (let at = 0; at + 4 < unit.length; at += 4 + view.getUint32(at)) {
    const header = unit[at + 4] ?? 0;
    if (!SLICES.includes(header & 0x1f)) continue;
    if ((header >> 5) & 0x3) return false;
    slices += 1;
  }
  return slices > 0;
}
