/** A number plate as a reader sends it: letters, digits, spaces, dots and dashes. */
export const platePattern = /^[0-9A-ZĐ][0-9A-ZĐ .-]{2,14}[0-9A-ZĐ]$/;

/** Province and series, then four or five digits: `20A 123.45`, `20-B1 234.56` (QCVN 08:2024/BCA). */
const civil = /^(\d{2}[A-ZĐ]{1,2}\d??)(\d{5}|\d{4})$/;

/** One spelling for a plate, however it was written: `20a-123.45` becomes `20A12345`. */
export function plateKey(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^0-9A-ZĐ]/g, '');
}

/** As it stands on the vehicle: `20A-123.45`; a plate of another form as it was read. */
export function wholePlate(text: string): string {
  const key = plateKey(text);
  const [, series, digits] = civil.exec(key) ?? [];
  if (series === undefined || digits === undefined) return key;
  return digits.length === 5 ? `${series}-${digits.slice(0, 3)}.${digits.slice(3)}` : `${series}-${digits}`;
}

/**
 * What everybody may see of a plate: its series and its last two characters (`20A-•••.45`). Of a plate of another form the
 * first and the last character alone.
 */
export function maskedPlate(text: string): string {
  const key = plateKey(text);
  const [, series, digits] = civil.exec(key) ?? [];
  if (series === undefined || digits === undefined)
    return `${key.slice(0, 1)}${'•'.repeat(Math.max(3, key.length - 2))}${key.slice(-1)}`;
  return digits.length === 5 ? `${series}-•••.${digits.slice(-2)}` : `${series}-••${digits.slice(-2)}`;
}
