/**
 * Hands a text over to be kept as a file: the shell asks where (it lets nothing else be downloaded). The address is given
 * back after a minute; a dialog may stand open that long.
 */
export function saveFile(name: string, type: 'text/csv' | 'application/json', text: string): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The same for pictures and films. */
export function saveBytes(name: string, type: 'video/mp4' | 'image/png', bytes: Uint8Array): void {
  saveBlob(name, new Blob([new Uint8Array(bytes)], { type }));
}

/** The same for a file that a library made. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
