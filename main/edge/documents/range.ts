const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Bytes from `start` up to and without `end`. */
export type Part = { readonly start: number; readonly end: number };

/** The one part of a file that a request asks for; `null` where it asks for bytes that there are not. */
export function partOf(header: string | null, sizeBytes: number): Part | null | undefined {
  const [, from = '', to = ''] = RANGE.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? sizeBytes : Math.min(sizeBytes, Number(to) + 1);
  return start < end ? { start, end } : null;
}
