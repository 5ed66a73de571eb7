import type { CheckLine } from '../../../domain/cameras/check.ts';
import { vietnamClock, vietnamDate } from '../../../domain/kernel/time.ts';
import type { Dictionary } from '../../text/vi.ts';

/** What a line says beside the check itself. */
export type LineNames = { readonly name: string; readonly unit: string };

export type SheetCell = string | number | null;

/** A check as a table: what stands on the screen, and nothing that could run in a spreadsheet. */
export function sheetOf(
  lines: readonly CheckLine[],
  namesOf: (cameraId: string) => LineNames,
  { registry, cameras }: Dictionary,
): readonly (readonly SheetCell[])[] {
  const rows = lines.map((line) => {
    const { name, unit } = namesOf(line.cameraId);
    return [
      line.cameraId,
      name,
      unit,
      cameras.states[line.state],
      line.trouble === undefined
        ? line.serverOnly
          ? registry.check.serverOnly
          : ''
        : cameras.troubles[line.trouble],
      line.codec ?? '',
      line.widthPx ?? null,
      line.heightPx ?? null,
      line.fps ?? null,
      line.firstPictureMs ?? null,
      `${vietnamDate(line.at)} ${vietnamClock(line.at)}`,
    ];
  });
  return [registry.check.heads, ...rows];
}

/** The table as an Excel file: text stays text, whatever it looks like. */
export async function xlsxOf(table: readonly (readonly SheetCell[])[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const cells = table.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  return writeXlsxFile(cells).toBlob();
}
