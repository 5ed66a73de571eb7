// Files as people bring them, made on the spot: a PDF of any length, a picture, a film.
import type { Page } from '@playwright/test';

type PdfRequest = { readonly pages: number; readonly locked?: boolean };

/** A PDF of so many pages, each with its number in a font that it does not bring along. */
export function aPdf({ pages, locked = false }: PdfRequest): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, index) => {
      const content = `BT /F1 72 Tf 60 400 Td (Trang ${index + 1}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }).flat(),
  ];
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;
  const all = locked ? [...objects, lock] : objects;
  let text = '%PDF-1.4\n';
  const offsets = all.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const more = locked ? ` /Encrypt ${all.length} 0 R /ID [<00> <00>]` : '';
  const trailer = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R${more} >>`;
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** A picture (PNG) of one colour, drawn by the browser itself. */
export async function aPicture(page: Page, colour: string): Promise<Buffer> {
  const base64 = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 200];
    const brush = canvas.getContext('2d');
    if (brush) brush.fillStyle = fill;
    brush?.fillRect(0, 0, 320, 200);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, colour);
  return Buffer.from(base64, 'base64');
}

/** A film (WebM) of about a second whose colour changes, recorded by the browser itself. */
export async function aFilm(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 180];
    const brush = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    const ended = new Promise((end) => (recorder.onstop = end));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      if (brush) brush.fillStyle = `hsl(${frame * 18} 90% 50%)`;
      brush?.fillRect(0, 0, 320, 180);
      await new Promise((next) => setTimeout(next, 66));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
  return Buffer.from(base64, 'base64');
}
